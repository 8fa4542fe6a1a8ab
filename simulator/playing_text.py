"""The steps of a play as text for a terminal: time, place, person, words, and what lies behind them."""

import textwrap
from collections.abc import Mapping

from scenarios.core.conditions import Answered, NoAnswer
from scenarios.core.public import Reaction
from scenarios.core.public_rules import rules_of
from scenarios.core.scalars import show_duration
from scenarios.core.timeline import Needs, Timeline
from simulator.playing import Step

WIDTH = 100
INDENT = " " * 9

TEXTS: Mapping[str, Mapping[str, str]] = {
    "de": {
        "fact": "bekannt wird «{fact}»",
        "reply": "Antwort auf «{post}» nach {waited} (Ziel {target})",
        "late": "Antwort auf «{post}» nach {waited}, zu spät (Ziel {target})",
        "unanswered": "weil «{post}» unbeantwortet ist",
        "answered": "weil «{post}» beantwortet ist",
        "rule": "durch die Reaktion «{reaction}»",
        "urgent": "braucht zuerst eine Antwort",
        "normal": "braucht eine Antwort",
        "leave": "in Ruhe zu lassen",
        "private": "privat",
        "end": "Ende: {posts} Posts, {needed} brauchten eine Antwort, {answered} bekamen eine, {late} davon zu spät",
    },
    "en": {
        "fact": "“{fact}” becomes known",
        "reply": "answer to “{post}” after {waited} (target {target})",
        "late": "answer to “{post}” after {waited}, too late (target {target})",
        "unanswered": "because “{post}” is unanswered",
        "answered": "because “{post}” is answered",
        "rule": "by the reaction “{reaction}”",
        "urgent": "needs an answer first",
        "normal": "needs an answer",
        "leave": "to be left alone",
        "private": "private",
        "end": "end: {posts} posts, {needed} needed an answer, {answered} got one, {late} of them too late",
    },
}


class Narrator:
    """Tells steps in `language`, in the order in which they are played."""

    def __init__(self, timeline: Timeline, *, language: str) -> None:
        self._timeline = timeline
        self._reactions = {reaction.key: reaction for reaction in (*timeline.reactions, *rules_of(timeline))}
        self._channels = {channel.key: channel for channel in timeline.brand.channels}
        self._texts = TEXTS[language]
        self._language = language
        self._targets: dict[str, tuple[int, int | None]] = {}
        self._late = 0

    def tell(self, step: Step) -> list[str]:
        """The lines of one step; none for what shows elsewhere."""
        tellers = {
            "RunStarted": self._tell_start,
            "FactReleased": self._tell_fact,
            "PostAppeared": self._tell_post,
            "ReplySent": self._tell_reply,
            "RunEnded": self._tell_end,
        }
        teller = tellers.get(step.event.kind)
        return [] if teller is None else teller(step)

    def _tell_start(self, step: Step) -> list[str]:
        timeline = self._timeline
        duration = show_duration(timeline.duration_ms)
        head = f"{timeline.title[self._language]} · {timeline.brand.name} · {duration} · seed {step.event.data['seed']}"
        return [head, *textwrap.wrap(timeline.brief[self._language], WIDTH)]

    def _tell_fact(self, step: Step) -> list[str]:
        data = step.event.data
        lines = [self._headline(step, self._texts["fact"].format(fact=data["fact"])), *_indent(data["text"])]
        return lines + (_indent(f"«{data['approved']}»") if "approved" in data else [])

    def _tell_post(self, step: Step) -> list[str]:
        data = step.event.data
        self._targets[data["post"]] = (step.event.at_ms, data["target_ms"])
        channel = self._channels[data["channel"]].name
        head = f"{channel} · {data['thread']} · {data['name']} {data['handle']} · {data['post']}"
        if "reaction" in data:
            reaction = self._reactions[data["reaction"]]
            head += f" ({self._explain(reaction)})"
        notes = self._describe_needs(step.state.posts[data["post"]].needs)
        return [self._headline(step, head), *_indent(data["text"]), *(_indent(f"→ {notes}") if notes else [])]

    def _explain(self, reaction: Reaction) -> str:
        match reaction.when:
            case Answered(post=post) if post:
                return self._texts["answered"].format(post=post)
            case NoAnswer(post=post) if post:
                return self._texts["unanswered"].format(post=post)
        return self._texts["rule"].format(reaction=reaction.key)

    def _describe_needs(self, needs: Needs) -> str:
        if not needs.answer:
            return self._texts["leave"] if needs.triage == "leave" else ""
        parts = [self._texts[needs.triage], ", ".join(needs.acts), ", ".join(f"«{fact}»" for fact in needs.facts)]
        return " · ".join(part for part in (*parts, self._texts["private"] if needs.private else "") if part)

    def _tell_reply(self, step: Step) -> list[str]:
        post = step.event.data["post"]
        appeared, due = self._targets[post]
        if due is None:
            raise LookupError(f"nobody answers {post}")
        is_late = step.event.at_ms > due
        self._late += is_late
        head = self._texts["late" if is_late else "reply"].format(
            post=post, waited=show_duration(step.event.at_ms - appeared), target=show_duration(due - appeared)
        )
        return [self._headline(step, head), *_indent(step.event.words or "")]

    def _tell_end(self, step: Step) -> list[str]:
        shown = step.state.posts.values()
        needed = [post for post in shown if post.needs.answer]
        answered = sum(bool(post.answered_by) for post in needed)
        text = self._texts["end"].format(posts=len(shown), needed=len(needed), answered=answered, late=self._late)
        return [self._headline(step, text)]

    def _headline(self, step: Step, text: str) -> str:
        return f"{show_duration(step.event.at_ms):>7}  {text}"


def _indent(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=INDENT, subsequent_indent=INDENT)
