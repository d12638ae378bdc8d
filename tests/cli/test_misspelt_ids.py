"""An id that is nearly one of the register's or of a list's is answered with the nearest, not with all."""

import pytest

from screener.cli.main import main


@pytest.mark.parametrize(
    ("arguments", "guess"),
    [
        (("evidence", "check", "rfa-mask-2021", "nothing.txt"), '"rfa-masks-2021"'),
        (("evidence", "show", "LISTED-SANCTION"), '"LISTED-SANCTIONS"'),
        (("lists", "show", "un-1781"), '"un-1718"'),
    ],
)
def test_nearest_id_is_suggested(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], guess: str
) -> None:
    assert main([*arguments]) == 3

    told = capsys.readouterr().err
    assert f"did you mean {guess}" in told
    assert told.count('"') <= 6, "more than three guesses"


def test_id_like_none_is_pointed_to_the_list_of_all(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evidence", "check", "zzzzzz", "nothing.txt"]) == 3

    told = capsys.readouterr().err
    assert "did you mean" not in told
    assert "`screener evidence ls` lists them" in told
