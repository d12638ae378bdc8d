"""Thousands of generated requests for every route: nothing fails, nothing is undocumented.

python benchmarks/soak/openapi.py [CASES_A_ROUTE]
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
CASES = "400"


def main() -> int:
    """Run the test of the OpenAPI document with many cases; return its exit code."""
    cases = sys.argv[1] if len(sys.argv) > 1 else CASES
    command = [sys.executable, "-m", "pytest", "-q", "tests/api/test_openapi.py"]
    environment = {**os.environ, "SCREENER_TEST_CASES": cases}
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
