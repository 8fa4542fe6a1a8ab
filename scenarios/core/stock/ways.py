"""Ways of writing per language: data for `simulator.core.crowd.styling`."""

EMOJI = ("🙄", "😤", "🤷", "🙃", "😒", "😅", "😬", "🤦", "⏳", "👀", "🫠", "😮‍💨")
"""None that is only cheerful or only furious: they go with any topic."""


def _read(words: str) -> frozenset[str]:
    return frozenset(words.split())


FILLERS = {
    "de": _read("ja doch mal eigentlich einfach halt eben auch schon wirklich wohl noch gerade jetzt"),
    "en": _read("really actually simply already quite"),
}
"""Whoever is in a hurry leaves them out. In English no articles, and none that another word leans on ("not just for
us", "not even the lamp")."""

REGIONAL = {
    "de": {
        "nicht": "net", "Nicht": "Net", "nichts": "nix", "Nichts": "Nix", "ist": "is", "Ist": "Is", "eine": "ne",
        "Eine": "Ne", "einen": "nen", "einem": "nem", "etwas": "was", "auch": "au", "schon": "scho", "haben": "ham",
        "habe": "hab", "Habe": "Hab", "jetzt": "jetz",
    },
    "en": {
        "nothing": "nowt", "Nothing": "Nowt", "anything": "owt", "something": "summat", "my": "me", "My": "Me",
        "you": "ya", "You": "Ya", "isn’t": "ain’t", "going": "goin", "yes": "aye",
    },
}  # fmt: skip
"""Words as they sound in the south of Germany and the north of England, roughly; no one place is meant. Each
goes wherever its word may stand: "so little railway" is no "wee railway"."""
