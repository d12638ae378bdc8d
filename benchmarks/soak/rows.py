"""Many real-looking lines screened end to end, beside pyarrow reading and writing the same file.

Run: ``python benchmarks/soak/rows.py [--rows 1000000] [--workers 2] [--distinct 0.05] [--trade FILE]``; ten
million rows show that memory is flat and time linear.
The lines are those of the example (recall notices and illustrations), varied in words, figures, suppliers
and places until the asked share of them is distinct, then repeated in random order with an id each. Every
other line is one of a file of trade records, if one is named: a CSV, gz too, with the columns reporter,
flow, supplier, hs_code, hs_description, partner_country (none is shipped).
Prints the share of distinct values of each column, the share of rows with a screening to show, rows a second from the start of the command to its
end, the peak of memory of all its processes together, and the ratio to ``read_csv`` and ``write_csv``
of pyarrow, which run before and after with all cores; the faster of both counts. Where other work
shares the machine, seconds of processor tell more than those of the clock; both are printed.
"""

import argparse
import csv
import gzip
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pyarrow.csv as pc

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "seeds" / "examples" / "example.csv"
AS_OF = "2026-11-25"
SEED = 11
_FIRST = (
    "Sunrise", "Golden", "Pacific", "Harbour", "Evergreen", "Lotus", "Summit", "Orchid", "River",
    "Bright", "Silk", "Union", "Star", "Pearl", "Crown", "Maple", "Delta", "Nova", "Apex", "Coral",
)  # fmt: skip
_TRADES = ("Trading", "Textile", "Crafts", "Industrial", "Garments", "Export", "Light Industry")
_FORMS = ("Co., Ltd.", "Ltd", "Inc.", "GmbH", "JSC", "S.A.", "LLC")
_CITIES = ("Ningbo", "Yiwu", "Shenzhen", "Hanoi", "Izmir", "Tiruppur", "Porto", "Qingdao", "Leon")
_COUNTRIES = ("CN", "CN", "VN", "TR", "IN", "PT", "CN", "MX")
_COLOURS = ("red", "blue", "grey", "large", "small", "boxed", "printed", "plain", "assorted")
_HEADINGS = (  # what most lines of US imports are of, and some that lists name
    "851713", "847130", "870323", "870829", "940360", "940161", "392690", "731815", "848180",
    "854442", "640299", "950300", "300490", "853690", "420292", "611020", "630790", "392490",
)  # fmt: skip
_FIGURE = re.compile(r"\d+")
_HEADERS = (
    "line_id", "product_description", "hs_code", "country_of_origin", "doc_date", "supplier_name",
    "supplier_city", "supplier_country", "unit_price", "currency", "quantity", "notes",
)  # fmt: skip


class Given(NamedTuple):
    """A line to vary; what is empty is made up."""

    text: str
    hs_code: str
    origin: str
    supplier: str
    city: str
    country: str
    notes: str


def example_lines() -> list[Given]:
    """Return the lines of the example."""
    with EXAMPLE.open(encoding="utf-8-sig", newline="") as file:
        return [
            Given(
                row["product_description"], row["hs_code"], row["country_of_origin"],
                row["supplier_name"], row["supplier_city"], row["supplier_country"], row["notes"],
            )
            for row in csv.DictReader(file)
        ]  # fmt: skip


def trade_lines(path: Path) -> list[Given]:
    """Return the lines of a file of trade records that name a supplier."""
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["supplier"]]
    found = []
    for row in rows:
        seller = row["partner_country"] if row["flow"] == "import" else row["reporter"]
        text = row["hs_description"][:300]
        found.append(Given(text, row["hs_code"], seller, row["supplier"], "", seller, ""))
    return found


def distinct_lines(count: int, draw: random.Random, trade: Sequence[Given] = ()) -> list[list[str]]:
    """Return so many lines that differ, without their ids; every other one of trade if given."""
    sources = [one for one in (example_lines(), trade) if one]
    found = []
    for at in range(count):
        given, turn = sources[at % len(sources)], at // len(sources)
        row = given[turn % len(given)]
        text, supplier = row.text, row.supplier
        if turn >= len(given):
            text = _FIGURE.sub(lambda _: str(draw.randint(1, 2_000)), text)
            text = f"{draw.choice(_COLOURS)} {text}"
            supplier = supplier and f"{supplier} {draw.randint(1, 40)}"
        made_up = (
            f"{draw.choice(_FIRST)} {draw.choice(_FIRST)} {draw.choice(_TRADES)} "
            f"{draw.randint(1, 400)} {draw.choice(_FORMS)}"
        )
        found.append([
            text, row.hs_code or draw.choice(_HEADINGS) + str(draw.randint(1000, 9999)),
            row.origin or draw.choice(_COUNTRIES),
            f"2026-{draw.randint(1, 11):02}-{draw.randint(1, 28):02}", supplier or made_up,
            row.city or draw.choice(_CITIES), row.country or draw.choice(_COUNTRIES),
            f"{draw.randint(50, 9_000) / 100:.2f}", "USD", str(draw.randint(1, 5_000)), row.notes,
        ])  # fmt: skip
    return found


