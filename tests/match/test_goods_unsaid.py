"""Descriptions that name no kind of goods, and those that do in few words."""

import pytest

from screener.match.goods_unsaid import says_no_kind

UNSAID = """
items; Goods; products; merchandise; parts; spare parts; samples; various goods; general cargo; FAK; 1 pkg;
as per invoice; as per PO 1234; N/A; TBD; misc items; SKU 12345; goods as per attached list; raw materials; 12 cartons;
货物; 商品; 产品; 產品; 配件; 货物一批; 各种商品 10箱; 상품; 물품; 부품 및 자재; 기타 상품; 部品; その他の製品; サンプル;
mercancías; repuestos varios; marchandises diverses; pièces détachées; Waren aller Art; Ersatzteile; mercadorias diversas;
merce varia; ricambi; ürünler; yedek parça; barang; suku cadang; części zamienne; towary różne; onderdelen;
товары; запчасти; товары народного потребления; товари; hàng hóa; phụ tùng; sản phẩm khác
"""
SAID = """
steel parts; auto parts; electronic items; leather goods; hair goods; toy samples; boxes; bags; paper; art; flowers;
train parts; computer parts; items of cotton; PVC; G; sets; cartons; 棉制品; 发制品; 木制品; 水产品; 食品; 药品; 货车; 箱; 包;
塑料制品; 의류; 수산물; 철강 제품; 면제품; おもちゃ; 自動車部品; productos textiles; pièces de tissu; Holzwaren; Spielwaren;
ürünler pamuk; barang kulit; części samochodowe; запчасти для автомобилей; hàng may mặc; hoa
"""


def texts(several: str) -> list[str]:
    """Return the texts of a list that semicolons part."""
    return [one.strip() for one in several.split(";")]


@pytest.mark.parametrize("description", texts(UNSAID))
def test_words_for_goods_of_any_kind_say_none(description: str) -> None:
    assert says_no_kind(description)


@pytest.mark.parametrize("description", texts(SAID))
def test_one_word_of_a_kind_is_enough(description: str) -> None:
    assert not says_no_kind(description)
