"""``screener map`` writes a mapping file that ``screener screen --map`` reads."""

import json
from pathlib import Path

import pytest

from screener.cli.main import main


def test_a_mapping_file_is_written_edited_and_used(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    orders = tmp_path / "orders.csv"
    orders.write_text("Item,Made where\nhats,North Korea\n", encoding="utf-8")
    written = tmp_path / "orders.csv.map.yaml"

    assert main(["map", str(orders), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [one["field"] for one in told] == ["product_description", None]
    text = written.read_text(encoding="utf-8")
    written.write_text(text.replace("null", "country_of_origin", 2), encoding="utf-8")
    screened = ["screen", str(orders), "--fail-on", "T4"]
    assert main(screened) == 0
    assert main([*screened, "--map", str(written)]) == 1


def test_a_mapping_file_is_not_replaced_unasked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    orders = tmp_path / "orders.csv"
    orders.write_text("Item\nhats\n", encoding="utf-8")

    assert [main(["map", str(orders)]), main(["map", str(orders)])] == [0, 3]
    assert "--force" in capsys.readouterr().err
    assert main(["map", str(orders), "--force"]) == 0


def test_a_file_with_nothing_to_screen_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    orders = tmp_path / "orders.csv"
    orders.write_text("a,b\n1,2\n", encoding="utf-8")

    assert main(["map", str(orders)]) == 3
    assert "none of the 2 headers" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == [orders]
