"""Ways of writing per language: data for `simulator.core.crowd.styling`."""

EMOJI = ("🙄", "😤", "🤷", "🙃", "😒", "😅", "😬", "🤦", "⏳", "👀", "🫠", "😮‍💨")
"""None that is only cheerful or only furious: they go with any topic."""


def _read(words: str) -> frozenset[str]:
    return frozenset(words.split())


FILLERS = {
    "de": _read("ja doch mal eigentlich einfach halt eben auch schon wirklich wohl noch gerade jetzt"),
    "en": _read("just really even actually simply already quite some very the"),
}

REGIONAL = {
    "de": {
        "nicht": "net", "Nicht": "Net", "ist": "is", "Ist": "Is", "eine": "ne", "Eine": "Ne", "einen": "nen",
        "etwas": "was", "nichts": "nix", "Nichts": "Nix", "auch": "au", "haben": "ham", "habe": "hab", "einem": "nem",
        "jetzt": "jetz", "ein": "n", "mal": "ma", "schon": "scho", "immer": "imma",
    },
    "en": {
        "you": "ya", "You": "Ya", "isn’t": "ain’t", "nothing": "nowt", "Nothing": "Nowt", "anything": "owt", "my": "me",
        "My": "Me", "going": "goin", "little": "wee", "about": "’bout", "them": "’em", "have": "’ave", "yes": "aye",
    },
}  # fmt: skip
"""Words as they sound somewhere; a mix that nobody's home should be recognised by."""
