"""Each step of the coach's handbook is played by a test: the table below says by which.

A step is a numbered item or a paragraph. The table is held to the book in both languages, its tests to those that there
are, and what is bold in a step, so on the screen, to what the tests of that step name: in German, as a browser shows it
to them. Where only a page's own name is bold, what shows that page will do (`OPENED`).
"""

import ast
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from trainer_ui.handbook import HANDBOOK

pytestmark = pytest.mark.computes

ROOT = HANDBOOK.parents[1]
WALK = "e2e/test_coach.py::test_a_coach_writes_a_scenario_and_leads_a_class_of_twelve_through_it"
FORMS = "e2e/forms.py::write_scenario"
Steps = Mapping[str, tuple[str, ...]]
SHOWN: Mapping[str, Steps] = {
    "write": {
        "You need no programming": ("trainer_ui/test_editor.py::test_only_coaches_of_the_cohort_find_any_of_it",),
        "1. On your home page": (
            WALK,
            "trainer_ui/test_editor.py::test_a_scenario_is_begun_and_copied_from_the_list",
            "e2e/test_editor_forms.py::test_whatever_is_typed_is_text_and_stays_in_its_field",
        ),
        "2. Fill in the forms": (WALK, FORMS),
        "3. Look at the list": ("e2e/test_editor.py::test_a_coach_writes_sees_a_problem_mends_it_and_publishes",),
        "4. Open **Time line**": (
            "e2e/test_editor_forms.py::test_posts_are_moved_along_the_time_line_by_hand_and_by_keys",
            "e2e/test_editor_forms.py::test_of_four_hundred_posts_the_time_line_draws_only_those_in_sight",
        ),
        "5. Play it": ("e2e/test_editor.py::test_the_desk_opens_at_the_cursors_post",),
        "6. **Rehearse now**": (WALK,),
        "7. **Publish for practice**": (
            WALK,
            "scoring/services/test_draft_rehearsing.py::test_what_passed_certifies_the_version_of_that_very_text",
        ),
        "All three show the same": (
            "e2e/test_editor_forms.py::test_whatever_is_typed_is_text_and_stays_in_its_field",
            "scenarios/core/patching/test_patching.py::test_only_the_value_changes_and_every_other_byte_stays",
        ),
        "What you write is saved": (
            "e2e/test_editor.py::test_without_a_line_the_text_stays_and_goes_when_it_is_back",
            "scenarios/test_drafts.py::test_one_writes_at_a_time_until_the_pen_lapses_or_is_let_go",
            "e2e/test_editor.py::test_a_coach_writes_sees_a_problem_mends_it_and_publishes",
        ),
        "A person reads, thinks": (
            "scenarios/core/test_fairness.py::test_more_work_than_a_person_can_do_is_reported_once_per_stretch",
        ),
        "Only ask for what can be known": ("scoring/core/test_context.py::test_a_fact_is_known_once_it_was_seen",),
        "Some posts need no answer": (
            FORMS,
            "scoring/core/test_waits.py::test_what_needs_no_answer_does_not_count_answered_or_not",
        ),
        "**House profiles** holds": (
            "e2e/test_house_profile.py::test_a_house_plays_a_shipped_scenario_in_its_own_words",
            "trainer_ui/test_profiles.py::test_a_shipped_scenario_is_put_into_the_houses_clothes",
        ),
    },
    "classes": {
        "Practice belongs to the trainee": (
            "trainer_ui/test_exercises.py::test_of_practice_a_coach_learns_how_many_and_not_who",
            "trainer_ui/test_marking.py::test_class_runs_are_there_for_thirty_days_and_practice_never",
        ),
        "1. **Exercises**, then": (
            "e2e/test_exercises.py::test_a_class_is_set_waited_for_and_begun",
            "trainer_ui/test_exercises.py::test_of_practice_a_coach_learns_how_many_and_not_who",
            "e2e/test_certification.py::test_somebody_is_certified_and_others_can_check_it",
        ),
        "2. **Set it**": (
            WALK,
            "trainer_ui/test_exercises.py::test_an_invitation_goes_into_a_calendar_and_out_of_it_again",
        ),
        "3. In a class that begins together": (
            WALK,
            "e2e/test_exercises.py::test_a_class_is_set_waited_for_and_begun",
        ),
        "**To the control room** puts": (WALK, "e2e/test_exercises.py::test_a_class_is_set_waited_for_and_begun"),
        "For all or for one": (
            WALK,
            "e2e/test_exercises.py::test_a_coach_steers_a_class_from_the_control_room",
            "e2e/test_coached_desk.py::test_the_desk_shows_what_a_coach_does_to_a_class",
        ),
        "**Group debrief** shows": (WALK, "e2e/test_marking.py::test_the_class_looks_at_the_same_minute_of_all"),
        "**Marking** on your home page": (
            WALK,
            "e2e/test_marking.py::test_two_coaches_mark_see_how_far_they_agree_and_the_trainee_reads_it",
        ),
        "**Calibration** gives": (
            "e2e/test_marking.py::test_two_coaches_mark_see_how_far_they_agree_and_the_trainee_reads_it",
            "trainer_ui/test_calibrations.py::test_how_severe_one_is_nobody_else_is_told",
            "trainer_ui/test_calibrations.py::test_the_score_is_held_against_marks_that_were_given_blind",
        ),
    },
}
BOLD = re.compile(r"\*\*(.+?)\*\*")
OPENED = {
    "Szenarien schreiben": "/editor/",
    "Ein neues Szenario beginnen": "new-brand",
    "Prüfung": "certification",
    "Einladung für den Kalender (.ics)": ".ics",
    "Bewerten": "/marking/",
    "Die Wertung und die Coaches": "/marking/agreement/",
    "Auch für Prüfungen veröffentlichen": "publish_rehearsed",
    "Üben": "practice",
    "Klasse": "class",
}
"""What a test does instead of naming the words: it opens the page by its address, or does it on the server."""


