"""Every number by which names are compared, and the measurement it comes from.

Measured by ``benchmarks/accuracy/names.py`` (November 2026): labelled organisation pairs of
the OpenSanctions name bench, and 2,851 aliases of 985 listed organisations beside 7,917
company names that are on no list. The optimum is flat: generic words at 0.16 to 0.35, an edit
at 0.8 to 1.2 and other trades at 0.85 to 1.0 each move the best F1 by 0.01 and the recall of
aliases at one alert in a thousand by 0.02.
"""

DEFAULT_THRESHOLD = 0.76
"""Similarity from which a name is reported: 31 % of the aliases, most of which are other
names altogether, and 6 of the 7,917 unlisted names."""

# --- what a word weighs; a rare brand weighs 1

BACKGROUND_NAMES = 10_000
"""Company names assumed beside the list, so that a short list has sane frequencies."""

GENERIC_WEIGHT = 0.25
PLACE_WEIGHT = 0.3
NUMBER_WEIGHT = 0.3
INITIAL_WEIGHT = 0.3

SHORT_WORDS = {1: 0.3, 2: 0.5, 3: 0.75}
"""Share of its weight that a word of so few letters keeps: it carries little information."""

# --- how alike two words are; the same word is 1

ONE_EDIT_FROM = 5
"""Letters a word must have before one edit is forgiven: below, other brands lie that near."""
TWO_EDITS_FROM = 9
"""Letters from which two edits are forgiven."""
COST_OF_EDIT = 1.0
"""What an edit takes from the likeness of a word, as a share of its length."""
BOTH_PINYIN = 0.5
"""Likeness of two sound pinyin words an edit apart, in names whose brands are all pinyin: two
brands rather than a slip."""
MISSPELT_GENERIC = 0.9
"""Likeness of a generic word and a misspelling of it."""
SHORTEST_MISSPELT = 6
"""Letters from which an unknown word may be a misspelt generic one."""
ROMANIZED = 0.95
"""Likeness of a word and its spelling in Latin letters: one spelling serves many words."""
ROMANIZED_BY_USAGE = 0.9
"""Likeness where the spelling follows no published system, but custom: one more thing to doubt."""
EXTENDED = 0.7
"""Likeness of a Han brand and the same brand with a further word (华孚, 华孚色纺): not enough
by itself, since the first word may be a place (平城)."""

# --- names a slip apart as a whole

SHORTEST_SLIPPED = 8
"""Letters of a whole name from which one edit is forgiven wherever it falls."""
SHORTEST_JOINED = 5
"""Letters of a whole name from which it is the same however it is cut into words."""
COST_OF_SLIP = 1.5
"""What that edit takes from the likeness of the names, as a share of their length."""
SLIPPED_LETTERS = 4
"""Letters a brand must have to be forgiven it: LG and LS, ABC and ABD are no slips."""
SLIPPED_BESIDE = 3
"""Letters it must have beside another distinctive word in common."""

# --- what separates names that share words, as factors

OTHER_NUMBERS = 0.6
"""Each has a number that the other lacks: No. 2 and No. 3 Factory."""
ONE_NUMBER = 0.8
"""Only one of them has, unless it is the first: the first of a series often goes without."""
OTHER_PLACES = 0.75
"""Each has a place that excludes the other's."""
ONE_COUNTRY = 0.8
"""Only one of them names a country, and behind its brand: the sister company there."""
OTHER_TRADES = 0.88
"""Each has trade words that the other lacks."""
NOT_CARRIED = 0.5
"""They share nothing but generic words or initials."""
FEWEST_LETTERS = 3
"""Letters of distinctive words in common below which a match says too little."""
SHORTEST_SAME = 4
"""Letters of a name of one generic word for it to match itself."""

# --- names inside a longer text

FOREIGN_WORDS = 1
"""Words that may stand inside a name in a text and not belong to it."""
MISSING = 0.25
"""Share of a name's weight that a text may leave out, places not counted."""
SHORTEST_ALONE = 5
"""Letters of a name of one word for it to be found in a text."""

# --- names of persons

PERSON_EXTRA_NAME = 0.25
"""What a name weighs that only one side has: a patronymic or clan name is often left out."""
PERSON_CONTRADICTED = 0.8
"""Factor where each side has a name that the other lacks, or says the other is the father."""
PERSON_BY_ONE_NAME = 0.7
"""Factor where one name or initials are all they share."""
PERSON_INITIAL = 0.8
"""Likeness of an initial and a name that begins with it."""
PERSON_VOWEL = 0.5
"""What a vowel for another counts as, in edits: romanizations differ there."""
