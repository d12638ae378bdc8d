"""A file without a mark is read in the encoding in which its few characters are usual ones."""

import pytest

from screener.batch.encodings import encoding_of
from screener.errors import InputError
from screener.pipeline import Screener

ROW = "line_id,item,supplier,notes\n1,hats,{},\n"
CELLS = {
    "gb18030": [
        "朝鲜", "平壤", "新义州", "丹东华洋纺织服装有限公司", "原产地", "备注：样品", "上海", "不锈钢螺栓",
    ],
    "cp949": ["북한", "평양", "신의주", "주식회사 대한무역", "원산지", "비고", "면수건", "부산"],
    "shift_jis": ["北朝鮮", "平壌", "株式会社東京商事", "原産国", "つけまつげ", "タオル（綿）", "大阪"],
    "big5": ["朝鮮", "臺北貿易股份有限公司", "原產地", "絲瓜絡", "玩偶", "手工編織"],
    "cp1252": ["Société Générale", "crêpe façon", "Müller Größe", "España", "40 cm – “soft”", "25 °C"],
    "cp1251": ["Пхеньян", "куклы вязаные", "ООО «Рассвет»", "г. Даньдун", "Страна происхождения"],
}  # fmt: skip
ONE_BY_ONE = [(name, cell) for name, cells in CELLS.items() for cell in cells]
assert ONE_BY_ONE


@pytest.mark.parametrize(("name", "cell"), ONE_BY_ONE)
def test_a_single_cell_tells_the_encoding(name: str, cell: str) -> None:
    found = encoding_of(ROW.format(cell).encode(name))

    assert (found.name, found.guessed) == (name, True)
    assert "guessed" in found.remark


@pytest.mark.parametrize(("script", "name"), [("hang", "cp949"), ("hani", "gb2312")])
def test_names_of_the_dprk_are_read_alone_in_their_cell(
    screener: Screener, script: str, name: str
) -> None:
    places = [one for one in screener.entries.values() if one.list == "dprk-places"]
    names = [alias.text for one in places for alias in one.aliases if alias.script == script]
    written = [ROW.format(one).encode(name, "ignore") for one in names]
    asked = [one for one in written if not one.isascii()]
    assert len(asked) > 300

    right = sum(_told(one) in (name, "gb18030" * (name == "gb2312")) for one in asked)

    assert right >= 0.97 * len(asked)


def _told(sample: bytes) -> str | None:
    try:
        return encoding_of(sample).name
    except InputError:
        return None


def test_a_guess_from_a_few_bytes_says_so() -> None:
    few, more = (
        encoding_of(ROW.format(cell).encode("gb18030")) for cell in ("朝鲜", "朝鲜平壤市" * 3)
    )

    assert "from 4 bytes alone" in few.remark
    assert "alone" not in more.remark
