"""Pools of scenarios: which are taken, and what a person gets of them."""

import json
from dataclasses import replace

import pytest

from people.models import Cohort, User
from scoring.core.assessment import SCORING_VERSION
from scoring.core.terms import FAILED, Terms
from scoring.models import Attempt, Rehearsal
from scoring.services.declining import Declined
from scoring.services.programmes import add_programme
from simulator.core.events import ENGINE_VERSION
from simulator.services.sharing import read_now
from tests.scoring.attempts import begin, make_programme
from tests.simulator.timelines import make_morning
from tests.simulator.worlds import publish, rehearsed

pytestmark = pytest.mark.usefixtures("now")


def make_pool(*medians: int, attempts: int = 2, tolerance: int = 20) -> Terms:
    """One scenario for each of what the expert reached there; one is played."""
    pool = []
    for number, median in enumerate(medians):
        version = publish(replace(make_morning(), key=f"morning-{number}"))
        told = {"robots": {"expert": {"score": {"median": median}}}}
        Rehearsal.objects.create(
            version=version,
            engine_version=ENGINE_VERSION,
            scoring_version=SCORING_VERSION,
            passed=True,
            data=json.dumps(told),
            digest="",
        )
        pool.append(version.pk)
    return Terms(
        scenarios=tuple(pool), draw=1, overall=0, criteria={}, attempts=attempts, wait_days=0, tolerance=tolerance
    )


def decline(terms: Terms, cohort: Cohort, manager: User) -> Declined:
    with pytest.raises(Declined) as caught:
        add_programme("Öffentlich", cohort=cohort, terms=terms, manager=manager)
    return caught.value


def test_a_pool_that_is_too_small_is_refused_with_both_numbers(early: Cohort, milan: User):
    refused = decline(make_pool(900, 900, attempts=3), early, milan)

    assert (refused.code, refused.params) == ("pool_small", {"most": 2, "needed": 3})


def test_a_pool_that_is_too_unequal_is_refused_with_its_ends(early: Cohort, milan: User):
    terms = make_pool(900, 860, 890)
    refused = decline(terms, early, milan)

    easiest, hardest, _ = terms.scenarios
    assert (refused.code, refused.params) == ("pool_unequal", {"easiest": easiest, "hardest": hardest, "apart": 40})


def test_what_nobody_can_compare_is_no_pool(early: Cohort, milan: User):
    terms = make_pool(900, 900)
    unrated = rehearsed(publish(make_morning())).pk

    assert decline(replace(terms, scenarios=(*terms.scenarios, unrated)), early, milan).code == "pool_unrated"


def test_a_second_attempt_plays_another_scenario_and_a_third_has_none_left(early: Cohort, milan: User, tia: User):
    programme = make_programme(early, milan, terms=make_pool(900, 910))
    first = begin(programme, tia)
    Attempt.objects.update(verdict=FAILED, decided_at=read_now())
    second = begin(programme, tia)
    assert json.loads(first.drawn) != json.loads(second.drawn)

    Attempt.objects.update(verdict="passed", decided_at=read_now())
    with pytest.raises(Declined) as caught:
        begin(programme, tia)
    assert (caught.value.code, caught.value.params) == ("pool_used", {"left": 0, "needed": 1})


def test_what_was_had_at_another_programme_is_had(early: Cohort, milan: User, tia: User):
    terms = make_pool(900, 910)
    first = begin(make_programme(early, milan, terms=terms), tia)
    second = begin(make_programme(early, milan, terms=terms, name="Noch eines"), tia)

    assert json.loads(first.drawn) != json.loads(second.drawn)


def test_two_people_get_different_scenarios_first(early: Cohort, milan: User, tia: User, theo: User):
    programme = make_programme(early, milan, terms=make_pool(900, 910))

    assert json.loads(begin(programme, tia).drawn) != json.loads(begin(programme, theo).drawn)


def test_two_versions_of_one_scenario_count_once(early: Cohort, milan: User):
    terms = make_pool(900, 910)
    again = rehearsed(publish(replace(make_morning(), key="morning-0", duration_ms=11 * 60_000)))
    terms = replace(terms, scenarios=(terms.scenarios[0], again.pk))

    assert decline(terms, early, milan).params == {"most": 1, "needed": 2}


def test_the_other_language_of_a_scenario_is_the_same_scenario(early: Cohort, milan: User):
    terms = make_pool(900, 910)
    english = rehearsed(publish(replace(make_morning(), key="morning-0", language="en")))

    assert decline(replace(terms, scenarios=(terms.scenarios[0], english.pk)), early, milan).code == "pool_small"
