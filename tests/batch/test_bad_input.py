"""Files that nobody designed: each gives a result or a clear error, and no row is lost."""

from pathlib import Path
from typing import NamedTuple

import pytest

from screener.errors import InputError
from screener.pipeline import Screener
from tests.batch.files import Screened, screened

HEADER = "Order No,Vendor,Item,Country of origin\n"
ROWS = "1,Acme,hats,CN\n2,Bolt,cups,VN\n"
CHINESE = "订单号,供应商,品名,原产国\n1,丹东服装有限公司,手工编织帽子和围巾,中国\n"
KOREAN = "주문,공급업체,품명,원산지\n1,평양무역회사,손으로 뜬 모자와 장갑,중국\n"
JAPANESE = "番号,Vendor,Item,Country\n1,東京の手芸店,手編みの帽子と手袋です,中国\n"
FRENCH = "No,Vendor,Item,Country\n1,Société Générale des Étoffes,crêpe façon été à carreaux,CN\n"


class Case(NamedTuple):
    """A file, and what must come of it: the goods read, and where and why rows are rejected."""

    data: bytes
    goods: list[str]
    rejects: tuple[tuple[int, str, str], ...] = ()
    remark: str = ""
    problems: tuple[str, ...] = ()


def utf8(text: str) -> bytes:
    return text.encode()


