"""Write the stress set: real products made in China, each given a supplier city by exact shares.

Usage: python -m benchmarks.accuracy.stress recalls.csv.gz places.csv FOLDER

The products are recalls of the US Consumer Product Safety Commission (public domain) made in
China alone; the places of Liaoning and Jilin come from GeoNames (CC BY 4.0). Two files are written:
``stress.csv`` adds no word to the description, so that what is raised there is raised wrongly;
``stress_worked.csv`` holds the same rows with one hand-work and one process word added, so that
what is reported of the border must be raised there. The column place_group says which share a
row belongs to, source_row_ref which recall the product is.
"""

import csv
import gzip
import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple, TypeVar

Item = TypeVar("Item")

SEED = 2026
LONGEST = 300
SHARES = {"dandong": 500, "crossing": 500, "liaoning-jilin": 1_500, "elsewhere": 47_500}
SMALLEST_OTHER = 20_000
SUBURBS = frozenset({"Langtoucun"})  # of the city of Dandong, by no name that a screener knows
COLUMNS = (
    "line_id source_row_ref product_description country_of_origin supplier_name supplier_city "
    "supplier_province supplier_country notes place_group"
).split()
PROVINCES = {"cn_liaoning": "Liaoning", "cn_jilin": "Jilin"}

# Names as traders write them; the places file says whether the place is known, and where.
DANDONG = {"Dandong": "丹东", "Donggang": "东港", "Kuandian": "宽甸", "Fengcheng": "凤城"}
CROSSING = {
    "Ji'an": "集安",
    "Linjiang": "临江",
    "Changbai": "长白",
    "Helong": "和龙",
    "Longjing": "龙井",
    "Tumen": "图们",
    "Hunchun": "珲春",
}
# Elsewhere in China, with the namesakes and look-alikes of border towns among them.
ELSEWHERE = """
Guangdong: Guangzhou, Shenzhen, Dongguan, Foshan, Shantou, Zhongshan, Huizhou, Jiangmen, Chaozhou
Zhejiang: Ningbo, Yiwu, Hangzhou, Wenzhou, Jinhua, Taizhou, Shaoxing, Jiaxing, Dongyang, Cixi
Jiangsu: Suzhou, Nanjing, Wuxi, Nantong, Changzhou, Yangzhou, Zhangjiagang, Lianyungang
Shandong: Qingdao, Jinan, Yantai, Weihai, Linyi, Weifang, Zibo, Heze
Fujian: Xiamen, Quanzhou, Fuzhou, Zhangzhou, Nanping, Longyan
Hebei: Shijiazhuang, Baoding, Tangshan, Dingzhou, Langfang, Cangzhou
Jiangxi: Nanchang, Ji'an, Fengcheng, Ganzhou, Jiujiang
Henan: Zhengzhou, Xuchang, Luoyang, Xinxiang
Anhui: Hefei, Wuhu, Anqing
Hubei: Wuhan, Yichang, Xiangyang
Hunan: Changsha, Yueyang
Shanxi: Taiyuan, Datong
Sichuan: Chengdu, Mianyang
Guangxi: Nanning, Liuzhou
Heilongjiang: Harbin, Qiqihar
Shanghai: Shanghai
Tianjin: Tianjin
Chongqing: Chongqing
"""
FIRST_WORDS = "Brightfield Clearbrook Evergreen Goldleaf Morningside Riverstone Silverpine".split()
LAST_WORDS = ("Trading Co Ltd", "Industrial Co Ltd", "Import and Export Co Ltd", "Products Factory")
HAND_WORDS = (
    "handmade",
    "hand crocheted",
    "crochet",
    "hand knitted",
    "钩针",
    "手工",
    "손뜨개",
)
PROCESS_WORDS = (
    "toll processing",
    "consignment processing",
    "outward processing",
    "materials supplied by buyer",
    "CMT",
    "来料加工",
    "委托加工",
    "임가공",
)


class Place(NamedTuple):
    """A supplier's town as written in the row, and its province."""

    city: str
    province: str


