"""What is said where something of certification cannot be done, and what the codes of a proposal mean."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.formats import date_format, localize
from django.utils.translation import get_language, gettext, ngettext

from scenarios.models import ScenarioVersion
from scenarios.queries import tell_about
from scoring.sentences import explain_finding
from scoring.services.declining import Declined
from trainer_ui.criteria import name_criterion
from trainer_ui.shelves import make_offer


def explain_declined(declined: Declined) -> str:
    """One sentence for who asked."""
    params = declined.params
    if declined.code == "wait":
        day = date_format(params["until"], "SHORT_DATETIME_FORMAT")
        return gettext("The next attempt can begin from %(day)s on.") % {"day": day}
    if declined.code == "no_attempts":
        said = ngettext("%(most)s attempt was to be had.", "All %(most)s attempts are used.", params["most"])
        return said % {"most": params["most"]}
    if declined.code == "not_marked":
        said = ngettext(
            "A coach has to mark %(left)s more reply first.",
            "A coach has to mark %(left)s more replies first.",
            params["left"],
        )
        return said % {"left": params["left"]}
    if declined.code in ("pool_small", "pool_unequal", "pool_used"):
        return _explain_pool(declined)
    if declined.code == "too_long":
        return gettext("At most %(limit)s characters, and these are %(length)s.") % params
    return _sentences().get(declined.code, gettext("This cannot be done."))


def _explain_pool(declined: Declined) -> str:
    params = declined.params
    if declined.code == "pool_small":
        return gettext(
            "The pool is too small: %(needed)s different scenarios are needed, so that nobody plays one twice in all"
            " their attempts, and it holds %(most)s."
        ) % {"needed": params["needed"], "most": params["most"]}
    if declined.code == "pool_used":
        return gettext(
            "You have played so many scenarios of the pool that only %(left)s are new to you, and an attempt needs"
            " %(needed)s. Whoever manages the programme can enlarge it."
        ) % {"left": params["left"], "needed": params["needed"]}
    titles = tell_titles([params["easiest"], params["hardest"]])
    return gettext(
        "The pool is too unequal: robots found “%(hardest)s” %(apart)s points harder than “%(easiest)s”."
    ) % {
        "hardest": titles[params["hardest"]],
        "easiest": titles[params["easiest"]],
        "apart": localize(round(params["apart"] / 10, 1)),
    }


def tell_titles(versions: Iterable[int]) -> Mapping[int, str]:
    """Version → the title of its scenario."""
    rows = list(ScenarioVersion.objects.filter(pk__in=list(versions)).select_related("scenario"))
    abouts, language = tell_about(rows), get_language() or "de"
    return {each.pk: make_offer(each, abouts[each.pk], language=language).title for each in rows}


def name_value(key: str) -> str:
    return gettext("Overall") if key == "overall" else name_criterion(key)


def explain_reason(reason: Mapping[str, Any]) -> str:
    """A reason of a proposal in words."""
    if reason["code"] in ("critical", "taken_back", "provisional"):
        of = explain_finding(reason["of"], language=get_language() or "de").title
        return {
            "critical": gettext("Critical error, upheld by a coach: %(of)s"),
            "taken_back": gettext("A coach took a critical error back: %(of)s"),
            "provisional": gettext("A critical error waits for a coach: %(of)s"),
        }[reason["code"]] % {"of": of}
    return {
        "below": gettext("%(of)s is below its pass mark."),
        "reached": gettext("%(of)s reaches its pass mark."),
        "missing": gettext("%(of)s could not be seen in this attempt."),
        "unsure": gettext("%(of)s is so close to its pass mark that two people decide."),
    }[reason["code"]] % {"of": name_value(reason["of"])}


def _sentences() -> Mapping[str, str]:
    return {
        "forbidden": gettext("You may not do this."),
        "name": gettext("Give it a name of at most 120 characters that no other programme of the cohort has."),
        "scenarios": gettext("Choose at least one scenario, and at most 12."),
        "draw": gettext("As many as are chosen can be played, and at least one."),
        "tolerance": gettext(
            "A pool needs more scenarios than one attempt plays, and a difference from 0 to 50 points."
        ),
        "pool_unrated": gettext("No robot has rehearsed all of these scenarios, so that nobody can compare them."),
        "retired": gettext("This programme is no longer offered."),
        "undecided": gettext("Your last attempt is not decided yet."),
        "not_acknowledged": gettext("Please confirm that you have read what is recorded and why."),
        "not_checked": gettext(
            "The technical check has not succeeded yet. Wait for it, or try another browser or network."
        ),
        "over": gettext("Every run of this attempt is played."),
        "decided": gettext("This is decided already."),
        "no_such_run": gettext("There is no such run that has ended."),
        "not_interrupted": gettext("The run did not stand still for long enough to be repeated."),
        "no_reason": gettext("Please give a reason."),
        "no_such_error": gettext("There is no such critical error."),
        "reviewed": gettext("A coach has looked at it already."),
        "not_played": gettext("The attempt is still under way."),
        "provisional": gettext("A coach has to look at the critical errors first."),
        "own_round": gettext("You have decided on this attempt already; somebody else has to."),
        "not_decided": gettext("There is no decision yet that one could appeal against."),
        "appealed": gettext("You have appealed already."),
        "no_evidence": gettext("The runs of this attempt are deleted, so that nobody could decide on it anew."),
    }
