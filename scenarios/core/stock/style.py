"""How a house writes, as an article that its agents can look up: what the profile says in a word, in a sentence.

The score knows du and Sie, the sign-off and the house's own words; how it writes of people, and with which pictures, is
for people to read.
"""

from collections.abc import Mapping

from scenarios.core.timeline import Article, Brand

KEY = "house-style"
TITLES: Mapping[str, str] = {"de": "So schreiben wir", "en": "How we write"}
ADDRESS: Mapping[str, str] = {
    "du": "Wir sagen du.",
    "sie": "Wir sagen Sie.",
    "you": "We write to people as one person to another.",
}
EMOJI: Mapping[str, Mapping[str, str]] = {
    "none": {"de": "Emojis verwenden wir nicht.", "en": "We use no emoji."},
    "sparing": {
        "de": "Emojis sparsam: höchstens eins, und keins, wo jemand Ärger oder Sorgen hat.",
        "en": "Few emoji: one at most, and none where somebody is angry or worried.",
    },
    "free": {
        "de": "Emojis gern, wo sie zum Ton der Nachricht passen.",
        "en": "Emoji are welcome where they suit the tone of the post.",
    },
}
GENDERING: Mapping[str, Mapping[str, str]] = {
    "neutral": {
        "de": "Wir schreiben geschlechtsneutral: „alle, die mitfahren“.",
        "en": "We write of nobody’s sex: “everybody on board”, “they”.",
    },
    "pairs": {"de": "Wir nennen beide Formen: „Kundinnen und Kunden“.", "en": "We name both: “he or she”."},
    "colon": {"de": "Wir schreiben mit Doppelpunkt: „Kund:innen“.", "en": "We write of nobody’s sex: “they”."},
    "star": {"de": "Wir schreiben mit Stern: „Kund*innen“.", "en": "We write of nobody’s sex: “they”."},
    "none": {"de": "Für das Gendern gibt es keine Vorgabe.", "en": "There is no rule for gendered words."},
}


def tell_style(brand: Brand, *, emoji: str, gendering: str) -> Article:
    """The article. Its key is one that none of the brand's own has."""
    language = "en" if brand.address == "you" else "de"
    said = [ADDRESS.get(brand.address, ""), EMOJI.get(emoji, {}).get(language, "")]
    said.append(GENDERING.get(gendering, {}).get(language, ""))
    taken = {each.key for each in brand.articles}
    key = KEY if KEY not in taken else f"{KEY}-{len(taken) + 1}"
    return Article(key, TITLES[language], " ".join(sentence for sentence in said if sentence))
