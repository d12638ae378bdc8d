"""The screening as canonical JSON: one way to write it, the same bytes everywhere."""

import msgspec

from screener.model.screening import Screening

_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(Screening)


def screening_json(screening: Screening) -> bytes:
    """Return the bytes of a screening: every key present, in the order of the model."""
    return _ENCODER.encode(screening)


def read_screening(data: bytes) -> Screening:
    """Return the screening that was written as these bytes."""
    return _DECODER.decode(data)
