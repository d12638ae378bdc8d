"""Company names made up from a small vocabulary, dense enough for names to lie close together."""

import random

_BRANDS = """
huayang huayan huayuan hengda hengde hongtai lianda zhongsheng zhongseng xinhua xinhuo haolin
hoshine tianshan taesong taedong sinhung mansudae ryugyong paekho camel ninestar chenguang
meixin goodwill rixin jingde sunrise stellantis stellaris petrochina petrochinna kumgang
aluminat everest radica badica golden brightway gazprom gasprom lxc lau ab tq
""".split()
_HALVES = "hua yang heng da hong tai good will xin lian tian shan rixin fu".split()
_PLACES = "dandong shenyang liaoning korea shenzhen foshan xinjiang sinuiju dandon".split()
_TRADES = """
textile textiles garment trading trdg trade import export impex technology tech chemical
industry factory group international intl tading texitle general mining
""".split()
_FORMS = ["Co., Ltd.", "Corporation", "LLC", "Limited", "", "", "GmbH", "Sdn. Bhd."]
_NUMBERS = ["No. 2", "Second", "No. 3", "44", "I", "II"]
_HAN_BRANDS = "华洋 华阳 华孚 华孚色纺 天山 阿里巴巴 恒达".split()
_HAN_TRADES = "纺织 服装 贸易 进出口 棉业".split()
_HANGUL = ["조선대성무역회사", "조선 대성 무역회사", "대상무역", "신의주방직공장", "릉라무역회사"]


def made_name(dice: random.Random) -> str:
    """Return one name."""
    kind = dice.random()
    if kind < 0.08:
        return dice.choice(_HANGUL)
    if kind < 0.2:
        place = dice.choice(["丹东", "新疆", "沈阳市", ""])
        return f"{place}{dice.choice(_HAN_BRANDS)}{dice.choice(_HAN_TRADES)}有限公司"
    words = [dice.choice(_PLACES)] if dice.random() < 0.5 else []
    if dice.random() < 0.85:
        words.append(dice.choice(_BRANDS))
    if dice.random() < 0.3:
        words += [dice.choice(_HALVES), dice.choice(_HALVES)]
    if dice.random() < 0.15:
        words.append(dice.choice(_NUMBERS))
    words += [dice.choice(_TRADES) for _ in range(dice.randrange(3))]
    if dice.random() < 0.1:
        dice.shuffle(words)
    return " ".join(word for word in [*words, dice.choice(_FORMS)] if word) or "huayang"


def disturbed(name: str, dice: random.Random) -> str:
    """Return a name with a letter changed, a word dropped, moved, joined or added."""
    words = name.split()
    at = dice.randrange(len(words))
    deed = dice.randrange(7)
    if deed == 0 and len(words[at]) > 1:
        cut = dice.randrange(len(words[at]))
        words[at] = words[at][:cut] + dice.choice("aeghnst") + words[at][cut + 1 :]
    elif deed == 1 and len(words[at]) > 1:
        cut = dice.randrange(len(words[at]))
        words[at] = words[at][:cut] + words[at][cut + 1 :]
    elif deed == 2 and len(words) > 1:
        words[at : at + 2] = ["".join(words[at : at + 2])]
    elif deed == 3 and len(words[at]) > 4:
        cut = dice.randrange(2, len(words[at]) - 1)
        words[at] = f"{words[at][:cut]} {words[at][cut:]}"
    elif deed == 4 and len(words) > 1:
        del words[at]
    elif deed == 5:
        dice.shuffle(words)
    return " ".join(words)


def made_names(count: int, seed: int) -> list[str]:
    """Return distinct names, the same for the same seed."""
    dice = random.Random(seed)
    names: dict[str, None] = {}
    while len(names) < count:
        names[made_name(dice)] = None
    return list(names)
