"""Descriptions that name no kind of goods: "items", "spare parts as per invoice", 货物一批.

Such a text states goods as little as an empty cell does. Only words that could stand on any line
count, in the languages in which the product reads; one other word, and a kind may be meant.
"""

import re
from functools import cache, lru_cache

from screener.text.folding import Token, fold

_GOODS = """
item, items, good, goods, product, products, merchandise, merchandize, ware, wares, article, articles,
part, parts, component, components, piece, pieces, material, materials, commodity, commodities, cargo,
freight, load, shipment, consignment, stuff, things, sample, samples, sundries, sundry, accessories, accessory,
mercancía, mercancías, mercadería, mercaderías, producto, productos, artículo, artículos, pieza, piezas,
repuesto, repuestos, recambios, bienes, muestras, carga, material, materiales, componentes,
marchandise, marchandises, produit, produits, article, articles, pièce, pièces, biens, échantillons, matériel,
Ware, Waren, Produkt, Produkte, Artikel, Teil, Teile, Ersatzteile, Güter, Muster, Stückgut, Zubehör, Handelsware,
mercadoria, mercadorias, produto, produtos, artigo, artigos, peça, peças, amostras, bens,
merce, merci, prodotto, prodotti, articolo, articoli, pezzo, pezzi, ricambi, beni, campioni,
ürün, ürünler, mal, mallar, eşya, parça, parçalar, yedek parça, numune, malzeme,
barang, barang barang, produk, komponen, suku cadang, bahan, muatan,
towar, towary, produkt, produkty, artykuł, artykuły, część, części, próbki, wyroby,
goederen, producten, artikelen, onderdeel, onderdelen, waar, koopwaar,
товар, товары, изделие, изделия, продукция, продукт, продукты, деталь, детали, запчасти, части, груз, образцы,
материалы, комплектующие, товари, вироби, продукція, деталі, запчастини, вантаж, зразки,
hàng hóa, hàng, sản phẩm, mặt hàng, linh kiện, phụ tùng, phụ kiện, vật tư, hàng mẫu, bộ phận
"""
"""Words for goods of any kind, in Latin and Cyrillic letters."""
_BESIDE = """
a, an, the, and, or, of, for, in, to, with, by, from, as, per, at, on, our, your, their, no, nr, nos, number, ref, reference,
any, all, kind, kinds, type, types, various, general, misc, miscellaneous, assorted, mixed, other, others, spare, new, used,
finished, semi finished, raw, commercial, industrial, consumer, manufactured, imported, exported, trade, trading, goods nes, nes, said, contain,
stc, fak, consolidated, consolidation, groupage, lcl, fcl, see, refer, according, attached, attachment, list, packing,
invoice, order, orders, purchase, contract, po, drawing, style, model, sku, code, lot, batch, description, specification,
specifications, spec, unknown, none, n a, tbd, tba, tbc, nil, unspecified, hs, customer, client, supplier,
varias, varios, general, diversas, diversos, otros, otras, de, del, la, las, los, el, según, factura, pedido, lista,
divers, diverses, autres, des, du, le, les, et, selon, facture, commande, détachées, générales,
diverse, verschiedene, sonstige, und, der, die, das, aller, aller Art, laut, gemäß, Rechnung, Bestellung, nach,
vários, várias, outros, outras, conforme, fatura, do, da, dos, das, e, reposição,
vari, varie, vario, varia, altri, altre, di, come, fattura, ordine, çeşitli, diğer, genel, ve, muhtelif, fatura, göre,
dan, lain, lainnya, umum, sesuai, berbagai, campuran, różne, inne, oraz, zamienne, według, faktury, do,
en, van, diverse, overige, volgens, factuur, reserve,
различные, прочие, разные, другие, и, для, по, согласно, счету, заказу, промышленные, народного потребления, запасные, інші, різні, та,
các loại, khác, tổng hợp, theo, hóa đơn, đơn hàng, và, một số
"""
"""Words that say nothing more beside those."""
_UNITS = "pc, pcs, pce, piece, pkg, pkgs, package, packages, ctn, ctns, carton, cartons, box, boxes, pallet, pallets, set, sets, unit, units, case, cases, bale, bales, bag, bags, roll, rolls, kg, kgs, lot, lots, ea, pair, pairs, dozen, doz, container, x, cajas, bultos, colis, Kartons, Stück, мест, шт"
"""Units that count goods where a number stands beside them."""
_UNSPACED = (
    "货物 貨物 商品 产品 產品 制品 製品 物品 物资 物料 货品 貨品 货 貨 配件 零件 零部件 部件 样品 樣品 杂货 雜貨 百货 物件 件 材料 "
    "상품 물품 제품 부품 자재 재료 화물 잡화 샘플 견본 물건 부속품 "
    "部品 商材 品物 荷物 貨物 サンプル 見本 雑貨 アイテム パーツ 品目 品 もの 物"
).split()
_UNSPACED_BESIDE = (
    "一批 各种 各種 各类 各式 多种 若干 其他 其它 杂项 及 和 与 等 的 按 见 详见 附件 清单 发票 合同 订单 成品 半成品 备件 备用 通用 一般 普通 出口 进口 "
    "각종 기타 일반 및 와 과 등 의 여러 다양한 송장 참조 주문 예비 수출 수입 "
    "その他 その 他 の 各 および など 一式 一般 雑 請求書 参照 注文 通り"
).split()
_UNSPACED_UNITS = "个 箱 件 包 袋 批 套 吨 개 상자 박스 점 세트 톤 個 点 箱分".split()
_SPACED = frozenset({"latn", "cyrl"})
_LONGEST = 3


@lru_cache(maxsize=65_536)
def says_no_kind(description: str) -> bool:
    """Say whether a description names no kind of goods.

    >>> says_no_kind("Spare parts as per invoice 4711"), says_no_kind("各种商品 10箱"), says_no_kind("상품")
    (True, True, True)
    >>> says_no_kind("auto parts"), says_no_kind("棉制品"), says_no_kind("boxes")
    (False, False, False)
    """
    tokens = fold(description).tokens
    counted = any(token.script == "digit" for token in tokens)
    spaced = [token.form for token in tokens if token.script in _SPACED]
    unspaced = "".join(one.form for one in tokens if _is_unspaced(one))
    return _all_said(spaced, counted=counted) and (
        not unspaced or _pattern(counted=counted).fullmatch(unspaced) is not None
    )


def _is_unspaced(token: Token) -> bool:
    return token.script not in _SPACED and token.script != "digit"


def _all_said(words: list[str], *, counted: bool) -> bool:
    """Say whether nothing but phrases that say no kind stand in a row of words."""
    phrases, at = _phrases(counted=counted), 0
    while at < len(words):
        lengths = range(min(_LONGEST, len(words) - at), 0, -1)
        step = next((one for one in lengths if tuple(words[at : at + one]) in phrases), 0)
        if not step and not (counted and len(words[at]) == 1):
            return False
        at += step or 1
    return True


@cache
def _phrases(*, counted: bool) -> frozenset[tuple[str, ...]]:
    texts = ",".join([_GOODS, _BESIDE, *([_UNITS] if counted else [])]).split(",")
    return frozenset(tuple(token.form for token in fold(text).tokens) for text in texts)


@cache
def _pattern(*, counted: bool) -> re.Pattern[str]:
    texts = [*_UNSPACED, *_UNSPACED_BESIDE, *(_UNSPACED_UNITS if counted else [])]
    forms = sorted({fold(text).joined for text in texts}, key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(map(re.escape, forms))})+")