GOODS = ["hats", "cups"]
WIDE = ",".join(f"c{at}" for at in range(16_383))
CASES = {
    "plain": Case(utf8(HEADER + ROWS), GOODS),
    "mark": Case(utf8("\ufeff" + HEADER + ROWS), GOODS),
    "semicolons": Case(utf8((HEADER + ROWS).replace(",", ";")), GOODS),
    "tabs": Case(utf8((HEADER + ROWS).replace(",", "\t")), GOODS),
    "bars": Case(utf8((HEADER + ROWS).replace(",", "|")), GOODS),
    "line ends of Windows": Case(utf8((HEADER + ROWS).replace("\n", "\r\n")), GOODS),
    "line ends of old Macs": Case(utf8((HEADER + ROWS).replace("\n", "\r")), GOODS),
    "no last line end": Case(utf8((HEADER + ROWS).rstrip("\n")), GOODS),
    "gb18030": Case(CHINESE.encode("gb18030"), ["手工编织帽子和围巾"], remark="gb18030"),
    "cp949": Case(KOREAN.encode("cp949"), ["손으로 뜬 모자와 장갑"], remark="cp949"),
    "shift_jis": Case(JAPANESE.encode("shift_jis"), ["手編みの帽子と手袋です"], remark="guessed"),
    "cp1252": Case(FRENCH.encode("cp1252"), ["crêpe façon été à carreaux"], remark="cp1252"),
    "utf-16 with mark": Case(CHINESE.encode("utf-16"), ["手工编织帽子和围巾"]),
    "utf-16 little": Case(CHINESE.encode("utf-16-le"), ["手工编织帽子和围巾"], remark="utf-16-le"),
    "utf-16 big": Case((HEADER + ROWS).encode("utf-16-be"), GOODS, remark="utf-16-be"),
    "quoted line break": Case(utf8(HEADER + '1,Acme,"ha\nts",CN\n'), ["ha\nts"]),
    "unclosed quote": Case(
        utf8(HEADER + '1,Acme,"hats,CN\n' + ROWS), GOODS, ((2, "", "never closes"),)
    ),
    "unclosed quote that another ends": Case(
        utf8(HEADER + '1,Acme,"hats,CN\n' + ROWS + '3,"Acme",caps,CN\n'),
        [*GOODS, "caps"],
        ((2, "", "never closes"),),
    ),
    "quotes within": Case(utf8(HEADER + '1,Acme,5" hats,CN\n'), ['5" hats']),
    "too few cells": Case(utf8(HEADER + "1,Acme\n" + ROWS), GOODS, ((2, "", "2 cells"),)),
    "too many cells": Case(utf8(HEADER + "1,A,b,CN,x\n" + ROWS), GOODS, ((2, "", "5 cells"),)),
    "one megabyte": Case(
        utf8(HEADER + f"1,Acme,{'x' * 1_000_000},CN\n" + ROWS), GOODS, ((2, "Item", "1,000,000"),)
    ),
    "NUL": Case(utf8(HEADER + "1,Acme,ha\0ts,CN\n" + ROWS), GOODS, ((2, "Item", "NUL"),)),
    "a byte of another encoding": Case(
        utf8(HEADER) + b"1,Acme,ha\xffts,CN\n", ["haÿts"], remark="cp1252 (guessed"
    ),
    "blank lines": Case(utf8("\n\n" + HEADER + "\n , ,,\n" + ROWS + "\n"), GOODS),
    "nothing to screen": Case(utf8(HEADER + "1,,,\n" + ROWS), GOODS, ((2, "", "nothing"),)),
    "doubled headers": Case(
        utf8("Item,Item,Price\nhats,wool,3\n"), ["wool"], remark="put together"
    ),
    "wide": Case(utf8(f"Item,{WIDE}\nhats,{',' * 16_382}\n"), ["hats"], remark="16,363 more"),
    "titles": Case(
        utf8("Purchase orders 2026\n\nprepared by, me\n" + HEADER + ROWS),
        GOODS,
        remark="row 4; 2 rows above it are titles, not screened",
    ),
    "headers of groups above the headers": Case(
        utf8("Order,Seller,Goods,Goods\n" + HEADER + ROWS), GOODS, remark="row 2"
    ),
    "a single cell in another encoding": Case(
        utf8("Item,Vendor\n" + "hats,") + "朝鲜".encode("gb18030"),
        ["hats"],
        remark="from 4 bytes alone",
    ),
    "a stray byte in UTF-8": Case(
        utf8(CHINESE) + b"2,\xe8\xbd,\xe5\xb8\xbd,\n",
        ["手工编织帽子和围巾"],
        ((3, "供应商", "no text"),),
        remark="utf-8 but for 2 bytes",
    ),
    "remark": Case(utf8("Item,remark\nhats,from Dandong\n"), ["hats"]),
    "empty headers": Case(utf8("Item,,\nhats,a,b\n"), ["hats"]),
    "negative prices": Case(
        utf8("Item,Unit price\nhats,-4.50\ncups,(3.00)\n"), GOODS, problems=("unit_price",) * 2
    ),
    "a decimal comma that parts a price": Case(
        utf8("Item,Price\nhats,$4.50\ncups,'4,50 €\n"), GOODS[:1], ((3, "", "3 cells"),)
    ),
    "prices that are no number": Case(
        utf8("Item,Unit price\nhats,TBD\ncups,4.5.6\n"), GOODS, problems=("unit_price",) * 2
    ),
    "dates as numbers": Case(utf8("Item,Order date\nhats,46146\ncups,46146.5\n"), GOODS),
    "dates that are none": Case(
        utf8("Item,Order date\nhats,31/02/2026\ncups,#####\n"), GOODS, problems=("doc_date",) * 2
    ),
    "codes that lost a zero": Case(
        utf8("Item,HS code\nhats,1012100\ncups,101.21\n"), GOODS, problems=("hs_code",) * 2
    ),
    "codes in powers of ten": Case(
        utf8("Item,HS code\nhats,6.30791E+09\ncups,630790.0\n"), GOODS, problems=("hs_code",)
    ),
    "a line that names the delimiter": Case(
        utf8("sep=;\n" + (HEADER + ROWS).replace(",", ";")), GOODS, remark="row 2"
    ),
    "line ends of all kinds": Case(utf8(HEADER + "1,Acme,hats,CN\r\n2,Bolt,cups,VN\r"), GOODS),
    "a line break within a header": Case(
        utf8('Order No,"Vendor\nname",Item\n1,Acme,hats\n'), ["hats"]
    ),
    "delimiters at the ends": Case(utf8("Item,Vendor,\nhats,Acme,\ncups,Bolt,\n"), GOODS),
    "a lone carriage return in a cell": Case(utf8(HEADER + '1,Acme,"ha\rts",CN\n'), ["ha\rts"]),
    "separators of Unicode": Case(utf8(HEADER + "1,Acme,ha\u2028ts,CN\n"), ["ha\u2028ts"]),
    "two marks": Case(utf8("\ufeff\ufeff" + HEADER + ROWS), GOODS),
    "headers in wide letters": Case(utf8("Ｖｅｎｄｏｒ,Item\nAcme,hats\n"), ["hats"]),
    "a sum at the end": Case(utf8("Item,Qty\nhats,3\n,3\n"), ["hats"], ((3, "", "nothing"),)),
    "an arrow through the middle": Case(
        utf8(HEADER + ROWS + "<<<<<<< mine\n" + "3,Acme,caps,CN\n"),
        [*GOODS, "caps"],
        ((4, "", "1 cell,"),),
    ),
}


