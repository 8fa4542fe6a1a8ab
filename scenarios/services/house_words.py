"""What lint says of a brand's own phrases: only the score knows how to read them.

Rules kept here: a phrase has one problem at most, its first; nothing here takes long, whatever the profile holds.
"""

from collections.abc import Iterable, Iterator, Sequence

from scenarios.core.phrases import WrittenPhrase
from scenarios.core.problems import WARNING, Problem, Report
from scenarios.core.suggestions import suggest
from scenarios.core.timeline import Brand, Timeline
from scoring.core.lexicon.breadth import is_broad
from scoring.core.lexicon.compiling import KINDS, PatternError, make_index
from scoring.core.lexicon.house import MOST_LOOSE, MOST_WAYS, count_ways, find_never, read_phrase
from scoring.core.lexicon.library import FORMS, TONE
from scoring.core.patterns import Pattern, find_matches
from scoring.core.text import analyse

FORBIDDEN = "forbidden"
Text = tuple[str, str]
"""Where it stands, and what it says."""


def check_phrases(phrases: Sequence[WrittenPhrase], *, texts: Iterable[Text]) -> list[Problem]:
    """All problems of a brand's phrases. `texts` are what the house itself has written down to be said."""
    report = Report()
    ways, forbidden = 0, dict[str, tuple[WrittenPhrase, list[Pattern]]]()
    for number, phrase in enumerate(phrases):
        patterns = _read(phrase, report)
        ways += sum(map(count_ways, patterns))
        if ways > MOST_WAYS:
            report.add(phrase.node.place, "too-many-phrases", most=MOST_WAYS)
            break
        if patterns and phrase.rule == FORBIDDEN and not patterns[0].excludes:
            forbidden[str(number)] = phrase, patterns
    _check_texts(forbidden, texts, report)
    return report.problems


def list_house_texts(brand: Brand | None, timeline: Timeline | None = None) -> Iterator[Text]:
    """The templates, approved wordings and model replies of a profile and of the scenario that uses it."""
    templates = (*(brand.templates if brand else ()), *(timeline.templates if timeline else ()))
    yield from ((f"templates.{template.key}", template.text) for template in templates)
    for fact in timeline.facts if timeline else ():
        yield from ((f"facts.{fact.key}.approved", text) for text in (fact.approved,) if text)
    for post in timeline.posts if timeline else ():
        said = (("model", post.needs.model), ("paraphrase", post.needs.paraphrase))
        yield from ((f"posts.{post.key}.needs.{name}", text) for name, text in said if text)


def _read(phrase: WrittenPhrase, report: Report) -> list[Pattern]:
    """The patterns of a phrase, none where it has an error."""
    try:
        patterns = read_phrase(phrase.rule, phrase.text, language=phrase.language)
    except PatternError as error:
        lemmas = FORMS[phrase.language] if error.code == "lemma" else ()
        suggestion = suggest(error.part.removeprefix("="), lemmas, report=report) if lemmas else ""
        options = ", ".join(f"<{kind}>" for kind in sorted(KINDS))
        place = phrase.find(error.part)
        report.add(
            place,
            f"phrase-{error.code}",
            part=error.part,
            options=options,
            suggestion=f"={suggestion}" if suggestion else "",
        )
        return []
    place = phrase.node.place
    if not patterns:
        report.add(place, "phrase-empty", part=phrase.text)
    elif any(count_ways(pattern) > MOST_LOOSE for pattern in patterns):
        report.add(place, "phrase-loose", part=phrase.text)
        return []
    elif never := next(filter(None, map(find_never, patterns)), ""):
        report.add(place, "phrase-never", part=never)
    elif any(is_broad(pattern, language=phrase.language) for pattern in patterns):
        report.warn(place, "phrase-broad", part=phrase.text)
    elif all(_is_known(pattern, phrase.language) for pattern in patterns):
        report.hint(place, "phrase-known", part=phrase.text)
    return patterns


def _is_known(pattern: Pattern, language: str) -> bool:
    """Whether the score finds every wording of this by itself. Only words in a row are held against it."""
    if pattern.excludes or any(each.gap or each.optional or not each.words for each in pattern.elements):
        return False
    if any(each.prefixes or each.suffixes or each.kinds for each in pattern.elements):
        return False
    usual = [min(each.words) for each in pattern.elements]
    for place, each in enumerate(pattern.elements):
        for word in each.words:
            text = analyse(" ".join((*usual[:place], word, *usual[place + 1 :])))
            found = find_matches(TONE[language], text.tokens, text.sentences)
            if not any((match.rule, match.first, match.last) == (pattern.rule, 0, len(text.tokens)) for match in found):
                return False
    return True


def _check_texts(
    forbidden: dict[str, tuple[WrittenPhrase, list[Pattern]]], texts: Iterable[Text], report: Report
) -> None:
    """What the house forbids and says itself, once per phrase."""
    if not forbidden:
        return
    index = make_index(
        pattern._replace(rule=number) for number, (_, patterns) in forbidden.items() for pattern in patterns
    )
    seen: set[str] = set()
    for where, text in texts:
        analysed = analyse(text)
        for match in find_matches(index, analysed.tokens, analysed.sentences):
            if match.rule not in seen:
                seen.add(match.rule)
                words = " ".join(token.text for token in analysed.tokens[match.first : match.last])
                place = forbidden[match.rule][0].node.place
                report.add(place, "forbidden-here", severity=WARNING, words=words, where=where)