def products(path: Path) -> list[tuple[str, str]]:
    """Return (recall id, description on one line) of every product made in China alone."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if row["countries"] == "China"]
    return [
        (row["recall_id"], " ".join(f"{row['products']}. {row['description']}".split())[:LONGEST])
        for row in sorted(rows, key=lambda one: one["recall_id"])
        if row["products"]
    ]


def _names(row: Mapping[str, str]) -> set[str]:
    names = {row["name"], *row["alt_latin"].split("|")}
    return {name.replace("’", "'") for name in names}


def _known(rows: Sequence[Mapping[str, str]], group: str, wanted: Mapping[str, str]) -> list[Place]:
    """Return the wanted places that the file knows in their province, in both scripts."""
    known = set().union(*(_names(row) for row in rows if row["group"] == group))
    absent = sorted(set(wanted) - known)
    if absent:
        raise SystemExit(f"the places file knows no {', '.join(absent)} in {PROVINCES[group]}")
    province = PROVINCES[group]
    return [Place(city, province) for pair in wanted.items() for city in pair]


def _others(rows: Sequence[Mapping[str, str]]) -> list[Place]:
    """Return the larger towns of both provinces that belong to neither border group."""
    border = {**DANDONG, **CROSSING}.keys()
    return sorted(
        Place(row["name"].replace("’", "'"), PROVINCES[row["group"]])
        for row in rows
        if row["group"] in PROVINCES
        and int(row["population"] or 0) >= SMALLEST_OTHER
        and not (border | SUBURBS) & _names(row)
    )


def _elsewhere() -> list[Place]:
    lines = (line.split(": ") for line in ELSEWHERE.strip().splitlines())
    return [Place(city, province) for province, towns in lines for city in towns.split(", ")]


def places(path: Path) -> dict[str, list[Place]]:
    """Return the towns to draw from, by share."""
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    return {
        "dandong": _known(rows, "cn_liaoning", DANDONG),
        "crossing": _known(rows, "cn_jilin", CROSSING),
        "liaoning-jilin": _others(rows),
        "elsewhere": _elsewhere(),
    }


def _endless(items: Sequence[Item], chance: random.Random) -> Iterator[Item]:
    """Yield every item once in a shuffled order, then again in another, without end."""
    while True:
        yield from chance.sample(items, len(items))


def stress_rows(
    goods: Sequence[tuple[str, str]], towns: Mapping[str, Sequence[Place]]
) -> list[dict[str, str]]:
    """Return the rows of every share, mixed; the same for the same data."""
    chance = random.Random(SEED)
    rows = []
    for group, count in SHARES.items():
        drawn = zip(_endless(goods, chance), _endless(towns[group], chance), strict=True)
        for (recall, text), place in islice(drawn, count):
            name = f"{chance.choice(FIRST_WORDS)} {chance.choice(LAST_WORDS)}"
            rows.append(
                {
                    "source_row_ref": f"CPSC-{recall}",
                    "product_description": text,
                    "country_of_origin": "CN",
                    "supplier_name": name,
                    "supplier_city": place.city,
                    "supplier_province": place.province,
                    "supplier_country": "CN",
                    "notes": "",
                    "place_group": group,
                }
            )
    chance.shuffle(rows)
    return [{"line_id": f"STRESS-{number:05}", **row} for number, row in enumerate(rows, 1)]


def worked(rows: Sequence[Mapping[str, str]]) -> list[dict[str, str]]:
    """Return the same rows with a hand-work word before the goods and a process word noted."""
    chance = random.Random(SEED + 1)
    return [
        {
            **row,
            "product_description": f"{chance.choice(HAND_WORDS)} {row['product_description']}",
            "notes": chance.choice(PROCESS_WORDS),
        }
        for row in rows
    ]


def _write(path: Path, rows: Sequence[Mapping[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    sys.stdout.write(f"{path.name}: {len(rows)} rows\n")


def main() -> None:
    """Write both files into the folder given."""
    recalls, gazetteer, folder = (Path(argument) for argument in sys.argv[1:4])
    folder.mkdir(parents=True, exist_ok=True)
    rows = stress_rows(products(recalls), places(gazetteer))
    _write(folder / "stress.csv", rows)
    _write(folder / "stress_worked.csv", worked(rows))


if __name__ == "__main__":
    main()
