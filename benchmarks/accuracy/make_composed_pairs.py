"""Write tests/index/composed_pairs.csv: Chinese company names in Han, pinyin and English.

Usage: python -m benchmarks.accuracy.make_composed_pairs DATA tests/index/composed_pairs.csv

Every name is composed of a place (places_dprk_border_xinjiang/places.csv, GeoNames, CC BY 4.0), a
brand, one or two trade words and a legal form (company_legal_forms/org_types.csv, rigour, MIT).
Brands and trade words are tables of this file, with their pinyin written by hand, so that the
readings are not those of the library that the matcher uses. No pair is a known company; a name
that is one by chance means nothing. A pair is ``same`` if both sides are one composed company,
otherwise they share place, trade and form, and the brand (or place, or number) is another.
"""

import csv
import random
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from opencc import OpenCC

SEED = "composed-1"
EACH = 20
"""Pairs of each kind."""
_LARGE = 50_000
_FORMS = (("有限公司", "Co., Ltd."), ("股份有限公司", "Corporation Ltd."))
_FORM_PINYIN = {"有限公司": "yǒu xiàn gōng sī", "股份有限公司": "gǔ fèn yǒu xiàn gōng sī"}

# Characters that companies like in their names, with the reading they have there.
_BRAND = """
华huá 洋yáng 宏hóng 泰tài 荣róng 兴xīng 鑫xīn 源yuán 盛shèng 达dá 顺shùn 瑞ruì 恒héng 祥xiáng 隆lóng 利lì
丰fēng 德dé 康kāng 嘉jiā 富fù 永yǒng 通tōng 海hǎi 金jīn 成chéng 信xìn 锦jǐn 云yún 彩cǎi 昌chāng 旺wàng
百bǎi 佳jiā 立lì 恩ēn 凯kǎi 诺nuò 尚shàng 美měi 博bó 腾téng 飞fēi 宝bǎo 润rùn 晟shèng 晖huī 骏jùn
"""
# Brands with a character of several readings: whole, with the reading that they have.
_HETERONYMS = (
    ("长兴", "cháng xīng"), ("长乐", "cháng lè"), ("重庆", "chóng qìng"), ("乐天", "lè tiān"),
    ("银行", "yín háng"), ("和兴", "hé xīng"), ("朝晖", "zhāo huī"), ("朝阳", "cháo yáng"),
    ("长青", "cháng qīng"), ("宝藏", "bǎo zàng"), ("都市", "dū shì"), ("乐园", "lè yuán"),
    ("长城", "cháng chéng"), ("行知", "xíng zhī"), ("音乐", "yīn yuè"), ("重兴", "chóng xīng"),
    ("长隆", "cháng lóng"), ("参源", "shēn yuán"), ("盛和", "shèng hé"), ("藏韵", "zàng yùn"),
)  # fmt: skip
# A trade in Han, in pinyin and in English as such companies translate it.
_TRADES = (
    ("纺织服装", "fǎng zhī fú zhuāng", "Textiles and Garments"),
    ("服装", "fú zhuāng", "Garment"),
    ("服饰", "fú shì", "Clothing"),
    ("制衣", "zhì yī", "Garments"),
    ("进出口贸易", "jìn chū kǒu mào yì", "Import and Export Trading"),
    ("国际贸易", "guó jì mào yì", "International Trading"),
    ("贸易", "mào yì", "Trading"),
    ("工艺品", "gōng yì pǐn", "Handicrafts"),
    ("针织", "zhēn zhī", "Knitting"),
    ("玩具", "wán jù", "Toys"),
    ("食品", "shí pǐn", "Foods"),
    ("水产食品", "shuǐ chǎn shí pǐn", "Seafood Products"),
    ("实业", "shí yè", "Industrial"),
    ("机械设备", "jī xiè shè bèi", "Machinery Equipment"),
    ("电子科技", "diàn zǐ kē jì", "Electronic Technology"),
    ("物流", "wù liú", "Logistics"),
)
_MARKS = str.maketrans("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ", "aaaaeeeeiiiioooouuuuvvvv")
_ORDINALS = "一二三四五六七八九"


class Piece(NamedTuple):
    """A part of a name in Han and in pinyin with tone marks, a syllable a word."""

    han: str
    pinyin: str

    @property
    def plain(self) -> str:
        """The syllables as one capitalised word without tones: how papers write it."""
        return self.pinyin.translate(_MARKS).replace(" ", "").capitalize()


