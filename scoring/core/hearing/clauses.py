"""A text in clauses: what is said in each, and whether it is said, denied, asked, offered or left open."""

from collections.abc import Sequence
from typing import NamedTuple

from scoring.core.hearing.figures import Figure, find_figures
from scoring.core.hearing.stems import is_content, stem
from scoring.core.text import Text, Token, list_words

MARKS = frozenset(",;:–—()-")
JOINTS = {
    "de": list_words("weil denn aber sondern doch jedoch sowie sobald trotzdem ob"),
    "en": list_words("because but as so although though while which whether if"),
}
NEGATORS = list_words("""
    nicht nie niemals niemand niemanden nichts weder keinesfalls keineswegs nirgends nix ned net
    not no never nobody nothing none neither nor cannot
""")
ONLY = list_words("nur bloss only just")
"""After a negator these deny nothing: "nicht nur"."""
OPENERS = list_words("dass that")
"""A clause that begins so is denied where the one before it is: "Es stimmt nicht, dass …"."""
OPEN = {
    "de": list_words("ob falls vielleicht angeblich womoeglich eventuell moeglicherweise"),
    "en": list_words("whether if maybe perhaps allegedly supposedly possibly"),
}
POINTERS = {
    "de": list_words("details einzelheiten informationen infos info naeheres weiteres alles hinweise faq faqs"),
    "en": list_words("details information info everything answers more faq faqs"),
}
"""What is said to be found elsewhere ..."""
ELSEWHERE = {
    "de": list_words("website webseite webseiten homepage internet netz internetseite internetseiten seite seiten"),
    "en": list_words("website site homepage online page pages web internet faq faqs"),
}
"""... and where: a clause that only points there, without a link or figure, tells nothing of it."""
OFFERING = {
    "de": ("wie waere ", "soll ich ", "sollen wir ", "moechten sie ", "moechtest du ", "passt ihnen ", "passt dir "),
    "en": ("shall i ", "shall we ", "should i ", "would you like ", "would you prefer ", "how about ", "want me "),
}
"""A question that begins so offers what it names, and tells it: "Wie wäre ein Termin am Abend, 17 bis 20 Uhr?"."""
OPENING = 4
"""Tokens of a sentence that are looked at for that."""
AFFIRMING = {
    "de": list_words("ja jawohl klar natuerlich freilich genau stimmt richtig korrekt"),
    "en": list_words("yes yep yeah sure certainly absolutely correct exactly right indeed"),
}
"""A sentence that begins so says what was asked, and the first one also behind a greeting: "Hallo Jana, ja, …"."""
GREETED = 5
"""Tokens of the reply in which such a greeting ends."""
ENDS = frozenset(".!?")


class Clause(NamedTuple):
    """Tokens `first`..`last` of sentence number `sentence`. `kind` is said, denied, asked, offered or open.

    `affirms`: its sentence begins with a yes. `words` are (stem, token).
    """

    first: int
    last: int
    sentence: int
    kind: str
    affirms: bool
    words: tuple[tuple[str, int], ...]
    figures: tuple[Figure, ...]


def cut_clauses(text: Text, *, language: str) -> tuple[Clause, ...]:
    """The clauses of all sentences, in order."""
    figures = find_figures(text.tokens, language=language)
    taken = {token for figure in figures for token in range(figure.first, figure.last)}
    found: list[Clause] = []
    for number, sentence in enumerate(text.sentences):
        ends = [token.text for token in text.tokens[sentence.first : sentence.last]]
        is_asked = "?" in ends[-3:]
        opening = " ".join(token.norm for token in text.tokens[sentence.first : sentence.first + OPENING])
        is_offered = opening.startswith(OFFERING[language])
        affirms = _affirms(text.tokens, sentence.first, language)
        was_denied = False
        for first, last in _cut(text.tokens, sentence.first, sentence.last, taken, language):
            tokens = text.tokens[first:last]
            is_denied = _is_denied(tokens) or was_denied and tokens[0].norm in OPENERS
            was_denied = is_denied
            inside = tuple(figure for figure in figures if first <= figure.first < last)
            if is_asked:
                kind = "offered" if is_offered and not is_denied else "asked"
            else:
                kind = _kind_of(tokens, is_denied, language, has_figure=bool(inside))
            words = tuple(
                (stem(token.norm, language=language), place)
                for place, token in enumerate(tokens, start=first)
                if token.kind in {"word", "tag"} and place not in taken and is_content(token.norm, language=language)
            )
            found.append(Clause(first, last, number, kind, affirms, words, inside))
    return tuple(found)


def _affirms(tokens: Sequence[Token], first: int, language: str) -> bool:
    words = AFFIRMING[language]
    opening = tokens[1 : GREETED + 1] if first == 0 else ()
    greeted = any(
        before.text == "," and word.norm in words and after.text not in ENDS
        for before, word, after in zip(opening, opening[1:], opening[2:], strict=False)
    )
    return tokens[first].norm in words or greeted


def _cut(tokens: Sequence[Token], first: int, last: int, taken: set[int], language: str) -> list[tuple[int, int]]:
    cuts = [first]
    for place in range(first + 1, last):
        token = tokens[place]
        if place in taken:
            continue
        if token.text in MARKS:
            cuts.append(place + 1)
        elif token.norm in JOINTS[language]:
            cuts.append(place)
    cuts.append(last)
    return [(start, end) for start, end in zip(cuts, cuts[1:], strict=False) if start < end]


def _kind_of(tokens: Sequence[Token], is_denied: bool, language: str, *, has_figure: bool) -> str:
    norms = {token.norm for token in tokens}
    points_away = not (has_figure or norms.isdisjoint(POINTERS[language]) or norms.isdisjoint(ELSEWHERE[language]))
    if points_away or not norms.isdisjoint(OPEN[language]):
        return "open"
    return "denied" if is_denied else "said"


def _is_denied(tokens: Sequence[Token]) -> bool:
    for place, token in enumerate(tokens):
        after = tokens[place + 1].norm if place + 1 < len(tokens) else ""
        if is_negator(token) and after not in ONLY:
            return True
    return False


def is_negator(token: Token) -> bool:
    return token.norm.partition("'s")[0] in NEGATORS or token.norm.startswith("kein") or token.norm.endswith("n't")
