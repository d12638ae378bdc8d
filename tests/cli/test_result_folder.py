"""Results are written where nothing of the user's is lost."""

from pathlib import Path

import pytest

from screener.cli.main import main

ORDERS = "Supplier,Item\nLyon Tricots,hats\n"


@pytest.mark.parametrize("linked", [False, True])
def test_a_run_does_not_write_over_the_file_it_reads(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], *, linked: bool
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    file = folder / "results.csv"
    file.write_text(ORDERS, encoding="utf-8")
    read = file
    if linked:
        read = tmp_path / "orders.csv"
        read.symlink_to(file)

    assert main(["screen", str(read), "-o", str(folder)]) == 3
    assert "name another folder with -o" in capsys.readouterr().err
    assert file.read_text(encoding="utf-8") == ORDERS
    assert list(folder.iterdir()) == [file]


def test_a_file_is_no_folder_for_results(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    orders, file = tmp_path / "orders.csv", tmp_path / "out"
    orders.write_text(ORDERS, encoding="utf-8")
    file.write_text("mine", encoding="utf-8")

    assert main(["screen", str(orders), "-o", str(file)]) == 3
    assert "is a file; name a folder" in capsys.readouterr().err
    assert file.read_text(encoding="utf-8") == "mine"


def test_a_folder_keeps_what_is_no_result(tmp_path: Path) -> None:
    folder = tmp_path / "出力 1"
    folder.mkdir()
    orders = folder / "订单 orders.csv"
    orders.write_text(ORDERS, encoding="utf-8")
    (folder / "summary.json").write_text("of an earlier run", encoding="utf-8")

    assert main(["screen", str(orders), "-o", str(folder)]) == 0
    assert orders.read_text(encoding="utf-8") == ORDERS
    assert (folder / "summary.json").read_text(encoding="utf-8").startswith("{")


def test_a_path_with_brackets_is_shown_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    orders = tmp_path / "orders [final] :ok:.csv"
    orders.write_text(ORDERS, encoding="utf-8")

    assert main(["screen", str(orders)]) == 0

    assert f"results: {orders}.screened/results.csv" in capsys.readouterr().out