def file_of(tmp_path: Path, data: bytes, name: str = "orders.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


def goods(found: Screened) -> list[str]:
    names = [
        name for name in ("Item", "品名", "품명") if found.results and name in found.results[0]
    ]
    return [row[name] for name in names for row in found.results]


@pytest.mark.parametrize("name", CASES)
def test_a_file_gives_its_rows_and_rejects(screener: Screener, tmp_path: Path, name: str) -> None:
    case = CASES[name]
    found = screened(screener, file_of(tmp_path, case.data))

    assert goods(found) == case.goods
    assert case.remark in " ".join(found.remarks)
    where = [(int(row["row"]), row["column"]) for row in found.rejects]
    assert where == [(row, column) for row, column, _ in case.rejects]
    for reject, (_, _, wrong) in zip(found.rejects, case.rejects, strict=True):
        assert wrong in reject["wrong"]
        assert reject["remedy"]
        assert reject["text"]
    assert tuple(one["field"] for one in found.problems) == case.problems


REFUSED = {
    "empty": (b"", "empty"),
    "blank": (b"\n\n  \n", "empty"),
    "no known header": (b"a,b\n1,2\n", "none of the 2 headers"),
    "a near header": (b"Suplier name,b\n1,2\n", "did you mean 'supplier_name'"),
    "an unclosed header": (b'Item,"Vendor\n1,2\n', "header row cannot be read"),
    "too wide": (f"Item,{','.join('x' * 16_384)}\n1\n".encode(), "16,385 cells"),
    "a workbook by another name": (
        b"PK\x03\x04\x14\0\x06\0" + bytes(range(256)) * 9,
        "a workbook or another archive",
    ),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), "encoding|none of"),
    "a web page": (b"<html><body><p>Sign in</p></body></html>\n", "a web page"),
    "zeros": (bytes(5_000), "no text in"),
    "a line without end": (b"Item,Vendor\n" + b"x" * 16_000_001, "row 2: the line has"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_a_clear_error(
    screener: Screener, tmp_path: Path, name: str
) -> None:
    data, message = REFUSED[name]

    with pytest.raises(InputError, match=message):
        screened(screener, file_of(tmp_path, data))


def test_text_that_a_spreadsheet_would_run_gets_an_apostrophe(
    screener: Screener, tmp_path: Path
) -> None:
    cells = ["=1+1", "+cmd", "@x", "-x", "-4.50", "+86 21 5555", "hats"]
    data = "Item,x\n" + "".join(f"hats,{cell}\n" for cell in cells)
    found = screened(screener, file_of(tmp_path, utf8(data)))

    shown = [row["x"] for row in found.results]
    assert shown == ["'=1+1", "'+cmd", "'@x", "'-x", "-4.50", "+86 21 5555", "hats"]


def test_a_named_encoding_is_not_guessed(screener: Screener, tmp_path: Path) -> None:
    path = file_of(tmp_path, CHINESE.encode("gb18030"))
    found = screened(screener, path, encoding="gb18030")

    assert goods(found) == ["手工编织帽子和围巾"]
    assert "encoding" not in " ".join(found.remarks)


def test_bytes_that_the_named_encoding_does_not_know_reject_their_row(
    screener: Screener, tmp_path: Path
) -> None:
    data = utf8(HEADER) + b"1,Acme,ha\xffts,CN\n" + utf8(ROWS)
    found = screened(screener, file_of(tmp_path, data), encoding="utf-8")

    assert goods(found) == GOODS
    (reject,) = found.rejects
    assert (reject["row"], reject["column"], reject["line_id"]) == ("2", "Item", "1")
    assert "--encoding" in reject["remedy"]


@pytest.mark.parametrize("encoding", ["latin-9000", "base64"])
def test_an_unknown_encoding_is_refused(screener: Screener, tmp_path: Path, encoding: str) -> None:
    with pytest.raises(InputError, match="unknown encoding"):
        screened(screener, file_of(tmp_path, utf8(HEADER + ROWS)), encoding=encoding)