class Company(NamedTuple):
    """A composed company; ``place`` is (Han, Latin), ``trade`` (Han, pinyin, English)."""

    place: tuple[str, str]
    brand: Piece
    trade: tuple[str, str, str]
    form: tuple[str, str]

    @property
    def han(self) -> str:
        """The name as registered."""
        return self.place[0] + self.brand.han + self.trade[0] + self.form[0]

    def english(self, brand: str = "", place: str | None = None) -> str:
        """The name as such companies write it in English, with the brand given or as one word."""
        place = self.place[1] if place is None else place
        words = (place, brand or self.brand.plain, self.trade[2], self.form[1])
        return " ".join(word for word in words if word)

    def sounds(self) -> list[str]:
        """The pinyin of brand, trade and form with tone marks; the place as it is written."""
        return [self.place[1], self.brand.pinyin, self.trade[1], _FORM_PINYIN[self.form[0]]]


class Row(NamedTuple):
    """One labelled pair."""

    kind: str
    first: str
    second: str
    same: bool


Make = Callable[[random.Random, "World"], tuple[str, str]]


class World(NamedTuple):
    """What names are composed of."""

    places: Sequence[tuple[str, str]]
    forms: Sequence[tuple[str, str]]

    def company(self, chance: random.Random, brand: Piece | None = None) -> Company:
        """Return a company of random parts."""
        return Company(
            chance.choice(self.places),
            brand or _brand(chance),
            chance.choice(_TRADES),
            chance.choice(self.forms),
        )

    def rival(self, chance: random.Random, company: Company) -> Company:
        """Return a company that differs by a brand that nobody hears alike."""
        while True:
            other = _brand(chance)
            first, second = company.brand.pinyin, other.pinyin
            if _heard(first).isdisjoint(_heard(second)):
                return company._replace(brand=other)

    def neighbour(self, chance: random.Random, company: Company) -> Company:
        """Return a company whose brand differs in its second character, and in its sound."""
        while True:
            second = chance.choice(_characters())
            brand = Piece(
                company.brand.han[0] + second.han,
                f"{company.brand.pinyin.split()[0]} {second.pinyin}",
            )
            if _heard(brand.pinyin) - _heard(company.brand.pinyin):
                return company._replace(brand=brand)


def _heard(pinyin: str) -> set[str]:
    return {syllable.translate(_MARKS).replace("ng", "n") for syllable in pinyin.split()}


def _characters() -> list[Piece]:
    return [Piece(word[0], word[1:]) for word in _BRAND.split()]


def _brand(chance: random.Random) -> Piece:
    first, second = chance.sample(_characters(), 2)
    return Piece(first.han + second.han, f"{first.pinyin} {second.pinyin}")


def _apart(pinyin: str) -> str:
    return " ".join(one.capitalize() for one in pinyin.translate(_MARKS).split())


def _written(company: Company, *, marked: bool, joined: bool) -> str:
    """Return a name in pinyin from end to end."""
    parts = [part if marked else part.translate(_MARKS) for part in company.sounds()]
    if joined:
        parts = [part.replace(" ", "") for part in parts]
    return " ".join(word.capitalize() for part in parts for word in part.split())


def _same_ways() -> dict[str, Callable[[Company, random.Random], tuple[str, str]]]:
    """Return, by kind, two ways to write one company."""
    traditional = OpenCC("s2t")

    def abbreviated(company: Company) -> str:
        shorter = (
            ("International", "Intl"),
            ("Trading", "Trdg"),
            ("Import and Export", "Imp. & Exp."),
        )
        text = company.english().replace("Co., Ltd.", "CO LTD").replace(" and ", " & ")
        for long, short in shorter:
            text = text.replace(long, short)
        return text.upper()

    return {
        "Han, simplified and traditional": lambda one, _: (
            one.han, str(traditional.convert(one.han))),
        "Han, place behind the brand": lambda one, _: (
            one.han, f"{one.brand.han}（{one.place[0]}）{one.trade[0]}{one.form[0]}"),
        "Han, with the suffix of the city": lambda one, _: (
            one.han, one.han.replace(one.place[0], one.place[0] + "市", 1)),
        "Han and English": lambda one, _: (one.han, one.english()),
        "Han and English, syllables apart": lambda one, _: (
            one.han, one.english(_apart(one.brand.pinyin))),
        "Han and English, abbreviated": lambda one, _: (one.han, abbreviated(one)),
        "Han and English without the place": lambda one, _: (one.han, one.english(place="")),
        "Traditional Han and English": lambda one, _: (
            str(traditional.convert(one.han)), one.english()),
        "Han and pinyin": lambda one, _: (one.han, _written(one, marked=False, joined=True)),
        "Han and pinyin, syllables apart": lambda one, _: (
            one.han, _written(one, marked=False, joined=False)),
        "Han and pinyin with tones": lambda one, _: (
            one.han, _written(one, marked=True, joined=True)),
        "Pinyin and English": lambda one, _: (
            _written(one, marked=False, joined=True), one.english()),
    }  # fmt: skip