def list_steps(language: str, page: str) -> list[str]:
    """Every paragraph and numbered item of a page, in order."""
    text = (HANDBOOK / language / f"{page}.md").read_text("utf-8")
    blocks = [block for block in text.split("\n\n") if not block.startswith("#")]
    return [step.strip() for block in blocks for step in re.split(r"\n(?=\d+\. )", block.strip())]


@cache
def read_test(name: str) -> str:
    """The text of a module of tests. Raises where it, or the test that is named in it, is not there."""
    path, _, test = name.partition("::")
    text = (ROOT / "tests" / path).read_text("utf-8")
    defined = {node.name for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)}
    assert not test or test in defined, name
    return text


@pytest.mark.parametrize("page", SHOWN)
def test_each_step_of_the_book_stands_in_the_table_in_its_order(page: str):
    english, german = list_steps("en", page), list_steps("de", page)

    assert len(german) == len(english) == len(SHOWN[page])
    unlike = [
        (step[:40], begin) for step, begin in zip(english, SHOWN[page], strict=True) if not step.startswith(begin)
    ]
    assert unlike == []


@pytest.mark.parametrize("page", SHOWN)
def test_what_is_bold_in_a_step_is_what_its_tests_use(page: str):
    missing = []
    for step, tests in zip(list_steps("de", page), SHOWN[page].values(), strict=True):
        said = "\n".join(read_test(name) for name in tests)
        for words in BOLD.findall(step):
            if words not in said and OPENED.get(words, words) not in said:
                missing.append((step[:30], words))
    assert missing == [], missing


def test_who_wrote_a_step_that_nobody_plays_would_be_told():
    with pytest.raises(AssertionError):
        read_test("e2e/test_coach.py::test_nothing_of_the_kind")
    with pytest.raises(FileNotFoundError):
        read_test("e2e/test_nowhere.py")
    assert Path(ROOT / "tests" / "e2e" / "test_coach.py").exists()
