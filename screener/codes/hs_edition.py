"""Which chapters and headings the Harmonized System has, and since which edition.

Source: the nomenclature of the World Customs Organization, editions 1988 to 2022. Chapters 98
and 99 are left to national use, chapter 77 is reserved.
"""

EDITIONS = ("1988", "1992", "1996", "2002", "2007", "2012", "2017", "2022")

_LAST_HEADINGS = (
    "01:06 02:10 03:09 04:10 05:11 06:04 07:14 08:14 09:10 10:08 11:09 12:14 13:02 14:04 15:22 "
    "16:05 17:04 18:06 19:05 20:09 21:06 22:09 23:09 24:04 25:30 26:21 27:16 28:53 29:42 30:06 "
    "31:05 32:15 33:07 34:07 35:07 36:06 37:07 38:27 39:26 40:17 41:15 42:06 43:04 44:21 45:04 "
    "46:02 47:07 48:23 49:11 50:07 51:13 52:12 53:11 54:08 55:16 56:09 57:05 58:11 59:11 60:06 "
    "61:17 62:17 63:10 64:06 65:07 66:03 67:04 68:15 69:14 70:20 71:18 72:29 73:26 74:19 75:08 "
    "76:16 78:06 79:07 80:07 81:13 82:15 83:11 84:87 85:49 86:09 87:16 88:07 89:08 90:33 91:14 "
    "92:09 93:07 94:06 95:08 96:20 97:06"
)
_LAST_HEADING = dict(pair.split(":") for pair in _LAST_HEADINGS.split())
_NATIONAL = frozenset({"98", "99"})
_SINCE = {
    "8486": "2007", "8487": "2007", "0308": "2012", "3826": "2012", "9619": "2012", "9620": "2017",
    "0309": "2022", "2404": "2022", "3827": "2022", "8549": "2022", "8806": "2022", "8807": "2022",
}  # fmt: skip


def not_in_edition(digits: str, edition: str = EDITIONS[-1]) -> str | None:
    """Return what of a code no edition up to ``edition`` has, in words, or None.

    Judged are chapter and heading; of subheadings nothing is said.

    >>> not_in_edition("630710"), not_in_edition("6399"), not_in_edition("8549", "2017")
    (None, 'chapter 63 ends with heading 6310', 'heading 8549 is new in edition 2022')
    """
    chapter, heading = digits[:2], digits[:4]
    if chapter in _NATIONAL:
        return None
    last = _LAST_HEADING.get(chapter)
    if last is None:
        return f"there is no chapter {chapter}"
    if len(heading) == len(chapter):
        return None
    if heading[2:] > last:
        return f"chapter {chapter} ends with heading {chapter}{last}"
    if heading[2:] == "00":
        return f"headings of chapter {chapter} begin with {chapter}01"
    since = _SINCE.get(heading)
    return f"heading {heading} is new in edition {since}" if since and since > edition else None
