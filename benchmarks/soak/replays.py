"""Thousands of stored screenings replayed: after a restart, and after list and pack changed.

Run: python benchmarks/soak/replays.py [--screenings 10000] [--database ADDRESS]

A service stores screenings of the example's records, each with a quantity and a name of its own,
and is stopped. Another replays all; then an edition is imported and a rule changed, and a third
one replays all with what was used then. Every replay must have the bytes that were answered
first. Exit code 1 if one has not.
"""

import argparse
import csv
import http.client
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import msgspec

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "seeds" / "examples" / "example.csv"
AT_ONCE = 100
SEED = 1
WARD = ("North", "South", "East", "West", "Upper", "Lower", "New", "Old")


class Answer(msgspec.Struct):
    """What screening answers: ids, and the bytes of each screening."""

    ids: list[str]
    screenings: list[msgspec.Raw]


class Replayed(msgspec.Struct):
    """What a replay answers."""

    same: bool
    screening: msgspec.Raw
    snapshot: dict[str, str]


def records(count: int) -> list[dict[str, str]]:
    """Return so many records, no two alike."""
    rng = random.Random(SEED)
    with EXAMPLE.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    found = []
    for at in range(count):
        row = {name: value for name, value in rows[at % len(rows)].items() if value}
        row.pop("row_kind", None)
        row["line_id"], row["quantity"] = f"L{at}", str(rng.randint(1, 10_000))
        if at >= len(rows) and "supplier_name" in row:
            row["supplier_name"] = f"{rng.choice(WARD)} {row['supplier_name']}"
        found.append(row)
    return found


@contextmanager
def served(environment: dict[str, str]) -> Iterator[http.client.HTTPConnection]:
    """Run a service until the block is left; give a connection to it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "screener", "serve", "--port", str(port)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(1_200):
            with closing(http.client.HTTPConnection("127.0.0.1", port)) as probe_:
                try:
                    probe_.request("GET", "/readyz")
                    if probe_.getresponse().status == 200:
                        break
                except OSError:
                    time.sleep(0.5)
        with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=600)) as connection:
            yield connection
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(300)


def asked(connection: http.client.HTTPConnection, path: str, body: object = None) -> bytes:
    """Return the body of an answer that succeeded."""
    headers = {"Content-Type": "application/json"}
    connection.request("POST", path, msgspec.json.encode(body) if body else None, headers)
    answer = connection.getresponse()
    read = answer.read()
    if answer.status != 200:
        message = f"{path}: {answer.status} {read[:500]!r}"
        raise RuntimeError(message)
    return read


def stored(connection: http.client.HTTPConnection, count: int) -> dict[str, bytes]:
    """Return the bytes of screenings just stored, by their ids."""
    found: dict[str, bytes] = {}
    given = records(count)
    for start in range(0, count, AT_ONCE):
        body = {"records": given[start : start + AT_ONCE]}
        answer = msgspec.json.decode(asked(connection, "/v1/screenings", body), type=Answer)
        found.update(zip(answer.ids, map(bytes, answer.screenings), strict=True))
    return found


def replayed(connection: http.client.HTTPConnection, kept: dict[str, bytes]) -> tuple[int, str]:
    """Return how many replays have other bytes, and the hash of the rules in use meanwhile."""
    other, rules = 0, ""
    for id_, data in kept.items():
        read = asked(connection, f"/v1/screenings/{id_}/replay")
        answer = msgspec.json.decode(read, type=Replayed)
        rules = answer.snapshot["rules"]
        other += bytes(answer.screening) != data or not answer.same
    return other, rules


def changed(home: Path) -> dict[str, str]:
    """Import an edition of a list and change a rule; return the settings that use them."""
    table = home / "own.csv"
    table.write_text("id,name\nN1,Hat Works of Nowhere\n", encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "screener", "lists", "import", str(table), "--as", "own",
         "--day", "2026-11-20"],
        cwd=ROOT, env={**os.environ, "SCREENER_HOME": str(home)}, check=True,
        stdout=subprocess.DEVNULL,
    )  # fmt: skip
    rules = home / "rules"
    shutil.copytree(ROOT / "rules", rules)
    file = next(
        path for path in sorted(rules.rglob("*.yaml")) if "\ntitle: " in path.read_text("utf-8")
    )
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("\ntitle: ", "\ntitle: Also ", 1), encoding="utf-8")
    return {"SCREENER_RULES": str(rules)}


def main() -> int:
    """Measure and print; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--screenings", type=int, default=10_000)
    parser.add_argument("--database")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        environment = {"SCREENER_HOME": name}
        if given.database:
            environment["SCREENER_DATABASE_URL"] = given.database
        with served(environment) as connection:
            kept = stored(connection, given.screenings)
        print(f"{len(kept):,} screenings stored", flush=True)
        with served(environment) as connection:
            restarted, before = replayed(connection, kept)
        print(f"after a restart: {restarted} of {len(kept):,} replays differ", flush=True)
        with served({**environment, **changed(home)}) as connection:
            new, after = replayed(connection, kept)
        print(f"after a new edition and pack: {new} of {len(kept):,} replays differ")
        if before == after:
            print("the pack did not change")
    return 1 if restarted or new or before == after else 0


if __name__ == "__main__":
    raise SystemExit(main())