def write_lines(path: Path, rows: int, share: float, trade: Sequence[Given] = ()) -> None:
    """Write lines of which a share is distinct, and say how much of each column is."""
    draw = random.Random(SEED)
    lines = distinct_lines(max(1, round(rows * share)), draw, trade)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(_HEADERS)
        for at in range(rows):
            writer.writerow([f"L{at}", *(lines[at] if at < len(lines) else draw.choice(lines))])
    told = ", ".join(
        f"{name} {len({line[at] for line in lines}) / rows:.2%}"
        for at, name in enumerate(_HEADERS[1:])
    )
    print(f"{rows:,} rows, {path.stat().st_size:,} bytes; distinct: rows {share:.2%}, {told}")


def lines_in(path: Path) -> int:
    """Return how many lines a file has."""
    with path.open("rb") as file:
        return sum(piece.count(b"\n") for piece in iter(partial(file.read, 1 << 24), b""))


class Time(NamedTuple):
    """Seconds of the clock and of all processors."""

    clock: float
    processor: float


def copied(path: Path, to: Path) -> Time:
    """Return the time in which pyarrow reads and writes a file."""
    began = time.monotonic(), time.process_time()
    options = pc.ParseOptions(newlines_in_values=True)
    pc.write_csv(pc.read_csv(path, parse_options=options), to)
    return Time(time.monotonic() - began[0], time.process_time() - began[1])


def screened(path: Path, folder: Path, workers: int) -> tuple[Time, int]:
    """Screen a file; return the time and the most bytes that all processes held together."""
    command = [sys.executable, "-m", "screener", "screen", str(path), "-o", str(folder)]
    began = time.monotonic()
    process = subprocess.Popen(
        [*command, "--as-of", AS_OF, "--workers", str(workers)], cwd=ROOT,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    peak = 0
    while process.poll() is None:
        peak = max(peak, sum(map(_held, _family(process.pid))))
        time.sleep(0.25)
    if process.returncode > 1:
        message = f"the run ended with {process.returncode}"
        raise RuntimeError(message)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Time(time.monotonic() - began, used.ru_utime + used.ru_stime), peak


def _family(pid: int) -> Iterator[int]:
    """Yield a process and those it started."""
    yield pid
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except OSError:
        return
    for child in children:
        yield from _family(int(child))


def _held(pid: int) -> int:
    """Return the bytes a process holds, shared ones by its part of them; 0 once it is gone."""
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return 0
    found = re.search(r"^Pss:\s+(\d+) kB", text, re.MULTILINE)
    return int(found[1]) * 1024 if found else 0


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--distinct", type=float, default=0.05)
    parser.add_argument("--trade", type=Path, help="a file of trade records")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        path, copy_path, out = (Path(name) / one for one in ("lines.csv", "copy.csv", "out"))
        trade = () if given.trade is None else trade_lines(given.trade)
        write_lines(path, given.rows, given.distinct, trade)
        before = copied(path, copy_path)
        took, peak = screened(path, out, given.workers)
        copy = min(before, copied(path, copy_path))
        shown = lines_in(out / "screenings.jsonl") / given.rows
        written = sum(file.stat().st_size for file in out.iterdir())
    rate, each = given.rows / took.clock, given.rows / took.processor
    print(f"{given.workers} workers: {took.clock:.1f} s, {rate:,.0f} rows a second; ", end="")
    print(f"{took.processor:.1f} s of processor, {each:,.0f} rows a second and core")
    print(f"peak of memory: {peak / 2**20:,.0f} MiB; {written:,} bytes written, ", end="")
    print(f"with a screening to show for {shown:.1%} of the rows")
    print(f"pyarrow: {copy.clock:.2f} s, {copy.processor:.2f} s of processor; ", end="")
    ratios = took.clock / copy.clock, took.processor / copy.processor
    print(f"{ratios[0]:.1f} times as long, {ratios[1]:.1f} times the processor")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
