import hashlib
import json
from dataclasses import replace

from scenarios.core.codec import digest, dumps, loads
from scenarios.core.public import Crisis
from scenarios.core.timeline import Timeline
from tests.scenarios.samples import SCENARIO, change, compile_text


def compiled(text: str = SCENARIO) -> Timeline:
    timeline, _ = compile_text(text)
    assert timeline is not None
    return timeline


def test_a_timeline_survives_being_written_and_read() -> None:
    assert loads(dumps(compiled())) == compiled()


def test_a_reaction_of_the_first_release_is_read_as_one_of_today() -> None:
    data = json.loads(dumps(compiled()))
    for reaction, kind in zip(data["reactions"], ("no_answer", "answered"), strict=True):
        when = reaction["when"]
        kept = {name: reaction[name] for name in ("key", "thread", "after_ms", "follow_up")}
        reaction.clear()
        reaction.update(kept, kind=kind, post=when["post"], wait_ms=when.get("wait_ms", 0))

    assert loads(json.dumps(data)) == compiled()


def test_the_text_is_canonical() -> None:
    text = dumps(compiled())

    assert text == json.dumps(json.loads(text), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert "🎒" in text


def test_the_digest_is_over_the_bytes_of_the_text() -> None:
    assert digest(compiled()) == hashlib.sha256(dumps(compiled()).encode()).hexdigest()


def test_layout_comments_and_order_of_languages_do_not_change_the_digest() -> None:
    text = "# a comment\n" + change(
        "{de: Ein ruhiger Morgen, en: A quiet morning}", "\n  en: A quiet morning\n  de: 'Ein ruhiger Morgen'"
    )

    assert digest(compiled(text)) == digest(compiled())


def test_one_changed_word_changes_the_digest() -> None:
    assert digest(compiled(change("text: Typisch.", "text: Typisch!"))) != digest(compiled())


def test_the_order_of_posts_is_kept() -> None:
    turned = replace(compiled(), posts=tuple(reversed(compiled().posts)))

    assert [post.key for post in loads(dumps(turned)).posts] == ["rucksack-4", "rucksack-3", "rucksack-2", "rucksack-1"]


def test_what_came_later_stands_there_only_where_it_says_something() -> None:
    crisis = Crisis("victim", ("rucksack",))

    assert "crisis" not in json.loads(dumps(compiled()))
    assert loads(dumps(replace(compiled(), crisis=crisis))).crisis == crisis
