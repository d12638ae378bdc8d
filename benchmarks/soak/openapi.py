"""Thousands of generated requests for every route: nothing fails, nothing is undocumented.

Run: python benchmarks/soak/openapi.py [--cases 200] [--examples 150] [--seed 1] [--databases sqlite postgresql]

``cases`` are for each route, sent within the process by the test of the document; a route that takes nothing
has fewer. ``examples`` are for each route and phase of schemathesis against a running service: examples,
coverage, fuzzing, and the routes one after another with what the others answered. Prints how many were sent.
Exit code 1 if an answer fails or is not in the document.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.soak.kill_service import database
from benchmarks.soak.replays import served
from screener.model.access import SCOPES
from tests.databases import KINDS

ROOT = Path(__file__).parents[2]
PHASES = "examples,coverage,fuzzing,stateful"
CHECKS = (
    "not_a_server_error,status_code_conformance,content_type_conformance,"
    "response_headers_conformance,response_schema_conformance"
)
_SENT = re.compile(r"^ +- (\d+) passing, (\d+) failing", re.MULTILINE)
_STATISTICS = re.compile(r"^=+ Hypothesis Statistics =+\n.*?(?=^=+ )", re.MULTILINE | re.DOTALL)


def within(kind: str, cases: str, seed: str) -> int:
    """Run the test of the document with many cases; return the exit code."""
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:randomly",
        f"--hypothesis-seed={seed}",
    ]
    command += ["--hypothesis-show-statistics", "--durations=5", "tests/api/test_openapi.py"]
    wanted = {"SCREENER_TEST_CASES": cases, "SCREENER_TEST_DATABASE": kind}
    environment = {**os.environ, **wanted}
    done = subprocess.run(
        command, cwd=ROOT, env=environment, check=False, stdout=subprocess.PIPE, text=True
    )
    sent = sum(int(number) for pair in _SENT.findall(done.stdout) for number in pair)
    print(_STATISTICS.sub("", done.stdout), end="")
    print(f"{kind}: {sent:,} requests sent, seed {seed}", flush=True)
    return done.returncode


def over_every_phase(kind: str, examples: str, seed: str) -> int:
    """Run schemathesis over all its phases against a service; return the exit code."""
    with tempfile.TemporaryDirectory() as name, database(kind, Path(name)) as address:
        environment = {
            "SCREENER_HOME": name,
            "SCREENER_DATABASE_URL": address,
            "SCREENER_REQUESTS_PER_MINUTE": "1000000000",
        }
        with served(environment) as connection:
            command = [str(Path(sys.executable).with_name("st")), "run"]
            command += [f"http://127.0.0.1:{connection.port}/openapi.json", "--seed", seed]
            command += ["-n", examples, "--phases", PHASES, "--checks", CHECKS]
            command += ["-H", f"Authorization: Bearer {_key(environment)}"]
            done = subprocess.run(command, cwd=name, check=False, stdout=subprocess.PIPE, text=True)
    failures = re.search(r"^=+ FAILURES =+\n.*?(?=^=+ )", done.stdout, re.MULTILINE | re.DOTALL)
    shown = failures[0] if failures else ""
    told = re.search(r"^ +\d+ generated.*$", done.stdout, re.MULTILINE)
    print(
        f"{shown}{kind}, every phase: {told[0].strip() if told else 'nothing was sent'}, seed {seed}"
    )
    opened = told is not None and "Authentication failed" not in done.stdout
    return done.returncode if opened else 1


def _key(environment: dict[str, str]) -> str:
    """Return a key that opens every route."""
    command = [
        sys.executable,
        "-m",
        "screener",
        "db",
        "keys",
        "create",
        "--owner",
        "soak",
        "--json",
    ]
    command += [word for scope in SCOPES for word in ("--scope", scope)]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **environment}, check=True, stdout=subprocess.PIPE
    )
    return str(json.loads(done.stdout)["token"])


def main() -> int:
    """Run both on each database."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", default="200")
    parser.add_argument("--examples", default="150")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--databases", nargs="+", choices=KINDS, default=KINDS)
    given = parser.parse_args()
    failed = 0
    for kind in given.databases:
        print(f"{kind}: {given.cases} cases a route, seed {given.seed}", flush=True)
        failed += within(kind, given.cases, given.seed) != 0
        failed += over_every_phase(kind, given.examples, given.seed) != 0
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
