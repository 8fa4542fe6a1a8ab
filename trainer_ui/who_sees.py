"""Who sees what, role by role and for how long: written from the declared rights and the installation's settings."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext, ngettext

from simulator.services.coaching import CLASS_DAYS
from trainer_ui.core.access.rights import OBJECTS
from trainer_ui.core.access.who import (
    ADMINISTRATOR,
    ANONYMOUS,
    AUDITOR,
    COACH,
    COLLEAGUE,
    MANAGER,
    OWNER,
    STRANGER,
)
from trainer_ui.retained import list_days

SHOWN = (OWNER, COLLEAGUE, COACH, MANAGER, AUDITOR, ADMINISTRATOR, STRANGER, ANONYMOUS)
"""Roles in the order of the sheet."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One kind of data: what it is called, what may be done with it, and how long it is kept."""

    thing: str
    name: str
    may: str
    kept: str


@dataclass(frozen=True, slots=True)
class Sight:
    """A role, and what it sees; nothing where `seen` is empty."""

    role: str
    name: str
    seen: tuple[Seen, ...]


def list_sights() -> list[Sight]:
    """The sheet in the language that is active."""
    names, things = name_roles(), name_things()
    return [Sight(role, names[role], tuple(_list_seen(role, things))) for role in SHOWN]


def write_sheet() -> str:
    """The sheet as Markdown in the language that is active."""
    lines = [f"# {gettext('Who sees what')}", "", explain_sheet()]
    for sight in list_sights():
        lines += ["", f"## {sight.name}", ""]
        if not sight.seen:
            lines.append(gettext("Nothing."))
            continue
        head = (gettext("Data"), gettext("May"), gettext("Kept"))
        lines += [_write_row(head), "|---|---|---|"]
        lines += [_write_row((each.name, each.may, each.kept)) for each in sight.seen]
    return "\n".join(lines) + "\n"


def explain_sheet() -> str:
    return gettext(
        "Written from the table that the product is tested against, and from the settings of this installation. Of "
        "another cohort nobody sees anything."
    )


def name_roles() -> Mapping[str, str]:
    return {
        OWNER: gettext("Whoever trains, of their own"),
        COLLEAGUE: gettext("Other trainees of the cohort"),
        COACH: gettext("Coaches of the cohort"),
        MANAGER: gettext("Managers of the cohort"),
        AUDITOR: gettext("Auditors of the cohort"),
        ADMINISTRATOR: gettext("Administrators"),
        STRANGER: gettext("Everybody of other cohorts"),
        ANONYMOUS: gettext("Whoever has no account"),
    }


def name_things() -> Mapping[str, str]:
    """The data about people, in the order of the sheet."""
    return {
        "practice_run": gettext("Practice runs: what was written, when, the score"),
        "class_run": gettext("Class runs: what was written, when, the score, coaches’ marks"),
        "certification_run": gettext("Certification runs: what was written, when, the score, coaches’ marks"),
        "attempt": gettext("Attempts at a certification: proposal, decisions with reasons, comments, appeal"),
        "certificate": gettext("Certificates: name, programme, until when"),
        "check_page": gettext("Check page of a certificate: whether it is valid, and what its holder shows"),
        "shared_debrief": gettext("A practice run by a link that its trainee made"),
        "class_exercise": gettext("Exercises of a class: who is invited, has come, has ended"),
        "practice_exercise": gettext("Exercises for practice: how many have played"),
        "own_template": gettext("Own templates"),
    }


def _list_seen(role: str, things: Mapping[str, str]) -> Iterator[Seen]:
    kept, verbs = tell_kept(), name_verbs()
    for thing, name in things.items():
        may = [verbs[verb] for verb, who in OBJECTS[thing].items() if verb in verbs and role in who]
        if may:
            yield Seen(thing, name, ", ".join(dict.fromkeys(may)), kept[thing])


def name_verbs() -> Mapping[str, str]:
    return {
        "read": gettext("read"),
        "mark": gettext("mark"),
        "watch": gettext("look on while it runs"),
        "halt": gettext("pause"),
        "direct": gettext("steer"),
        "object": gettext("call a finding wrong"),
        "share": gettext("share by a link"),
        "delete": gettext("delete"),
        "play": gettext("play"),
        "change": gettext("change"),
        "repeat": gettext("have a run repeated"),
        "review": gettext("look at critical errors"),
        "rule": gettext("decide"),
        "remark": gettext("comment and appeal"),
        "show": gettext("say what the check page shows"),
        "revoke": gettext("revoke"),
    }


def tell_kept() -> Mapping[str, str]:
    """Data → how long it is kept here."""
    open_end = gettext("until it is erased")
    practice = _tell_days(settings.PRACTICE_DAYS) if settings.PRACTICE_DAYS else gettext("until its trainee deletes it")
    days = {name: _tell_days(each) if each else open_end for name, each in list_days(settings).items()}
    return {
        "practice_run": practice,
        "class_run": gettext("%(kept)s; for coaches %(days)s days") % {"kept": days["class"], "days": CLASS_DAYS},
        "certification_run": gettext("%(kept)s from the decision") % {"kept": days["certification"]},
        "attempt": gettext("%(kept)s from the decision or the end of the certificate") % {"kept": days["attempts"]},
        "certificate": gettext("%(kept)s from its end") % {"kept": days["certificates"]},
        "check_page": gettext("as long as the certificate"),
        "shared_debrief": gettext("7, 30 or 90 days, or until it is revoked"),
        "class_exercise": open_end,
        "practice_exercise": open_end,
        "own_template": gettext("until their owner deletes them"),
    }


def _tell_days(days: int) -> str:
    return ngettext("%(days)s day", "%(days)s days", days) % {"days": days}


def _write_row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"
