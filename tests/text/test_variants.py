"""Han variants."""

import pytest

from screener.text.variants import simplified


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("義", "义"),
        ("鮮", "鲜"),
        ("國", "国"),
        ("圖", "图"),
        ("労", "劳"),
        ("県", "县"),
        ("鹽", "盐"),
        ("丹", "丹"),
        ("东", "东"),
        ("a", "a"),
    ],
)
def test_variants_become_simplified(written: str, form: str) -> None:
    assert simplified(written) == form


def test_simplified_chinese_is_left_alone() -> None:
    ordinary = [chr(code) for code in range(0x4E00, 0x9FA6) if _level_one(chr(code))]

    changed = [character for character in ordinary if simplified(character) != character]

    # Characters that are simplified forms and also traditional forms of another character
    # may fold further; none of the everyday ones does.
    assert len(changed) < 30


def _level_one(character: str) -> bool:
    try:
        encoded = character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return 0xB0 <= encoded[0] <= 0xD7
