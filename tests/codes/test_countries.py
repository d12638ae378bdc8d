"""Tests of screener.codes.countries."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.codes.countries import (
    countries,
    countries_in_address,
    country,
    country_codes,
    is_country,
    unread_countries,
)
from screener.codes.territories import TERRITORIES

NORTH = [
    "KP", "kp", "PRK", "DPRK", "D.P.R.K.", "North Korea", "KOREA, NORTH", "Korea (North)",
    "N. Korea", "Korea DPR", "Korea, D.P.R.", "DPR Korea", "D.P.R. of Korea",
    "Korea, Democratic People's Republic of", "KOREA, DEMOCRATIC PEOPLE`S REPUBLIC OF",
    "Korea (Democratic People’s Republic of)", "Democratic People's Republic of Korea",
    "The Democratic People's Republic of Korea", "Korea, Dem. People's Rep.",
    "Korea, Dem. People's Rep. of", "North Korea (DPRK)",
    "Korea, Democratic People's Republic of (North Korea)", "朝鲜", "朝鮮", "北朝鲜", "北朝鮮",
    "北韓", "朝鲜民主主义人民共和国", "朝鮮民主主義人民共和國", "북한", "북조선",
    "조선민주주의인민공화국", "КНДР", "Северная Корея", "Corea del Norte", "Corée du Nord",
    "Nordkorea", "Coreia do Norte", "Bắc Triều Tiên", "Made in North Korea", "Origin: DPRK",
    "KP - North Korea", "ＫＰ", "NORTH KORAE", "Nort Korea", "NORTH KOREAA", "Noorth Korea",
]  # fmt: skip
SOUTH = [
    "KR", "KOR", "ROK", "R.O.K.", "South Korea", "Korea, South", "S. Korea", "Republic of Korea",
    "Korea, Republic of", "KOREA (REPUBLIC OF)", "Rep. of Korea", "Korea, Rep.", "韩国", "韓國",
    "南韩", "大韩民国", "대한민국", "한국", "남한", "Corea del Sur", "Corée du Sud", "Südkorea",
    "Hàn Quốc", "Южная Корея", "Made in Korea, Republic of", "Southkorea",
]  # fmt: skip
CHINA = [
    "CN", "CHN", "China", "PRC", "P.R.C.", "P.R. China", "PR China", "P.R.China",
    "China (Mainland)", "Mainland China", "China, People's Republic of",
    "People's Republic of China", "中国", "中國", "中华人民共和国", "중국", "Китай", "Trung Quốc",
    "Chine", "CN (China)", "China/CN",
]  # fmt: skip


@pytest.mark.parametrize("text", NORTH)
def test_every_usual_form_of_the_dprk_is_read(text: str) -> None:
    assert countries(text) == ("KP",)


@pytest.mark.parametrize("text", SOUTH)
def test_every_usual_form_of_the_republic_of_korea_is_read(text: str) -> None:
    assert countries(text) == ("KR",)


@pytest.mark.parametrize("text", CHINA)
def test_every_usual_form_of_china_is_read(text: str) -> None:
    assert countries(text) == ("CN",)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Hong Kong", ("HK",)),
        ("Hong Kong, China", ("HK",)),
        ("Taiwan, Province of China", ("TW",)),
        ("Macau", ("MO",)),
        ("Viet Nam", ("VN",)),
        ("Türkiye", ("TR",)),
        ("Turkey", ("TR",)),
        ("UK", ("GB",)),
        ("U.S.A.", ("US",)),
        ("Cote d'Ivoire", ("CI",)),
        ("Lao People's Democratic Republic", ("LA",)),
        ("Iran, Islamic Republic of", ("IR",)),
        ("Congo, The Democratic Republic of the", ("CD",)),
        ("Bosnia and Herzegovina", ("BA",)),
        ("Estados Unidos", ("US",)),
        ("China, Vietnam", ("CN", "VN")),
        ("China / Vietnam / China", ("CN", "VN")),
        ("China and Vietnam", ("CN", "VN")),
        ("中国、越南", ("CN", "VN")),
        ("Korea, Republic of, China", ("KR", "CN")),
        ("CN - Dandong", ("CN",)),
        ("KP, unclear", ("KP",)),
    ],
)
def test_column_is_read_in_order(text: str, codes: tuple[str, ...]) -> None:
    assert countries(text) == codes


@pytest.mark.parametrize(
    "text",
    ["", "Korea", "Corea", "Congo", "조선", "N/A", "NA", "n.a.", "TBD", "EU", "XK", "ZZ", "1234",
     "not China", "Non-China", "Pyongyang", "Оңтүстік Корея", "North Koreana Foods", "x" * 5_000],
)  # fmt: skip
def test_what_is_unclear_or_no_country_is_unknown(text: str) -> None:
    assert countries(text) is None


@pytest.mark.parametrize(
    ("text", "rest"),
    [("China, Korea", ("Korea",)), ("CN - Dandong", ("Dandong",)), ("China, Vietnam", ())],
)
def test_unread_parts_are_told(text: str, rest: tuple[str, ...]) -> None:
    assert unread_countries(text) == rest


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("12 Road, Dongguan, GD, China", ("CN",)),
        ("Los Angeles, CA, USA", ("US",)),
        ("Dandong, LN, P.R.C.", ("CN",)),
        ("No 3 Industrial Estate, PRK", ()),
        ("Chengdu, SC", ()),
        ("Suncheon, Jeollanam-do, Republic of Korea", ("KR",)),
        ("山西省大同市平城区", ()),
        ("7 Beijing Road, China 832000", ("CN",)),
        ("No 7 Beijing Road 832000 P.R. China", ("CN",)),
        ("12 Main Street Ulsan South Korea", ("KR",)),
        ("Santa Fe, New Mexico 87501", ()),
        ("Industrial and Commercial Bank of China", ()),
        ("5 Lake Chad", ()),
    ],
)
def test_codes_in_an_address_are_no_countries(text: str, codes: tuple[str, ...]) -> None:
    assert countries_in_address(text) == codes


def test_one_country_is_told_from_several() -> None:
    assert country("China") == "CN"
    assert country("China, Vietnam") is None


def test_codes_are_those_of_the_standard() -> None:
    assert len(country_codes()) == 249
    assert is_country("KP")
    assert not is_country("UK")
    assert not is_country("")


@pytest.mark.parametrize("line", TERRITORIES.splitlines(), ids=lambda line: line[:2])
def test_every_name_in_the_table_reads_as_its_country(line: str) -> None:
    code, alpha3, *names = line.split("|")

    wrong = {name for name in names if countries(name) != (code,)}

    # Vietnamese names of three countries are, without marks, codes of others.
    assert wrong <= {"Áo", "Bỉ", "Nga"}
    assert countries(alpha3) == (code,)


@given(text=st.text(max_size=80))
def test_any_text_gives_codes_of_the_standard(text: str) -> None:
    assert set(countries(text) or ()) <= set(country_codes())
