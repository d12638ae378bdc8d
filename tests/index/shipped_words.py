"""The generic words as shipped, and a few places, for the tests of name matching."""

from pathlib import Path

_FILE = Path(__file__).parents[2] / "watchlists" / "business-words" / "words.txt"

GENERIC = frozenset(_FILE.read_text(encoding="utf-8").split("\n")) - {""}
PLACES = {
    "china": "CN",
    "dandong": "CN-LN/dandong/",
    "丹东": "CN-LN/dandong/",
    "liaoning": "CN-LN",
    "辽宁": "CN-LN",
    "shenyang": "CN-LN/shenyang/",
    "沈阳": "CN-LN/shenyang/",
    "shenzhen": "CN-GD/shenzhen/",
    "sinuiju": "KP-03/sinuiju/",
}
