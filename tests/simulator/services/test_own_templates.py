"""Templates of one's own: a run begins with a copy of them, by which alone its replies are judged."""

from dataclasses import replace

import pytest

from people.models import User
from scenarios.core.timeline import Template
from scoring.core import situating
from scoring.services import rescore
from simulator import queries, services
from simulator.core.own_templates import read_beside, write_beside
from simulator.frames import write_event
from simulator.models import Run
from simulator.services import BadTemplate
from simulator.services.own_templates import MOST_CHARACTERS, MOST_TEMPLATES, Written
from tests.simulator.timelines import BRAND, make_morning
from tests.simulator.worlds import start

ASKED = {"thread": "bag", "post": "bag-1", "visibility": "public", "seen_seq": 2}
CANNED = (
    "Hallo {name}, Ihre Meldung liegt jetzt bei der Technik und wird dort bearbeitet, das dauert leider noch. {agent}"
)
SENT = "Hallo Mara, Ihre Meldung liegt jetzt bei der Technik und wird dort bearbeitet, das dauert leider noch. ^TI"

pytestmark = pytest.mark.django_db


def keep(owner: User, title: str, text: str, *, language: str = "de") -> int:
    return services.keep_templates(owner, [Written(language, title, text)])


def answer(run: Run, text: str = SENT) -> dict:
    """Answers, and returns what the score says."""
    services.reply(run.pk, actor=run.trainee, cmd_id=f"{run.pk}", text=text, **ASKED)
    return [event for event in queries.read_log(run.pk) if event.kind == "ReplyAssessed"][-1].data


def end(run: Run) -> Run:
    services.end_run(run.pk, actor=run.trainee, cmd_id="e")
    run.refresh_from_db()
    return run


def titles(owner: User) -> list[tuple[str, str]]:
    return [(each.title, each.text) for each in queries.list_own_templates(owner)]


def test_a_title_names_one_template_whatever_its_capitals(tia):
    assert keep(tia, "Technik", "Eins.") == 1

    assert keep(tia, " TECHNIK ", "Zwei.") == 0
    assert titles(tia) == [("TECHNIK", "Zwei.")]


def test_of_several_all_are_kept_or_none(tia):
    with pytest.raises(BadTemplate, match="text"):
        services.keep_templates(tia, [Written("de", "Gut", "Ja."), Written("de", "Leer", "  ")])

    assert titles(tia) == []


@pytest.mark.parametrize(
    ("written", "code"),
    [
        (Written("fr", "Titre", "Oui."), "language"),
        (Written("de", " ", "Ja."), "title"),
        (Written("de", "T" * 81, "Ja."), "title_long"),
        (Written("de", "T", "J" * 2_001), "text_long"),
        (Written("de", "T", "Ja\x00"), "characters"),
    ],
)
def test_what_cannot_be_kept_says_why(tia, written, code):
    with pytest.raises(BadTemplate) as refused:
        services.keep_templates(tia, [written])

    assert refused.value.code == code


def test_one_more_is_kept_as_fast_beside_many_as_beside_none(tia, django_assert_num_queries):
    many = [Written("de", f"Nummer {nth}", "Ja.") for nth in range(MOST_TEMPLATES - 1)]
    for before in ([], many):
        services.keep_templates(tia, before)
        with django_assert_num_queries(5):
            keep(tia, f"Danach {len(before)}" if before else "Nummer 0", "Ja.")


