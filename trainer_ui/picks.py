"""One thing to keep, one to change, one moment to try again, in words, and which replies stand first."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext, ngettext

from scoring.sentences import explain_finding
from trainer_ui.core.marking import GRAPHEME
from trainer_ui.core.picking import UNANSWERED, Change, Picks, pick_three
from trainer_ui.core.weighing import FULL
from trainer_ui.findings import name_params
from trainer_ui.played import PlayedRun
from trainer_ui.reactions import read_anger
from trainer_ui.shown_picks import ShownPick, ShownPicks

TENTH = FULL // 1000
"""A tenth of a point of the overall score."""
MANY = 100
MOST_WORDS = 160


def show_picks(played: PlayedRun, *, language: str) -> ShownPicks:
    findings = {seq: data["findings"] for seq, data in played.assessments.items()}
    angers = {seq: read_anger(seq, played) for seq in played.marks}
    moved = {seq: anger[1] - anger[0] for seq, anger in angers.items() if anger}
    picks = pick_three(played.card, findings, moved)
    return ShownPicks(
        keep=_show_keep(picks, played, language=language),
        change=_show_change(picks.change, played, language=language) if picks.change else None,
        retry=_show_retry(picks, played),
        worst=picks.worst,
        best=picks.best,
    )


def say_lost(lost: int) -> str:
    """What something cost, in points of the overall score: to a tenth below ten, else whole ones."""
    tenths = max(1, (lost + TENTH // 2) // TENTH)
    number = number_format(tenths / 10, 1 if tenths < MANY else 0)
    return gettext("%(points)s points of the overall score") % {"points": number}


def _show_keep(picks: Picks, played: PlayedRun, *, language: str) -> ShownPick | None:
    if picks.keep is None:
        return None
    reply = played.state.replies[picks.keep.reply]
    titles = [_explain(found, played, language=language).title for found in picks.keep.carried]
    why = gettext("It was worth the most of all your replies.")
    if titles:
        why += " " + gettext("What carried it: %(rules)s.") % {"rules": ", ".join(titles)}
    anger = read_anger(reply.seq, played)
    if anger and anger[1] < anger[0]:
        why += " " + gettext("The person was calmer afterwards: anger %(before)d, then %(after)d.") % {
            "before": anger[0],
            "after": anger[1],
        }
    return _pick_reply("keep", reply.seq, played, title=gettext("Your best reply"), why=why, advice="")


def _show_change(change: Change, played: PlayedRun, *, language: str) -> ShownPick:
    cost = say_lost(change.lost)
    if change.rule == UNANSWERED:
        post = played.state.posts.get(change.post)
        times = ngettext("%(count)d post got no answer in time", "%(count)d posts got no answer in time", change.times)
        return ShownPick(
            kind="change",
            title=times % {"count": change.times},
            words=_shorten(post.text) if post else "",
            why=gettext("That cost %(points)s: silence is what angers people most.") % {"points": cost},
            advice=gettext("A short first word in time, then the rest: who knows that they are heard can wait."),
            anchor="missed-title",
            mark="",
            seq=0,
        )
    if change.found is None:
        return _show_left(change, played, cost=cost, language=language)
    text = _explain(change.found, played, language=language)
    times = ngettext("in %(count)d reply", "in %(count)d replies", change.times) % {"count": change.times}
    why = gettext("It cost %(points)s, %(times)s.") % {"points": cost, "times": times}
    words = _quote(change, played)
    texts = {"title": text.title, "why": f"{why} {text.why}", "advice": text.advice, "words": words}
    return _pick_reply("change", change.reply or 0, played, **texts)


def _show_left(change: Change, played: PlayedRun, *, cost: str, language: str) -> ShownPick:
    """What no reply is to blame for: danger that reached nobody who could help."""
    post = played.state.posts.get(change.post)
    text = explain_finding(change.rule, language=language)
    return ShownPick(
        kind="change",
        title=text.title,
        words=_shorten(post.text) if post else "",
        why=gettext("That cost %(points)s.") % {"points": cost},
        advice=text.advice,
        anchor="triage-title",
        mark="",
        seq=0,
    )


def _show_retry(picks: Picks, played: PlayedRun) -> ShownPick | None:
    if picks.retry is None:
        return None
    why = gettext("Here the run lost the most: %(points)s.") % {"points": say_lost(picks.retry.lost)}
    if picks.retry.reply is not None:
        answered = played.state.posts[played.state.replies[picks.retry.reply].post].persona
        title = gettext("Your reply to %(name)s") % {"name": played.state.cast[answered]["name"]}
        advice = gettext("Read what was found and the good answer beside it, then write it anew in your own words.")
        return _pick_reply("retry", picks.retry.reply, played, title=title, why=why, advice=advice)
    post = played.state.posts[picks.retry.post]
    return ShownPick(
        kind="retry",
        title=gettext("%(name)s, who waited in vain") % {"name": played.state.cast[post.persona]["name"]},
        words=_shorten(post.text),
        why=why,
        advice=gettext("Go back to when this came in, and answer it first."),
        anchor="missed-title",
        mark="",
        seq=post.seq,
        asked_seq=post.seq,
    )


def _pick_reply(kind: str, seq: int, played: PlayedRun, **texts: Any) -> ShownPick:
    reply = played.state.replies.get(seq)
    own = reply.words if reply else None
    words = texts.pop("words", _shorten(own) if own is not None else None)
    mark = played.marks.get(seq, "")
    anchor = f"reply-{seq}" if mark else f"notice-{seq}"
    asked_seq = played.state.posts[reply.post].seq if reply else 0
    return ShownPick(
        kind=kind, words=words, anchor=anchor, mark=mark, seq=seq if mark else 0, asked_seq=asked_seq, **texts
    )


def _quote(change: Change, played: PlayedRun) -> str | None:
    """The words that a finding is about, or the start of the reply where it is about all of it."""
    reply = played.state.replies.get(change.reply or 0)
    if reply is None or reply.words is None:
        return None
    span: Sequence[int] | None = change.found["span"] if change.found else None
    return "".join(GRAPHEME.findall(reply.words)[span[0] : span[1]]) if span else _shorten(reply.words)


def _explain(found: Mapping[str, Any], played: PlayedRun, *, language: str) -> Any:
    return explain_finding(found["rule"], language=language, params=name_params(found["params"], names=played.names))


def _shorten(text: str) -> str:
    letters = GRAPHEME.findall(text)
    return text if len(letters) <= MOST_WORDS else "".join(letters[: MOST_WORDS - 1]).rstrip() + "…"
