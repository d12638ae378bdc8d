"""The measurement of Spark counts the processor time of all processes below it."""

import subprocess
import sys

from benchmarks.soak.spark import Family


def test_processor_time_of_a_child_is_counted_after_its_end() -> None:
    family = Family()

    subprocess.run([sys.executable, "-c", "for _ in range(40_000_000): pass"], check=True)

    assert family.seconds() > 0.1
