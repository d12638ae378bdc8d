"""Codes of ports that lie in the DPRK.

UN/LOCODE (UNECE Recommendation 16) writes a country's ISO code and three characters more.
Schedule K of the US Army Corps of Engineers, which entries for US customs carry, has five
digits, of which the first three number the country. Codes of other countries are not read:
names in capitals have the same shape (TOKYO is no place in Tonga, GENOA none in Georgia).
"""

import re

_DPRK = re.compile(r"KP[ -]?(?!ONG)[A-Z2-9]{3}|579\d{2}", re.ASCII)


def is_dprk_port(text: str) -> bool:
    """Say whether ``text`` is the code of a port in the DPRK, and nothing else.

    Kpong, a town of Ghana, is written like one.

    >>> is_dprk_port("KPNAM"), is_dprk_port("KP CHO"), is_dprk_port("57901")
    (True, True, True)
    >>> is_dprk_port("KPONG"), is_dprk_port("KRPUS"), is_dprk_port("Kpalimé")
    (False, False, False)
    """
    return _DPRK.fullmatch(text.strip()) is not None
