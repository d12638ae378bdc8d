"""Write tests/cases/variants_dealt.yaml: every scenario in other words, towns and scripts at once.

Usage: python -m benchmarks.accuracy.make_variants tests/cases/scenarios.yaml TARGET

Beside this file, variant_swaps.yaml holds for each scenario what may be exchanged without changing
what the row deserves. The choices of a slot are shuffled by a seed made of the scenario's id;
variant one, two and three take the first, second and third. Expectations are copied unchanged.
"""

import random
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

Choice = Mapping[str, str]
Slot = Sequence[Choice]
Case = Mapping[str, Any]  # as the YAML file holds it

VARIANTS = 3
SEED = "variants-1"
SWAPS = Path(__file__).with_name("variant_swaps.yaml")
HEAD = """\
# Three more variants of every scenario; in each, everything that may change has changed at once.
# Written by benchmarks/accuracy/make_variants.py from variant_swaps.yaml there: edit that file.
"""


class _PlainDumper(yaml.SafeDumper):
    """Writes a value that occurs twice twice, without anchors."""

    def ignore_aliases(self, data: object) -> bool:
        """Say that no value gets an anchor."""
        del data
        return True


def dealt(scenario_id: str, slots: Sequence[Slot]) -> list[dict[str, str]]:
    """Return the field changes of each variant, every slot dealt in its own seeded order."""
    order = random.Random(f"{SEED}:{scenario_id}")
    changes: list[dict[str, str]] = [{} for _ in range(VARIANTS)]
    for slot in slots:
        for change, choice in zip(changes, order.sample(slot, VARIANTS), strict=True):
            change.update(choice)
    return changes


def variants(scenario: Case, slots: Sequence[Slot]) -> list[Case]:
    """Return the variants of one scenario in order, with its expectations unchanged."""
    return [
        {
            "id": f"{scenario['id']}-{number}",
            "of": scenario["id"],
            "input": {**scenario["input"], **change},
            "expected": scenario["expected"],
        }
        for number, change in enumerate(dealt(scenario["id"], slots), start=1)
    ]


def all_variants(scenarios: Sequence[Case], swaps: Mapping[str, Sequence[Slot]]) -> list[Case]:
    """Return the variants of all scenarios, in the order of the scenarios.

    Raises:
        ValueError: A scenario has no slot, or a slot has too few choices.
    """
    made: list[Case] = []
    for scenario in scenarios:
        slots = swaps.get(scenario["id"], ())
        if not slots or any(len(slot) < VARIANTS for slot in slots):
            raise ValueError(
                f"{scenario['id']}: {SWAPS.name} needs slots of {VARIANTS} choices or more"
            )
        made.extend(variants(scenario, slots))
    return made


def written(scenarios: str, swaps: str) -> str:
    """Return the text of the file for the texts of both sources; the same bytes each time."""
    made = all_variants(yaml.safe_load(scenarios)["scenarios"], yaml.safe_load(swaps))
    content = {"schema_version": 1, "scenarios": made}
    return HEAD + yaml.dump(
        content,
        Dumper=_PlainDumper,
        allow_unicode=True,
        default_flow_style=None,
        sort_keys=False,
        width=10**6,
    )


def main() -> None:
    """Write the variants of the scenario file given."""
    source, target = Path(sys.argv[1]), Path(sys.argv[2])
    text = written(source.read_text(encoding="utf-8"), SWAPS.read_text(encoding="utf-8"))
    target.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
