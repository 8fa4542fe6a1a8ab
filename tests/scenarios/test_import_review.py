"""An import is published only after a person has confirmed it, for the text that was read and no other."""

from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from scenarios.core.importing.review_text import splice_review
from scenarios.core.review import Doubt, Review
from scenarios.problem_texts import render_problem
from scenarios.services import NotPublishable, NotReviewable, confirm_review, publish_file, read_review, replace_words
from scenarios.services.linting import lint_file
from tests.scenarios.import_samples import import_rows, row
from tests.scenarios.samples import SCENARIO

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
ROWS = [
    row(1, "905712", "@AcmeHelp my parcel from Zorpington is lost, see zorping.com/me"),
    row(2, "AcmeHelp", "@905712 Hi there, which one?", to=1, at="10:01:00"),
]


@pytest.fixture
def imported(tmp_path: Path) -> Path:
    found = import_rows(ROWS)
    (tmp_path / "brand.yaml").write_text(found.brand, "utf-8")
    path = tmp_path / "imported.yaml"
    path.write_text(found.scenario, "utf-8")
    return path


def words(path: Path) -> list[tuple[int, str, str]]:
    return [(number, doubt.words, doubt.why) for number, doubt in read_review(path).open_doubts]


def refuse(path: Path) -> list[str]:
    with pytest.raises(NotPublishable) as refusal:
        publish_file(path)
    return [problem.code for problem in refusal.value.problems if problem.code.startswith("review")]


def review(*options: object) -> tuple[int, str]:
    out = StringIO()
    try:
        call_command("review_import", *map(str, options), stdout=out, stderr=out)
    except SystemExit as leaving:
        return int(str(leaving.code)), out.getvalue()
    return 0, out.getvalue()


def test_what_masking_left_standing_is_named_with_its_posts(imported: Path) -> None:
    assert words(imported) == [(1, "Zorpington", "name")]
    ((_, doubt),) = read_review(imported).open_doubts
    assert doubt.posts == ("t001-1",)
    assert doubt.suggestion not in ("", "Zorpington")


@pytest.mark.django_db
def test_an_import_with_open_doubts_is_refused_and_says_where(imported: Path) -> None:
    with pytest.raises(NotPublishable) as refusal:
        publish_file(imported)
    problem = refusal.value.problems[-1]
    assert imported.read_text("utf-8").splitlines()[problem.line - 1].startswith("review:")
    assert "d1: «Zorpington» kann ein Name sein (in t001-1)." in render_problem(problem, language="de")
    assert "d1: “Zorpington” may be a name (in t001-1)." in render_problem(problem, language="en")


@pytest.mark.django_db
def test_an_import_without_doubts_still_asks_for_a_person(imported: Path) -> None:
    replace_words(imported, number=1, words="Fernmere")
    assert words(imported) == []
    assert refuse(imported) == ["review-unconfirmed"]
    confirm_review(imported, by="Carla", at=NOW)
    assert publish_file(imported).number == 1


@pytest.mark.django_db
def test_a_person_confirms_all_and_an_edit_opens_the_review_again(imported: Path) -> None:
    found = confirm_review(imported, by="Carla", at=NOW)
    assert (found.is_confirmed, found.review.by, found.review.on) == (True, "Carla", "2026-11-22 09:00 UTC")
    publish_file(imported)

    imported.write_text(imported.read_text("utf-8").replace("is lost", "is lost, says Zorba"), "utf-8")
    assert refuse(imported) == ["review-stale", "review-name"]
    confirm_review(imported, by="Milan", at=NOW)
    assert publish_file(imported).number == 2


