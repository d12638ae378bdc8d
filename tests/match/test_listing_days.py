"""Where the day of a record lies in the life of a listing: an answer holds for all days meant."""

from datetime import date, timedelta

import pytest

from screener.match.listing_days import Life, RecordDay, record_day, time_leg
from screener.model.hit import TimeLeg

AS_OF = "2026-11-25"
STOOD = Life("2020-05-01", "2022-03-20")
SILENT = Life("2020-05-01", None, "2026-11-20")
CASES: dict[str, tuple[Life, dict[str, str], TimeLeg]] = {
    "a day within": (STOOD, {"ship_date": "2021-01-01"}, "applies"),
    "two readings within": (STOOD, {"ship_date": "03/04/2021"}, "applies"),
    "two readings about the end": (STOOD, {"ship_date": "03/04/2022"}, "unsure"),
    "two readings, the later of two dates sure": (
        STOOD, {"ship_date": "03/04/2022", "doc_date": "2022-03-25"}, "ended",
    ),
    "a month about the beginning": (STOOD, {"ship_date": "2020-05"}, "applies"),
    "the month before": (STOOD, {"ship_date": "April 2020"}, "before"),
    "a year about the beginning": (STOOD, {"doc_date": "2020"}, "unsure"),
    "a year within": (STOOD, {"doc_date": "2021"}, "applies"),
    "a date that cannot be read": (STOOD, {"ship_date": "TBD"}, "ended"),
    "silent end, by the day of the run": (SILENT, {}, "ended"),
    "silent end, on the day of the list": (SILENT, {"ship_date": "2026-11-20"}, "ended"),
    "silent end, before the day of the list": (SILENT, {"ship_date": "2026-11-19"}, "unsure"),
    "silent end, before the listing": (SILENT, {"ship_date": "2020-04-30"}, "before"),
    "silent end, a year about the listing": (SILENT, {"ship_date": "2020"}, "unsure"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_answer_holds_for_every_day_meant_or_is_open(name: str) -> None:
    life, values, leg = CASES[name]

    assert time_leg(life, record_day(values, AS_OF)) == leg


@pytest.mark.parametrize("width", [1, 3, 20])
@pytest.mark.parametrize(
    "life",
    [Life("2022-01-10", "2022-01-20"), Life("2022-01", "2022-02-03"), Life(None, None, "2022-01-15"),
     Life("2022-01-20", "2022-01-10"), Life("2022-01-10", None, "2022-01-15")],
    ids=["both days", "a month", "silent end", "ended before it began", "silent end of a known begin"],
)  # fmt: skip
def test_span_is_judged_as_all_its_days_one_by_one(life: Life, width: int) -> None:
    days = [(date(2021, 12, 25) + timedelta(days=at)).isoformat() for at in range(60)]
    spans = [days[at : at + width] for at in range(60 - width)]

    judged = [time_leg(life, RecordDay(span[0], span[-1], "ship_date")) for span in spans]

    one_by_one = [
        {time_leg(life, RecordDay(day, day, "ship_date")) for day in span} for span in spans
    ]
    assert judged == [legs.pop() if len(legs) == 1 else "unsure" for legs in one_by_one]
