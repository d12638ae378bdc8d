"""Write the shipped samples of public lists from extracts of them.

    python -m benchmarks.accuracy.make_samples EXTRACTS

EXTRACTS is a folder as tests/lists/published/README.md describes it. Each list is rendered into
its publisher's layout and read by the product's own reader, so that a sample has the entries that
an import of the official file would have.
"""

import hashlib
import io
import json
import sys
from pathlib import Path
from typing import NamedTuple

import msgspec

from screener.editions.guards import slight_names
from screener.editions.searching import NameSearch
from screener.factory import BUSINESS_WORDS, TRADE_WORDS
from screener.lists.edition import read_edition, read_gazetteer, read_vocabulary
from screener.lists.formats import Publisher, format_named
from screener.lists.listed import Listed
from screener.lists.readers import ofac_csv
from screener.lists.readers.lines import Source
from screener.lists.writing import alias_texts, entry_text, files
from screener.resources import shipped
from screener.rules.fields import read_fields
from tests.lists.published import extracts, layouts

ROOT = Path(__file__).parent.parent.parent

CORPS: extracts.Row = {
    "name": "Xinjiang Production and Construction Corps", "aliases": "", "former_names": "",
    "effective_date": "2022-06-21", "sublist": "v",
}  # fmt: skip
"""The party that the Act itself names among those to be listed; the extract lacks it."""
REMARKS = {CORPS["name"]: "named in the Act itself; the day of listing is general knowledge"}
"""What ships beside an entry in words of our own."""


class Sample(NamedTuple):
    """A list to write: its id, format and the files of it, and what its manifest says."""

    list_id: str
    format_name: str
    contents: tuple[bytes, ...]
    day: str
    title: str
    coverage: str
    under: str
    sample: bool
    attribution: str


def samples(folder: Path) -> tuple[Sample, ...]:
    """Return the samples of the lists whose licence lets them be shipped."""
    uflpa = extracts.rows(folder / "uflpa_entity_list_partial", "entities.csv")
    dprk = extracts.objects(folder / "un_1718_dprk", "un_dprk.jsonl")
    goods = extracts.rows(folder / "dol_ilab_goods", "goods_2022_edition.csv")
    return (
        Sample(
            "uflpa-sample", "uflpa-html", (layouts.uflpa_page([*uflpa, CORPS]),), "2025-01-15",
            "Sample of the UFLPA Entity List",
            "Sample: 78 of the 144 entities of January 2025, those that public texts name, and the "
            "Xinjiang Production and Construction Corps, which the Act itself names. It is not the UFLPA "
            "Entity List; load the official one.",
            "uflpa", sample=True, attribution="",
        ),
        Sample(
            "un-1718", "un-xml", (layouts.un_xml(dprk),), "2026-02-27",
            "United Nations Security Council list, regime 1718 (DPRK)",
            "All 155 listings of the regime of resolution 1718 (2006) on 27 February 2026. The "
            "other regimes are not in it; load the official list.",
            "un-sanctions", sample=False,
            attribution="United Nations Security Council Consolidated List",
        ),
        Sample(
            "ofac-dprk", "ofac-sdn-csv", _still_blocked(folder), "2025-12-24",
            "Sample of the SDN list: organizations under the North Korea programmes",
            "Sample: 231 organizations under the North Korea programmes of January 2023 of which the "
            "files of December 2025 still hold other names or addresses. Later designations, persons, "
            "ships and every other programme are not in it; load the official list.",
            "us-sanctions", sample=True, attribution="",
        ),
        Sample(
            "dol-goods", "dol-csv", (layouts.csv_bytes(layouts.dol_table(goods)),), "2022-09-28",
            "List of Goods Produced by Child Labor or Forced Labor, edition of 2022",
            "All 467 pairs of country and goods of the edition of September 2022; the edition of "
            "September 2024 is not in it. Pairs are context, and name no party.",
            "dol-goods-list", sample=False, attribution="",
        ),
    )  # fmt: skip


def _still_blocked(folder: Path) -> tuple[bytes, ...]:
    """Return the organizations under the programmes on the DPRK, as the three files of the list.

    Names are of an older day than the other files; a party that has no row in these may have been removed.
    """
    parties = [
        one
        for one in extracts.objects(folder / "ofac_dprk", "dprk_entities.jsonl")
        if not one["type"] and one["still_listed_hint"].startswith("has alias")
    ]
    keys = {one["ent_num"] for one in parties}
    columns = [name for name in ofac_csv.NAMES if name != "remarks"]
    others, addresses = (
        [
            row
            for row in extracts.rows(folder / "ofac_alias_address_2025", name)
            if row["ent_num"] in keys
        ]
        for name in ("alt.csv", "add.csv")
    )
    # Remarks are sentences of the publisher, but for the names they hold, which OFAC calls weak.
    names = [
        {name: one[name] for name in columns}
        | {"remarks": " ".join(f"a.k.a. '{name}';" for name in one["weak_aliases"])}
        for one in parties
    ]
    return layouts.ofac_csv(names, others, addresses)


def write(sample: Sample, search: NameSearch) -> None:
    """Write one sample as a folder of watchlists/, and read it back."""
    layout = format_named(sample.format_name)
    sources = [Source(sample.list_id, io.BytesIO(one)) for one in sample.contents]
    # What ships are facts: names, places, dates and numbers, and none of a publisher's sentences.
    listed = [
        msgspec.structs.replace(one, remarks=REMARKS.get(one.name))
        for one in layout.read(sources)
        if isinstance(one, Listed)
    ]
    names = list(dict.fromkeys(text for one in listed for text in alias_texts(one)))
    slight = slight_names(search, names)
    texts = (entry_text(one, sample.list_id, layout.publisher.name, slight) for one in listed)
    folder = ROOT / "watchlists" / sample.list_id
    folder.mkdir(exist_ok=True)
    written = list(files(texts))
    for name, text in written:
        (folder / name).write_text(text, encoding="utf-8")
    manifest = _manifest(sample, layout.publisher, len(listed), written)
    (folder / "manifest.yaml").write_text(manifest, encoding="utf-8")
    print(sample.list_id, len(read_edition(folder).entries), "entries")


def _manifest(
    sample: Sample, publisher: Publisher, count: int, written: list[tuple[str, str]]
) -> str:
    values = {
        "id": sample.list_id,
        "title": sample.title,
        "publisher": publisher.name,
        "licence": publisher.licence,
        "legal_basis": publisher.basis,
        "under": [sample.under],
        "edition": sample.day,
        "edition_date": sample.day,
        "coverage": sample.coverage,
        "sample": sample.sample,
        "renewed_days": publisher.renewed_days,
        "kind": "entries",
        "files": [
            {"name": name, "sha256": hashlib.sha256(text.encode()).hexdigest()}
            for name, text in written
        ],
        "min_entries": count,
        "max_entries": count,
        "attribution": sample.attribution,
        "source": "Written by benchmarks/accuracy/make_samples.py from an extract of the list",
    }
    lines = (
        f"{key}: {json.dumps(one, ensure_ascii=False)}\n" for key, one in values.items() if one
    )
    return "".join(lines)


def main() -> None:
    """Write every sample."""
    lists = shipped("watchlists")
    search = NameSearch(
        read_fields(shipped("rules")),
        read_vocabulary(lists, BUSINESS_WORDS),
        read_vocabulary(lists, TRADE_WORDS),
        read_gazetteer(lists),
    )
    for sample in samples(Path(sys.argv[1])):
        write(sample, search)


if __name__ == "__main__":
    main()
