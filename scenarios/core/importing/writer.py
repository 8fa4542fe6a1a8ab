"""A sketch into the text of two files, a scenario and its brand profile. Same sketch, same bytes."""

import json
from collections.abc import Iterator, Mapping

from scenarios.core.importing.phrases import BRIEFS, DESKS, TEMPLATES, TITLES
from scenarios.core.importing.review_text import write_review
from scenarios.core.importing.sketch import Sketch, SketchPost, SketchReaction, SketchThread
from scenarios.core.review import Review
from scenarios.core.scalars import show_duration

Value = str | int | bool | list[str] | Mapping[str, "Value"]
"""A tree of the format. Words are wrapped in `Quoted`, everything else is written plain."""


class Quoted(str):
    """Words of a person: written in double quotes, whatever they are. JSON's quoting is YAML's."""


ROOM_AT_END_S = 60


def write_scenario(sketch: Sketch, *, brand_file: str) -> str:
    """The scenario's text; `brand_file` is how it names the other file."""
    personas = {persona.key: persona for thread in sketch.threads for persona in thread.personas}
    numbers = {"brand": sketch.company.name, "threads": len(sketch.threads), "per_hour": sketch.per_hour}
    return "\n".join(
        (
            f"# Imported by import_threads from {_in_one_line(sketch.source)}, seed {sketch.seed}.",
            "# People, handles and numbers are drawn. `then` is what was really answered: not a model to copy.",
            "# Nobody can publish it before a person has looked it through (review_import); the file's licence holds.",
            *_write(
                {
                    "format": 1,
                    "key": sketch.key,
                    "language": sketch.language,
                    "title": {
                        language: Quoted(sketch.title or title.format_map(numbers))
                        for language, title in TITLES.items()
                    },
                    "brief": {language: Quoted(brief.format_map(numbers)) for language, brief in BRIEFS.items()},
                    "brand": Quoted(brand_file),
                    "situation": "normal",
                    "duration": show_duration(find_duration_s(sketch) * 1000),
                    "personas": {
                        persona.key: {
                            "role": persona.role,
                            "reach": persona.reach,
                            "temper": persona.temper,
                            "gender": persona.gender,
                            "name": Quoted(persona.name),
                            "handle": Quoted(persona.handle),
                        }
                        for persona in personas.values()
                    },
                    "threads": {thread.key: _describe_thread(thread) for thread in sketch.threads},
                }
            ),
            write_review(Review(sketch.doubts)),
        )
    )


def write_brand(sketch: Sketch) -> str:
    """The brand profile's text."""
    company = sketch.company
    host = company.handle.lower() + ".example"
    return "\n".join(
        (
            f"# {company.name} is made up: it takes the place of the brand that import_threads read.",
            *_write(
                {
                    "format": 1,
                    "key": sketch.key + "-brand",
                    "language": sketch.language,
                    "name": Quoted(company.name),
                    "handle": Quoted(f"@{company.handle}"),
                    "address": "du" if sketch.language == "de" else "you",
                    "sign_off": "initials",
                    "service_name": Quoted(f"{company.name} Service"),
                    "private_addresses": [f"service@{host}"],
                    **_describe_desks(sketch),
                    "channels": {
                        channel.key: {
                            "name": Quoted(channel.name),
                            "kind": channel.kind,
                            "limit": channel.limit,
                            "first_target": show_duration(channel.first_target_s * 1000),
                            "next_target": show_duration(channel.next_target_s * 1000),
                        }
                        for channel in sketch.channels
                    },
                    "templates": {
                        key: {"title": Quoted(title), "text": Quoted(text)}
                        for key, (title, text) in TEMPLATES[sketch.language].items()
                    },
                }
            ),
            "",
        )
    )


def _describe_desks(sketch: Sketch) -> dict[str, Value]:
    used = sorted({post.desk for thread in sketch.threads for post in thread.posts if post.desk})
    return (
        {"desks": {desk: {"name": Quoted(DESKS[sketch.language]), "about": Quoted("…")} for desk in used}}
        if used
        else {}
    )


def find_duration_s(sketch: Sketch) -> int:
    """Whole minutes that hold every thread, with a minute to spare."""
    last = max(thread.ends_s for thread in sketch.threads)
    return (last + ROOM_AT_END_S + 59) // 60 * 60


def _describe_thread(thread: SketchThread) -> dict[str, Value]:
    described: dict[str, Value] = {
        "channel": thread.channel,
        "topic": Quoted(thread.topic),
        "posts": {post.key: _describe_post(post) for post in thread.posts},
    }
    if thread.reactions:
        described["reactions"] = {reaction.key: _describe_reaction(reaction) for reaction in thread.reactions}
    return described


def _describe_post(post: SketchPost) -> dict[str, Value]:
    described: dict[str, Value] = {} if post.at_s is None else {"at": show_duration(post.at_s * 1000)}
    described |= {"by": post.persona}
    if post.reply_to:
        described["reply_to"] = post.reply_to
    described["text"] = Quoted(post.text)
    if post.private:
        described["visibility"] = "private"
    if post.alt:
        described["picture"] = {"kind": "photo", "alt": Quoted(post.alt)}
    if post.answer or post.leave or post.then or post.treatment or post.desk:
        needs: dict[str, Value] = {"answer": post.answer}
        if post.leave:
            needs["triage"] = "leave"
        if post.treatment:
            needs["treatment"] = post.treatment
        if post.desk:
            needs["desk"] = post.desk
        if post.then:
            needs["then"] = Quoted(post.then)
        described["needs"] = needs
    return described


def _describe_reaction(reaction: SketchReaction) -> dict[str, Value]:
    when: dict[str, Value] = {"answered": reaction.to}
    if reaction.wait_s is not None:
        when = {"no_answer_for": show_duration(reaction.wait_s * 1000), "to": reaction.to}
    return {
        "when": when,
        "after": show_duration(reaction.after_s * 1000),
        "post": {"key": reaction.post.key, **_describe_post(reaction.post)},
    }


def _write(tree: Mapping[str, Value], depth: int = 0) -> Iterator[str]:
    for key, value in tree.items():
        if isinstance(value, Mapping):
            yield f"{'  ' * depth}{key}:"
            yield from _write(value, depth + 1)
        elif isinstance(value, list):
            yield f"{'  ' * depth}{key}: [{', '.join(json.dumps(item, ensure_ascii=False) for item in value)}]"
        else:
            yield f"{'  ' * depth}{key}: {_write_value(value)}"


def _write_value(value: str | int) -> str:
    if isinstance(value, Quoted):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return json.dumps(value) if isinstance(value, bool) else str(value)


def _in_one_line(text: str) -> str:
    return "".join(char if char.isprintable() else "?" for char in text)[:120]
