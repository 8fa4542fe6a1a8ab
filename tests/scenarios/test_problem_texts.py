import ast
import re
from pathlib import Path

import scenarios.core
import scenarios.services
from scenarios.core.patterns import PatternRefused, compile_pattern
from scenarios.core.problems import Problem
from scenarios.core.vocabulary import DOUBTS
from scenarios.problem_texts import explain, load_details, load_problem_texts, render_problem
from scoring.core.lexicon.compiling import SAID
from tests.scenarios.samples import change, compile_text

SOURCES = [
    *(path for path in Path(scenarios.core.__file__).parent.rglob("*.py") if path.parent.name != "importing"),
    *Path(scenarios.services.__file__).parent.glob("*.py"),
]
NOT_PROBLEMS = {"did-you-mean", "severity-warning", "severity-hint"}
KINDS_OF_DATA = ("mail", "link", "account", "card", "phone", "plate", "address")
KINDS_OF_REFERENCE = ("persona", "channel", "fact", "post", "thread", "rumour", "desk", "topic")


def find_strings() -> set[str]:
    """Every text that stands alone in the code of the core and of the services."""
    trees = [ast.parse(path.read_text("utf-8")) for path in SOURCES]
    constants = (node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return {value for value in constants if isinstance(value, str)}


def find_reported() -> dict[str, set[str]]:
    """Code → parameters, of every problem whose code is written in the call that reports it."""
    reported: dict[str, set[str]] = {}
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or len(node.args) != 2 or not isinstance(node.func, ast.Attribute):
                continue
            code = node.args[1]
            if node.func.attr in ("add", "warn", "hint") and isinstance(code, ast.Constant):
                names = {keyword.arg for keyword in node.keywords if keyword.arg} - {"severity"}
                reported.setdefault(str(code.value), set()).update(names)
    return reported


def find_names(sentence: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", sentence))


def test_every_problem_has_a_reason_and_a_mend_in_german_and_english() -> None:
    texts = load_problem_texts()

    wanted = {code: ["de", "en"] if code in NOT_PROBLEMS else ["de", "en", "mend_de", "mend_en"] for code in texts}
    assert {code: sorted(sentences) for code, sentences in texts.items()} == wanted
    assert [code for code, sentences in texts.items() if not all(sentences.values())] == []
    assert len(find_reported()) > 40
    assert set(find_reported()) - set(texts) == set()


def test_no_sentence_is_left_over() -> None:
    composed = {f"unknown-{kind}" for kind in KINDS_OF_REFERENCE} | {f"real-{kind}" for kind in KINDS_OF_DATA}
    composed |= {f"review-{kind}" for kind in DOUBTS} | {f"phrase-{code}" for code in SAID}

    assert set(load_problem_texts()) - find_strings() - composed - NOT_PROBLEMS == set()


def test_both_languages_name_the_same_parameters() -> None:
    texts = load_problem_texts()

    for name in ("", "mend_"):
        german, english = (
            {code: find_names(texts[code].get(name + each, "")) for code in texts} for each in ("de", "en")
        )
        assert german == english


def test_sentences_only_use_parameters_that_are_reported() -> None:
    texts = load_problem_texts()

    unknown = {
        code: find_names(texts[code]["en"] + texts[code]["mend_en"]) - names for code, names in find_reported().items()
    }
    assert {code: names for code, names in unknown.items() if names} == {}


def test_a_problem_is_one_line_that_editors_understand() -> None:
    text = change("by: omar", "by: omra")
    (problem,) = compile_text(text)[1]

    assert render_problem(problem, language="de") == (
        "quiet.yaml:34:13: unknown-persona Eine Person «omra» gibt es nicht. Meinen Sie «omar»?"
    )
    assert render_problem(problem, language="en") == (
        "quiet.yaml:34:13: unknown-persona There is no persona “omra”. Did you mean “omar”?"
    )


def test_without_a_suggestion_it_says_how_to_mend_it() -> None:
    (problem,) = compile_text(change("by: omar", "by: zorro"))[1]

    assert explain(problem, language="de").endswith(
        "Legen Sie sie unter personas an, oder nehmen Sie eine, die dort steht."
    )
    assert explain(problem, language="en").endswith("Add it under personas, or take one that is there.")


def test_warnings_say_that_they_are_one() -> None:
    (problem,) = compile_text(change("hat ab neun Uhr", "hat ab neun"))[1]

    assert explain(problem, language="de").startswith("Warnung: ")
    assert explain(problem, language="en").startswith("Warning: ")


def test_what_a_file_holds_cannot_write_to_the_terminal() -> None:
    text = change("by: omar", 'by: "o\\e[31mma\\tr\\n"')

    shown = [render_problem(problem, language="en") for problem in compile_text(text)[1]]
    assert all(line.isprintable() for line in shown)


def test_what_yaml_says_is_said_in_german_too() -> None:
    problem = Problem("f", 1, 1, "syntax", "error", {"detail": "could not find expected ':'"})

    assert explain(problem, language="de").startswith("Ab hier ist das YAML nicht lesbar: hier fehlt ein Doppelpunkt. ")
    assert all(load_details().values())


def refuse(pattern: str) -> str:
    try:
        compile_pattern(pattern)
    except PatternRefused as error:
        return error.detail
    return ""


def test_what_re2_says_is_said_in_german_too() -> None:
    patterns = ["a(", "a)", "[a", "a{2000}", "*a", "a**", "(?=a)", r"(a)\1", r"\pL{99}", "[z-a]", r"\p{X}", "(?P<x"]
    patterns += ["\\", "\ud800"]

    assert [refuse(pattern) for pattern in patterns if refuse(pattern) not in load_details()] == []


FAMILIAR = re.compile(
    r"\b(du|dir|dich|dein\w*|(?i:ergänze|fang|fass|frag|gib|kürz|lass|leg|lies|lösch|mach|meinst|nenn|nimm|prüf"
    r"|schreib|setz|streich|trag|verlängere|wähle)e?(?= ))\b"
)


def test_who_writes_scenarios_is_addressed_as_on_all_pages_of_coaches():
    texts = load_problem_texts().values()
    said = [text for each in texts for name, text in each.items() if name in ("de", "mend_de")]

    familiar = [text for text in said if FAMILIAR.search(text)]

    assert familiar == ["Auf Deutsch sind es du oder sie, auf Englisch you."]  # of a brand's own address
    assert FAMILIAR.search("Streich sie, oder lass sie weg.")