def test_a_language_holds_no_more_than_a_run_can_begin_with(tia):
    services.keep_templates(tia, [Written("de", f"Nummer {nth}", "Ja.") for nth in range(MOST_TEMPLATES)])

    with pytest.raises(BadTemplate, match="too_many"):
        keep(tia, "Eine mehr", "Ja.")
    assert keep(tia, "One more", "Yes.", language="en") == 1
    services.delete_templates(tia, language="de")
    with pytest.raises(BadTemplate, match="too_much"):
        services.keep_templates(tia, [Written("de", f"Nummer {nth}", "J" * 2_000) for nth in range(21)])
    services.keep_templates(
        tia, [Written("de", f"Nummer {nth}", "J" * 2_000) for nth in range(MOST_CHARACTERS // 2_000)]
    )


def test_nobody_changes_or_deletes_what_somebody_else_keeps(tia, theo):
    keep(tia, "Technik", "Eins.")
    [kept] = queries.list_own_templates(tia)

    with pytest.raises(BadTemplate, match="unknown"):
        services.change_template(kept.pk, owner=theo, title="Meins", text="Zwei.")
    services.delete_template(kept.pk, owner=theo)
    services.delete_templates(theo, language="de")

    assert titles(tia) == [("Technik", "Eins.")]


def test_two_templates_do_not_get_the_same_title(tia):
    keep(tia, "Eins", "Ja.")
    keep(tia, "Zwei", "Ja.")

    with pytest.raises(BadTemplate, match="taken"):
        services.change_template(queries.list_own_templates(tia)[0].pk, owner=tia, title="zwei", text="Ja.")


def test_a_copy_is_judged_exactly_as_one_of_the_houses_templates(tia, theo, now):
    brand = replace(BRAND, templates=(*BRAND.templates, Template("technik", "Technik", CANNED)))
    supplied = answer(start(theo, timeline=replace(make_morning(), brand=brand)))
    keep(tia, "Technik", CANNED)
    run = start(tia)

    own = answer(run)

    [template] = queries.list_own_templates(tia)
    for finding in own["findings"]:
        if finding["params"].get("template") == f"own:{template.pk}":
            finding["params"]["template"] = "technik"
    same = ("criteria", "signals", "findings")
    assert [own[each] for each in same] == [supplied[each] for each in same]
    assert own["signals"]["reuse_likeness"] == 1000
    assert own["heard"]["template"] == supplied["heard"]["template"] == 1000


def test_without_what_the_log_holds_it_would_be_ones_own_words(tia, monkeypatch):
    keep(tia, "Technik", CANNED)
    monkeypatch.setattr(situating, "read_own_templates", lambda *args, **kwargs: None)

    assert answer(start(tia))["signals"]["reuse_likeness"] == 0


def test_what_changes_during_a_run_counts_from_the_next_one_on(tia):
    keep(tia, "Technik", CANNED)
    run = start(tia)
    services.delete_templates(tia, language="de")
    keep(tia, "Anderes", "Der Zug fährt heute leider nicht mehr, wir bitten um Entschuldigung für den Ärger.")

    assert answer(run)["signals"]["reuse_likeness"] == 1000
    later = queries.read_log(start(tia).pk)[0]
    assert [each.title for each in read_beside(later.words, later.data)[1]] == ["Anderes"]


def test_templates_of_another_language_or_person_stay_where_they_are(tia, theo):
    keep(tia, "Technik", CANNED, language="en")
    keep(theo, "Technik", CANNED)

    run = start(tia)

    assert "own_templates" not in queries.read_log(run.pk)[0].data
    assert answer(run)["signals"]["reuse_likeness"] == 0


def test_no_browser_is_sent_the_first_events_templates(tia):
    keep(tia, "Technik", CANNED)

    row = queries.rows_after(start(tia).pk, 0, 1)[0]

    assert "Technik" in row.words
    frame = write_event(row, after=0)
    assert not any(word in frame for word in ("Technik", "own_templates"))


def test_the_log_makes_itself_again_and_is_rescored_to_the_byte(tia):
    keep(tia, "Technik", CANNED)
    run = start(tia)
    answer(run)
    end(run)
    services.delete_templates(tia, language="de")
    services.memory.forget()

    assert services.replay(run.pk) == queries.read_log(run.pk)
    assert rescore(run).problems == ()
    assert services.verify_chain(run.pk) is None


def test_who_takes_a_run_up_anew_knows_them_from_the_log(tia):
    keep(tia, "Technik", CANNED)
    run = start(tia)
    services.memory.forget()

    assert answer(run)["signals"]["reuse_likeness"] == 1000


def test_a_fork_shares_them_and_an_erasure_takes_them_out_of_both(tia):
    keep(tia, "Technik", CANNED)
    run = start(tia)
    fork = services.fork_run(run, at_seq=2, actor=tia)
    assert answer(fork)["signals"]["reuse_likeness"] == 1000
    end(fork)
    end(run)

    services.erase_words(run, actor=tia)

    for each in (run, fork):
        assert queries.read_log(each.pk)[0].words is None
        assert services.verify_chain(each.pk) is None
    assert services.replay(fork.pk) == queries.read_log(fork.pk)


def test_fingerprints_and_templates_stand_beside_each_other(tia):
    first = start(tia)
    answer(first)
    end(first)
    keep(tia, "Anderes", "Der Zug fährt heute leider nicht mehr, wir bitten um Entschuldigung für den Ärger.")

    run = start(tia)

    prints, templates = read_beside(queries.read_log(run.pk)[0].words, queries.read_log(run.pk)[0].data)
    assert (prints is not None and "rows" in prints, [each.title for each in templates]) == (True, ["Anderes"])
    assert answer(run)["signals"]["reuse_likeness"] == 1000


def test_what_stands_beside_the_first_event_reads_as_it_was_written():
    templates = (Template("own:3", "Zwei\nZeilen", 'Mit "Marken"\nund Zeilen'),)

    for prints in (None, "{}"):
        data = {"fingerprints": [[1, "2026-11-22", 1]] if prints else [], "own_templates": 1}
        assert read_beside(write_beside(prints, templates), data) == (prints or "", templates)
    assert read_beside(write_beside(None, ()), {"fingerprints": []}) == ("", ())
    assert read_beside(None, {"fingerprints": [], "own_templates": 1}) == (None, ())
