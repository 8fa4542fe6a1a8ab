"""What can be said about a reply by its words alone, before the run is locked."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from scenarios.core.vocabulary import LANGUAGES
from scoring.core.ending import drop_misplaced
from scoring.core.formality import find_formality
from scoring.core.hearing.ears import Ears
from scoring.core.hearing.listening import Said, listen
from scoring.core.lexicon.house import HouseLexicon
from scoring.core.lexicon.library import SPELLING, TONE
from scoring.core.masking import Prose, find_formulas, mask_text
from scoring.core.patterns import Match, find_matches
from scoring.core.plain import value_plainness
from scoring.core.privacy import Privacy, read_privacy
from scoring.core.text import Text, analyse
from scoring.core.veiled import find_veiled


@dataclass(frozen=True, slots=True)
class Reading:
    """A reply, read. Immutable, so that it can be kept beside the reply and compared with later ones.

    `said` is what it says to a scenario, where one was given.
    """

    language: str
    text: Text
    matches: tuple[Match, ...]
    prose: Prose
    privacy: Privacy
    formality: str
    formal_tokens: tuple[int, ...]
    plain_language: int | None
    said: Said | None = None


def read(
    text: str,
    *,
    language: str,
    names: Collection[str] = frozenset(),
    ears: Ears | None = None,
    house: HouseLexicon | None = None,
) -> Reading:
    """Reads `text` in `language` (de or en), any text will do.

    `names` are the run's names, folded (`names_in`); `ears` those of its scenario (`ears_of`), for replies. `house` is
    what the brand adds to the lexicons, where there are no ears that know it.
    """
    analysed = analyse(text)
    matches = _find_phrases(analysed, language=language, house=ears.lexicon if ears else house)
    formality, formal_tokens = find_formality(analysed, language=language)
    return Reading(
        language=language,
        text=analysed,
        matches=matches,
        prose=mask_text(analysed, acts=matches, names=names),
        privacy=read_privacy(analysed, language=language),
        formality=formality,
        formal_tokens=formal_tokens,
        plain_language=value_plainness(
            analysed, language=language, formulas=find_formulas(analysed, matches), names=names
        ),
        said=listen(analysed, ears, language=language) if ears else None,
    )


def _find_phrases(text: Text, *, language: str, house: HouseLexicon | None) -> tuple[Match, ...]:
    """The lexicons' matches, typing errors understood. The house's own words are meant as they stand."""
    tokens = SPELLING[language].correct(text.tokens, but=house.words if house else ())
    matches = find_matches(TONE[language], tokens, text.sentences, own=house.phrases if house else None)
    return (*drop_misplaced(matches, text), *find_veiled(text, language=language))


def read_prose(text: str, *, language: str, names: Collection[str], house: HouseLexicon | None = None) -> Prose:
    """Only what `read` keeps of a reply to hold later ones against, in half the time."""
    analysed = analyse(text)
    matches = _find_phrases(analysed, language=language, house=house)
    return mask_text(analysed, acts=matches, names=names)


def warm_up(languages: Iterable[str] = LANGUAGES) -> None:
    """Loads every language resource, so that nothing loads at the first reply. Call it when the process starts."""
    for language in languages:
        read("Unverständlichkeiten und responsibilities sind hier noch einmal words, 12:30 Uhr.", language=language)