@pytest.mark.django_db
def test_without_the_digest_an_edit_would_go_unseen(imported: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    confirm_review(imported, by="Carla", at=NOW)
    imported.write_text(imported.read_text("utf-8").replace("is lost", "is gone"), "utf-8")
    monkeypatch.setattr(Review, "is_confirmed", lambda self, digest: bool(self.by))
    publish_file(imported)


def test_doubts_are_confirmed_by_number_and_the_last_one_confirms_the_text(imported: Path) -> None:
    first = confirm_review(imported, by="Carla", at=NOW, numbers=[7])
    assert (len(first.open_doubts), first.is_confirmed) == (1, False)
    assert confirm_review(imported, by="Carla", at=NOW, numbers=[1]).is_confirmed


def test_a_word_is_replaced_in_every_text_and_its_doubt_is_gone(imported: Path) -> None:
    replace_words(imported, number=1, words="Fernmere")
    text = imported.read_text("utf-8")
    assert "Zorpington" not in text
    assert "my parcel from Fernmere" in text


@pytest.mark.django_db
def test_what_a_person_wrote_needs_no_review(scenario_file: Path) -> None:
    assert publish_file(scenario_file).number == 1
    with pytest.raises(NotReviewable) as refusal:
        read_review(scenario_file)
    assert [problem.code for problem in refusal.value.problems] == ["no-review"]


def test_a_review_is_spliced_without_touching_anything_else() -> None:
    before = Review({"d1": Doubt("Zoe", "name", "Ute", ("p1",))})
    once = splice_review(SCENARIO, before)
    assert once.startswith(SCENARIO.rstrip())
    assert splice_review(once, Review({}, "x", "Carla", "now")).count("review:") == 1
    assert splice_review(once + "difficulty: 2\n", Review({})).endswith("difficulty: 2\n")


def test_the_command_lists_confirms_and_wants_to_know_who(imported: Path) -> None:
    code, said = review(imported, "--language", "de")
    assert (code, said.splitlines()[0][:44]) == (0, "1  «Zorpington»  kann ein Name sein, in t001")
    assert review(imported, "--all")[0] == 2
    assert review(imported, "--replace", "x=y")[0] == 2
    assert review(imported, "--replace", "9=y")[0] == 1
    code, said = review(imported, "--replace", "1=", "--all", "--by", "Carla")
    assert (code, said[:18]) == (0, "Confirmed by Carla")
    assert "Zorpington" not in imported.read_text("utf-8")


def test_lint_names_an_open_review_as_publishing_does(imported: Path) -> None:
    problems = lint_file(imported)
    assert [(problem.code, problem.severity) for problem in problems if problem.code.startswith("review")] == [
        ("review-name", "error")
    ]
    assert imported.read_text("utf-8").splitlines()[problems[-1].line - 1].startswith("review:")

    confirm_review(imported, by="Carla", at=NOW)
    assert [problem.code for problem in lint_file(imported) if problem.code.startswith("review")] == []


@pytest.mark.parametrize(
    "text",
    [
        "hello\nthe town of Larkspur",
        "they call it 'Larkspur' here",
        "the Larkspur- road",
        "she said “Larkspur” twice",
    ],
)
def test_a_doubt_is_placed_and_replaced_wherever_its_word_stands(tmp_path: Path, text: str) -> None:
    found = import_rows([row(1, "905712", f"@AcmeHelp {text}"), row(2, "AcmeHelp", "Hi", to=1, at="10:01:00")])
    (tmp_path / "brand.yaml").write_text(found.brand, "utf-8")
    path = tmp_path / "imported.yaml"
    path.write_text(found.scenario, "utf-8")
    assert (1, "Larkspur", "name") in words(path)
    replace_words(path, number=1, words="Fernmere")
    assert "Larkspur" not in path.read_text("utf-8")


def test_a_comment_behind_the_review_stays() -> None:
    reviewed = splice_review(SCENARIO, Review({"d1": Doubt("Zoe", "name", "Ute", ("p1",))}))
    spliced = splice_review(f"{reviewed}\n# how hard it is\ndifficulty: 2\n", Review({}))
    assert spliced.endswith("\n# how hard it is\ndifficulty: 2\n")
