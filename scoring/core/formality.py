"""du or Sie: which of the two a German text uses (ihr as plural is du)."""

from functools import lru_cache

from scoring.core.text import Text, analyse, list_words

DU = list_words("""
    du dich dir dein deine deinen deinem deiner deines euch euer eure euren eurem eurer hast bist kannst
    willst magst musst sollst darfst wirst weisst moechtest koenntest haettest waerst hattest
""")
DU_IMPERATIVES = list_words("""
    schau schreib schick gib sag melde meld ruf nimm hab probier versuch zieh steck lies lass frag check
""")
IHR_VERBS = list_words("""
    seid habt koennt wollt muesst sollt duerft werdet wisst braucht geht macht kommt
""")
SIE_FORMS = frozenset({"Sie", "Ihnen", "Ihr", "Ihre", "Ihren", "Ihrem", "Ihrer", "Ihres"})
FORMALITIES = ("none", "du", "sie", "mixed")


def find_formality(text: Text, *, language: str) -> tuple[str, tuple[int, ...]]:
    """One of FORMALITIES, and the tokens that say du or Sie. English has no choice: none."""
    if language != "de":
        return "none", ()
    starts = {sentence.first for sentence in text.sentences}
    du, sie = [], []
    weak: list[int] = []
    for index, token in enumerate(text.tokens):
        if token.kind != "word":
            continue
        opens = index in starts or index > 0 and text.tokens[index - 1].text in {":", "„", '"', "-", "–", "“"}
        after = text.tokens[index + 1].norm if index + 1 < len(text.tokens) else ""
        before = text.tokens[index - 1].norm if index else ""
        if token.text in SIE_FORMS:
            if opens and token.text in {"Ihr"} and after in IHR_VERBS:
                du.append(index)
            elif opens and token.text != "Ihnen":
                weak.append(index)
            else:
                sie.append(index)
        elif token.norm in DU or opens and token.norm in DU_IMPERATIVES or _is_plural_you(token.text, before, after):
            du.append(index)
    if not du:
        sie += weak
    if du and sie:
        return "mixed", tuple(sorted(du + sie))
    return ("du", tuple(du)) if du else ("sie", tuple(sie)) if sie else ("none", ())


@lru_cache(maxsize=1024)
def find_form(words: str, *, language: str) -> str:
    """One of FORMALITIES, of a text as it was sent."""
    return find_formality(analyse(words), language=language)[0] if language == "de" else "none"


def _is_plural_you(word: str, before: str, after: str) -> bool:
    return word == "ihr" and (before in IHR_VERBS or after in IHR_VERBS)
