"""A command that looks in a sample says so, with how to load the whole list."""

from pathlib import Path

import pytest

from screener.cli.main import main
from screener.cli.samples import sample_lines
from screener.pipeline import Screener


def test_each_sample_has_one_line_with_how_to_load_the_whole_list(screener: Screener) -> None:
    lines = list(sample_lines(screener.scope.lists))

    samples = [one for one in screener.scope.lists if one.sample]
    assert len(lines) == len(samples) > 0
    for line, one in zip(lines, samples, strict=True):
        assert line.startswith(f"list {one.id} is a sample ({one.entries} entries)")
        assert "screener lists import FILE --as ID" in line


def test_screen_and_match_name_the_samples(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], screener: Screener
) -> None:
    path = tmp_path / "lines.csv"
    path.write_text("supplier_name,product_description\nRuian Light Works,toys\n", encoding="utf-8")

    main(["screen", str(path)])
    screened = capsys.readouterr().out
    main(["match", "Ninestar"])
    matched = capsys.readouterr()

    for line in sample_lines(screener.scope.lists):
        assert line in screened
        assert line in matched.err
        assert line not in matched.out


def test_lists_ls_marks_samples_whatever_their_coverage_says(
    capsys: pytest.CaptureFixture[str], screener: Screener
) -> None:
    assert main(["lists", "ls"]) == 0
    rows = [line.split("│") for line in capsys.readouterr().out.splitlines() if "│" in line]

    marked = {cells[1].strip(): cells[5].strip() for cells in rows}
    for one in screener.scope.lists:
        assert marked[one.id] == ("yes" if one.sample else "")
