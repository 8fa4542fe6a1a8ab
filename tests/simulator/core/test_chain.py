"""One changed byte breaks the chain, and an erased word does not."""

from dataclasses import replace

import pytest

from simulator.core.chain import FIRST, Break, Link, digest_of, find_break, mac_of


def make_links() -> list[Link]:
    links: list[Link] = []
    before = FIRST
    for seq, words in ((1, None), (2, "Hallo Jana"), (3, None)):
        salt = None if words is None else "salz"
        mac = "" if words is None else mac_of(words, salt="salz")
        event = {"seq": seq, "at_ms": seq * 10, "kind": "Kind", "actor": "u1", "data": f'{{"n":{seq}}}'}
        before = digest_of(before, **event, words_mac=mac)
        links.append(Link(**event, words=words, salt=salt, words_mac=mac, digest=before))
    return links


def find(links: list[Link]) -> Break | None:
    return find_break(links, head_seq=3, head_digest=make_links()[-1].digest)


def test_a_log_as_it_was_written_is_whole():
    assert find(make_links()) is None


def test_erased_words_leave_it_whole():
    links = make_links()
    links[1] = replace(links[1], words=None, salt=None)

    assert find(links) is None


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"at_ms": 21}, "digest"),
        ({"kind": "Kinds"}, "digest"),
        ({"actor": "u2"}, "digest"),
        ({"data": '{"n":3}'}, "digest"),
        ({"words_mac": "00"}, "digest"),
        ({"words": "Hallo Jana!"}, "words"),
        ({"salt": "anderes"}, "words"),
        ({"words": None}, "words"),
        ({"salt": None}, "words"),
    ],
)
def test_a_changed_field_is_named_with_its_place(change, code):
    links = make_links()
    links[1] = replace(links[1], **change)

    assert find(links) == Break(2, code)


def test_an_event_that_is_missing_is_named():
    links = make_links()

    assert find([links[0], links[2]]) == Break(2, "gap")


def test_a_missing_end_shows_in_the_head():
    assert find(make_links()[:2]) == Break(2, "head")


def test_the_same_words_under_another_salt_have_another_commitment():
    assert mac_of("Hallo", salt="a") != mac_of("Hallo", salt="b")