def _other_ways(world: World) -> dict[str, Callable[[Company, random.Random], tuple[str, str]]]:
    """Return, by kind, two companies that share place and trade, or brand and trade."""

    def elsewhere(company: Company, chance: random.Random) -> Company:
        places = [place for place in world.places if set(place).isdisjoint(company.place)]
        return company._replace(place=chance.choice(places))

    def numbered(company: Company, number: str) -> str:
        return f"{company.place[0]}{company.brand.han}第{number}{company.trade[0]}厂"

    def two_numbers(company: Company, chance: random.Random) -> tuple[str, str]:
        first, second = chance.sample(_ORDINALS, 2)
        return numbered(company, first), numbered(company, second)

    return {
        "Han, other brand": lambda one, chance: (one.han, world.rival(chance, one).han),
        "Han, brand half the same": lambda one, chance: (
            one.han, world.neighbour(chance, one).han),
        "Han, other place": lambda one, chance: (one.han, elsewhere(one, chance).han),
        "Han, other number": two_numbers,
        "Han and English, other brand": lambda one, chance: (
            one.han, world.rival(chance, one).english()),
        "Han and English, brand half the same": lambda one, chance: (
            one.han, world.neighbour(chance, one).english()),
        "Han and English, other place": lambda one, chance: (
            one.han, elsewhere(one, chance).english()),
        "Han and pinyin, other brand": lambda one, chance: (
            one.han, _written(world.rival(chance, one), marked=False, joined=True)),
        "English, other brand": lambda one, chance: (
            one.english(), world.rival(chance, one).english()),
        "English, brand half the same": lambda one, chance: (
            one.english(), world.neighbour(chance, one).english()),
    }  # fmt: skip


def composed(world: World) -> Iterator[Row]:
    """Yield the pairs, kind by kind; every kind has a seed of its own."""
    for kind, way in _same_ways().items():
        chance = random.Random(f"{SEED}:{kind}")
        for _ in range(EACH):
            yield Row(kind, *way(world.company(chance), chance), same=True)
    for kind, way in _other_ways(world).items():
        chance = random.Random(f"{SEED}:{kind}")
        for _ in range(EACH):
            yield Row(kind, *way(world.company(chance), chance), same=False)
    chance = random.Random(f"{SEED}:heteronyms")
    for han, pinyin in _HETERONYMS:
        company = world.company(chance, Piece(han, pinyin))
        yield Row("Han and English, several readings", company.han, company.english(), same=True)


def world_of(data: Path) -> World:
    """Return the larger places of the border and Xinjiang, and the forms that rigour knows."""
    simplified = OpenCC("t2s")
    with (data / "places_dprk_border_xinjiang" / "places.csv").open(encoding="utf-8") as stream:
        places = [
            (
                str(simplified.convert(row["alt_han"].split("|")[0].removesuffix("市"))),
                row["name"].replace("’", "'"),
            )
            for row in csv.DictReader(stream)
            if row["country"] == "CN" and row["alt_han"] and int(row["population"]) >= _LARGE
        ]
    with (data / "company_legal_forms" / "org_types.csv").open(encoding="utf-8") as stream:
        known = {row["alias"] for row in csv.DictReader(stream)}
    two = [place for place in places if len(place[0]) == 2 and place[1].isascii()]
    return World(two, [form for form in _FORMS if form[0] in known])


def main() -> None:
    """Write the pairs."""
    rows = list(composed(world_of(Path(sys.argv[1]))))
    with Path(sys.argv[2]).open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(["kind", "first", "second", "same"])
        writer.writerows((*row[:3], "yes" if row.same else "no") for row in rows)


if __name__ == "__main__":
    main()
