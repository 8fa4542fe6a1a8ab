"""Checks that a run can be passed: what has weight can be earned, and robots are not asked for both."""

from collections.abc import Callable, Mapping

from scenarios.core.draft import Draft
from scenarios.core.public import Rehearsal
from scenarios.core.timeline import Post

_BASIS: Mapping[str, Callable[[Post], bool]] = {
    "speed": lambda post: post.needs.answer,
    "tone": lambda post: post.needs.answer,
    "individuality": lambda post: post.needs.answer,
    "substance": lambda post: post.needs.answer and bool(post.needs.facts or post.needs.acts),
    "privacy": lambda post: post.needs.answer,
    "triage": lambda post: post.needs.answer or bool(post.needs.treatment or post.needs.desk),
}
"""Criterion → the posts on which it can be shown."""


def check_passing(draft: Draft) -> None:
    weights = _weights(draft)
    earned = [name for name in weights if any(_BASIS[name](post) for post in draft.posts.values())]
    if not all(draft.tells_needs(post) for post in draft.posts) or len(draft.posts) < len(draft.threads_of_posts):
        pass  # What is not known yet may be what is missed here.
    elif weights and not earned:
        draft.report.warn(draft.scenario.place_of("threads"), "no-way-to-pass")
    else:
        rubric = draft.scenario.record("rubric")
        for name in weights:
            if name not in earned and rubric:
                place = rubric.entries("weights")[name].key_place
                draft.report.warn(place, "criterion-without-basis", criterion=name)
    _check_drill(draft)
    _check_rehearsal(draft)


def _check_drill(draft: Draft) -> None:
    """What a drill is for has to weigh most: its score is what a trainee looks at to see whether it helped."""
    drill, rubric = draft.scenario.text("drill"), draft.scenario.record("rubric")
    weights = {name: int(str(found.value)) for name, found in rubric.entries("weights").items()} if rubric else {}
    if drill and any(weight >= weights.get(drill, 0) for name, weight in weights.items() if name != drill):
        draft.report.warn(draft.scenario.place_of("drill"), "drill-outweighed", criterion=drill)


def _weights(draft: Draft) -> list[str]:
    rubric = draft.scenario.record("rubric")
    if rubric is None or not rubric.has("weights"):
        return ["speed", "tone", "individuality"]
    return [name for name, found in rubric.entries("weights").items() if found.value]


def _check_rehearsal(draft: Draft) -> None:
    rehearsal = draft.scenario.record("rehearsal")
    if rehearsal is None:
        return
    passes, fails, last = rehearsal.texts("pass"), rehearsal.texts("fail"), rehearsal.text("last")
    missing = Rehearsal(passes, fails, last or "").list_missing()
    if missing and not rehearsal.is_damaged:
        place = draft.scenario.key_place_of("rehearsal")
        draft.report.hint(place, "declares-too-little", missing=", ".join(missing))
    for item in rehearsal.items("fail"):
        if item.value in passes:
            draft.report.add(item.place, "passes-and-fails", robot=str(item.value))
    if last in passes and last not in fails:
        draft.report.add(rehearsal.place_of("last"), "passes-and-last", robot=last or "")
