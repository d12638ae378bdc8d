"""What a result does not say, in words; part of every report and clear record."""

LIMITS = (
    (
        "A tier says what a record states or resembles. It is no finding that anyone broke a law or "
        "used forced labour, and it names no one guilty."
    ),
    (
        "A list entry stands for what its publisher says of it. A sample of a list is not the list: "
        "a name that is missing from the sample may stand on the list."
    ),
    (
        "No hit is no proof of absence. Only what the records say was compared, and only with the "
        "editions named here."
    ),
    "A place or a kind of goods alone says nothing of a supplier; it is a reason to ask.",
    "A low price alone shows nothing about labour; it has many causes.",
    "A supplier's own denial or certificate is kept as a statement, unverified.",
    "An empty field is unknown. It is not counted for a supplier, and hardly against one.",
    "The risk score orders a queue. It is not a probability.",
)
