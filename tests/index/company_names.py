"""Company names by the thousand, and the same disturbed as traders and scanners disturb them.

Adapted, shortened, from the generator of the speed study (seeds are the caller's): the heavy
head of places and trade words is what makes screening hard, so it is kept heavy.
"""

import random
from collections.abc import Sequence

_SYLLABLES = (
    "an bao chang cheng da dong fang feng fu guang guo hai heng hong hua hui jia jian jin jing kang "
    "lian long mei ming ning peng qi rui sheng shun tai tian tong wan wei xin xing yang yi yong yuan "
    "zhe zheng zhong"
).split()
_ONSETS = "b br c d f g gr k l m n p pl r s st t tr v z".split()
_RIMES = "a e i o u ai el an or ix on".split()
_PLACES = (
    "Shenzhen Guangdong Shanghai Ningbo Xinjiang Dandong Shenyang Hotan Korea Vietnam India".split()
)
_TRADES = (
    "Trading|Trading|Import & Export|Textile|Textiles|Garment|Technology|Technology|Electronics|"
    "Chemical|Plastic Products|Machinery|Food|Furniture|Logistics|International|Industrial|Group"
).split("|")
_FORMS = ("Co., Ltd.", "Co., Ltd.", "Co Ltd", "Limited", "Inc.", "LLC", "GmbH", "Pvt. Ltd.", "")
_SHORT = {
    "trading": "trdg",
    "technology": "tech",
    "international": "intl",
    "industrial": "ind",
    "group": "grp",
}
DISTURBANCES = (
    "exact",
    "case",
    "typo",
    "two typos",
    "swap",
    "form",
    "short",
    "drop",
    "join",
    "split",
    "cut",
)


def _brand(dice: random.Random) -> str:
    if dice.random() < 0.6:
        count = dice.choices((2, 3, 4), (62, 28, 10))[0]
        syllables = [dice.choice(_SYLLABLES) for _ in range(count)]
        joint = " " if dice.random() < 0.15 else ""
        return (joint.join(syllables[:2]) + "".join(syllables[2:])).title()
    parts = [dice.choice(_ONSETS) + dice.choice(_RIMES) for _ in range(dice.choice((2, 3)))]
    return "".join(parts).capitalize()


def company_name(dice: random.Random) -> str:
    """Return one name."""
    words = [dice.choice(_PLACES)] if dice.random() < 0.6 else []
    words += [_brand(dice) for _ in range(dice.choices((1, 2), (85, 15))[0])]
    words += dice.sample(_TRADES, dice.choices((1, 2), (70, 30))[0])
    if dice.random() < 0.05:
        words.append(f"No. {dice.randrange(1, 9)}")
    return " ".join(word for word in (*words, dice.choice(_FORMS)) if word)


def company_names(count: int, seed: int) -> list[str]:
    """Return distinct names, the same for the same seed."""
    dice, names = random.Random(seed), dict[str, None]()
    while len(names) < count:
        names[company_name(dice)] = None
    return list(names)


def disturbed(name: str, kind: str, dice: random.Random) -> str:
    """Return a name disturbed in one way."""
    words = name.split()
    at = dice.randrange(len(words))
    letter = dice.randrange(len(name))
    changed = {
        "case": name.upper(),
        "typo": _typo(name, dice),
        "two typos": _typo(_typo(name, dice), dice),
        "swap": " ".join([*words[1:], words[0]]),
        "form": f"{name} {dice.choice(_FORMS)}",
        "short": " ".join(_SHORT.get(word.lower(), word) for word in words),
        "drop": " ".join(words[:at] + words[at + 1 :]),
        "join": " ".join([*words[:at], "".join(words[at : at + 2]), *words[at + 2 :]]),
        "split": f"{name[:letter]} {name[letter:]}",
        "cut": name[: max(8, int(0.85 * len(name)))],
    }
    return changed.get(kind, name)


def _typo(name: str, dice: random.Random) -> str:
    at = dice.randrange(len(name))
    letter = dice.choice("aeinorst")
    return dice.choice(
        [
            name[:at] + letter + name[at:],
            name[:at] + name[at + 1 :],
            name[:at] + letter + name[at + 1 :],
            name[:at] + name[at + 1 : at + 2] + name[at : at + 1] + name[at + 2 :],
        ]
    )


def disturbed_names(names: Sequence[str], count: int, seed: int) -> list[str]:
    """Return so many of the names, each disturbed in one of the ways in turn."""
    dice = random.Random(seed)
    return [
        disturbed(dice.choice(names), DISTURBANCES[number % len(DISTURBANCES)], dice)
        for number in range(count)
    ]
