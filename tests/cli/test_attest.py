"""The clear record holds for what it was signed for, and for nothing else, byte by byte."""

import json
import random
import shutil
import stat
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from screener.cli.main import main
from screener.errors import InputError
from screener.report.clear_record import clear_record, read_signed, sign
from tests.conftest import AS_OF, ROOT

RECORD = "clear-record.json"


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with lists, results and their clear record, none of which is to change."""
    folder = tmp_path_factory.mktemp("attest")
    shutil.copytree(ROOT / "watchlists", folder / "lists")
    source = ROOT / "seeds" / "examples" / "illustrations.csv"
    run = ["screen", str(source), "-o", str(folder / "out"), "--lists", str(folder / "lists")]
    assert main([*run, "--as-of", AS_OF]) == 0
    (folder / "key").write_bytes(pem(Ed25519PrivateKey.generate()))
    assert attest(folder, "--key", str(folder / "key")) == 0
    return folder


@pytest.fixture
def copied(signed: Path, tmp_path: Path) -> Path:
    return shutil.copytree(signed, tmp_path / "copy")


def pem(key: Ed25519PrivateKey | X25519PrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )


def attest(folder: Path, *options: str) -> int:
    return main(["attest", str(folder / "out"), "--lists", str(folder / "lists"), *options])


def flip(path: Path, at: int) -> None:
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(data)


def test_an_untouched_record_holds_and_says_what_was_done(
    signed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert attest(signed, "--verify", "--key", str(signed / "key")) == 0
    assert "holds" in capsys.readouterr().out
    record = json.loads((signed / "out" / RECORD).read_bytes())["record"]
    summary = json.loads((signed / "out" / "summary.json").read_bytes())
    assert record["rows"] == summary["rows"]
    assert record["found"]["tiers"] == summary["tiers"]
    lists = {one["id"]: one["entries"] for one in record["against"]}
    assert lists == {one["id"]: one["entries"] for one in summary["scope"]["lists"]}
    assert all(one["age_days"] is not None for one in record["against"])
    hit = len(summary["entries"])
    assert f"Of {sum(lists.values()):,} entries" in record["not_found"]
    assert f"{sum(lists.values()) - hit:,} were found in none" in record["not_found"]
    assert "no proof of absence" in " ".join(record["limits"])


@pytest.mark.parametrize("seed", range(3))
def test_any_changed_byte_of_results_fails(
    copied: Path, seed: int, capsys: pytest.CaptureFixture[str]
) -> None:
    rng = random.Random(seed)
    files = sorted(one for one in (copied / "out").iterdir() if one.name != RECORD)
    assert {one.name for one in files} >= {"results.csv", "screenings.jsonl", "summary.json"}
    for path in files:
        flip(path, rng.randrange(path.stat().st_size))

    assert attest(copied, "--verify") == 1
    told = capsys.readouterr().out
    assert [one.name for one in files if f"{one.name}: the file was changed" not in told] == []


def test_any_changed_byte_of_the_record_fails(copied: Path) -> None:
    data = (copied / "out" / RECORD).read_bytes()
    for at in range(len(data)):
        changed = bytearray(data)
        changed[at] ^= 1
        with pytest.raises(InputError, match="altered"):
            read_signed(bytes(changed))
    flip(copied / "out" / RECORD, len(data) // 2)
    assert attest(copied, "--verify") == 1


def test_it_says_how_the_file_was_read_and_older_records_that_do_not_still_hold(
    signed: Path,
) -> None:
    summary = json.loads((signed / "out" / "summary.json").read_bytes())
    for notes in ([], ["sheet 'A' is read, the others are not: 'B'"]):
        summary["input"]["notes"] = notes
        record = clear_record(summary, [], {}, "2026-11-27T00:00:00+00:00")
        data = sign(record, Ed25519PrivateKey.generate())

        assert json.loads(data)["record"].get("notes", []) == notes
        assert (b'"notes"' in data) == bool(notes)
        assert read_signed(data).record == record


def test_any_changed_byte_of_an_edition_fails(
    copied: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rng = random.Random(1)
    record = json.loads((copied / "out" / RECORD).read_bytes())["record"]
    names = [one["id"] for one in record["against"]]
    files = [
        path
        for folder in sorted((copied / "lists").iterdir())
        if any(name in (folder / "manifest.yaml").read_text(encoding="utf-8") for name in names)
        for path in sorted(folder.rglob("*.yaml"))
    ]
    assert len(files) > len(names)
    for path in rng.sample(files, 3):
        at = rng.randrange(path.stat().st_size)
        flip(path, at)
        assert attest(copied, "--verify") == 1, (path, at)
        flip(path, at)
    assert "not the one screened against" in capsys.readouterr().out


def test_a_file_that_is_gone_fails(copied: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (copied / "out" / "rejects.csv").unlink()

    assert attest(copied, "--verify") == 1
    assert "rejects.csv: the file is gone" in capsys.readouterr().out


def test_another_key_fails_and_its_public_half_holds(
    copied: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (copied / "other").write_bytes(pem(Ed25519PrivateKey.generate()))
    assert attest(copied, "--verify", "--key", str(copied / "other")) == 1
    assert "another key" in capsys.readouterr().out

    key = serialization.load_pem_private_key((copied / "key").read_bytes(), password=None)
    public = key.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    (copied / "key.pub").write_bytes(public)
    assert attest(copied, "--verify", "--key", str(copied / "key.pub")) == 0


@pytest.mark.parametrize("kind", ["text", "x25519"])
def test_what_is_no_key_is_refused(copied: Path, kind: str) -> None:
    data = b"no key" if kind == "text" else pem(X25519PrivateKey.generate())
    (copied / "bad").write_bytes(data)

    assert attest(copied, "--key", str(copied / "bad")) == 3


def test_the_default_key_is_made_once_and_for_its_owner_alone(
    copied: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCREENER_HOME", str(tmp_path / "home"))
    assert attest(copied) == 0
    first = (tmp_path / "home" / "attest.key").read_bytes()
    assert attest(copied) == 0

    assert (tmp_path / "home" / "attest.key").read_bytes() == first
    assert stat.S_IMODE((tmp_path / "home" / "attest.key").stat().st_mode) == 0o600
    assert attest(copied, "--verify", "--key", str(tmp_path / "home" / "attest.pub")) == 0


@pytest.mark.parametrize(
    "harm", ["unfinished", "no summary", "cut short", "other lists", "no folder"]
)
def test_what_is_no_finished_run_is_not_signed(copied: Path, harm: str) -> None:
    if harm == "unfinished":
        (copied / "out" / "checkpoint.json").write_text("{}", encoding="utf-8")
    elif harm == "no summary":
        (copied / "out" / "summary.json").unlink()
    elif harm == "cut short":
        (copied / "out" / "summary.json").write_text('{"rows": {', encoding="utf-8")
    elif harm == "no folder":
        shutil.rmtree(copied / "out")
    else:
        shutil.rmtree(copied / "lists" / "xinjiang-places")

    assert attest(copied, "--key", str(copied / "key")) == 3
