"""Thousands of generated requests for every route: nothing fails, nothing is undocumented.

Run: python benchmarks/soak/openapi.py [--cases 200] [--seed 1] [--databases sqlite postgresql]
``cases`` are for each route; a route that takes nothing has fewer. Prints how many were sent. Exit code 1 if
an answer fails or is not in the document.
"""

import argparse
import os
import re
import subprocess
import sys
from pathlib import Path

from tests.databases import KINDS

ROOT = Path(__file__).parents[2]
_SENT = re.compile(r"^ +- (\d+) passing, (\d+) failing", re.MULTILINE)
_STATISTICS = re.compile(r"^=+ Hypothesis Statistics =+\n.*?(?=^=+ )", re.MULTILINE | re.DOTALL)


def main() -> int:
    """Run the test of the OpenAPI document with many cases on each database."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", default="200")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--databases", nargs="+", choices=KINDS, default=KINDS)
    given = parser.parse_args()
    failed = 0
    for kind in given.databases:
        print(f"{kind}: {given.cases} cases a route, seed {given.seed}", flush=True)
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:randomly"]
        command += [f"--hypothesis-seed={given.seed}", "--hypothesis-show-statistics"]
        command += ["--durations=5", "tests/api/test_openapi.py"]
        wanted = {"SCREENER_TEST_CASES": given.cases, "SCREENER_TEST_DATABASE": kind}
        done = subprocess.run(
            command,
            cwd=ROOT,
            env={**os.environ, **wanted},
            check=False,
            stdout=subprocess.PIPE,
            text=True,
        )
        sent = sum(int(number) for pair in _SENT.findall(done.stdout) for number in pair)
        print(_STATISTICS.sub("", done.stdout), end="")
        print(f"{kind}: {sent:,} requests sent, seed {given.seed}", flush=True)
        failed += done.returncode != 0
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
