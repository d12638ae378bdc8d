"""Garbage is looked for less often in processes of the product."""

import gc

_THRESHOLDS = 10_000, 20, 50
"""What is made before garbage is looked for among the new, the newer and all."""


def look_less_often() -> None:
    """Let this process look less often for garbage: screening leaves next to none in rings.

    Looking for it as often as is usual takes a tenth of the time. It holds for the whole process,
    so it is for those that the product starts, never for one that calls it as a library.
    """
    gc.set_threshold(*_THRESHOLDS)
