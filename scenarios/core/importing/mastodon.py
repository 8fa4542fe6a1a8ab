"""A Mastodon thread: a status and its context, as the API gives them, into messages.

Rules kept here: only what was public is taken; a status counts once, however often the files have it; what was edited
is taken as it stands now and said; what answers a status that is gone answers the thread's first. Accounts become one
word: `petra@social.example` is petra_social_example, so that two people of one name on two servers stay two.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from scenarios.core.importing.problems import ImportRefused, Unread
from scenarios.core.importing.rows import Message
from scenarios.core.importing.web_text import show_emoji, strip_html

LARGEST_JSON = 4 * 1024 * 1024
MOST_STATUSES = 5_000
REACH_OF_BOOST = 100
"""Who boosts shows a post to about so many more: the usual account has that many followers. A guess of ours."""

MOST_NESTED = 3
"""An object with a context, the context, and what it holds."""

GONE = -1
"""The number of a status that is not in the file."""

_WRITTEN = re.compile(r"@\w+(?:[.-]\w+)*(?:@\w+(?:[.-]\w+)*)?")
Status = Mapping[str, Any]


def looks_like_json(data: bytes) -> bool:
    return data[:200].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")


def read_json(data: bytes, *, file: str) -> Any:
    """Raises ImportRefused for what is too large, too deep or no JSON."""
    if len(data) > LARGEST_JSON:
        raise ImportRefused("json_too_large", file=file, megabytes=LARGEST_JSON // 1024 // 1024)
    try:
        return json.loads(data.decode("utf-8-sig"), parse_int=_read_int)
    except RecursionError:
        raise ImportRefused("json_too_deep", file=file) from None
    except (UnicodeDecodeError, ValueError):
        raise ImportRefused("no_json", file=file) from None


def _read_int(digits: str) -> int:
    if len(digits) > 30:
        raise ValueError("no number of ours is so long")
    return int(digits)


def read_thread(documents: Sequence[Any], *, brand: str | None) -> tuple[list[Message], list[Unread], str]:
    """Messages, what was not taken, and the brand's account. Raises ImportRefused if no status is in there."""
    statuses, unread = _take_statuses(item for document in documents for item in _list_statuses(document))
    if not statuses:
        raise ImportRefused("no_statuses")
    account = _choose_account([status for _, status in statuses.values()], brand)
    numbers = {identity: number for identity, (number, _) in statuses.items()}
    messages: list[Message] = []
    for number, status in statuses.values():
        found = _read_status(status, number=number, numbers=numbers, account=account)
        if isinstance(found, Unread):
            unread.append(found)
            continue
        messages.append(found)
        if status.get("edited_at"):
            unread.append(_note(number, "edited", kept=True))
    taken = {message.id for message in messages}
    for at, message in enumerate(messages):
        if message.parent is not None and message.parent not in taken:
            unread.append(_note(message.id, "parent_gone", kept=True))
            messages[at] = replace(message, parent=messages[0].id if at else None)
    return messages, sorted(unread), account


def _take_statuses(items: Iterable[object]) -> tuple[dict[str, tuple[int, Status]], list[Unread]]:
    """Identity → number and status, each once; and what stands among them that is none, or only passes one on."""
    statuses: dict[str, tuple[int, Status]] = {}
    unread: list[Unread] = []
    number = 0
    for item in items:
        identity = item.get("id") if isinstance(item, dict) else None
        if isinstance(identity, (str, int)) and str(identity) in statuses:
            continue
        number += 1
        if number > MOST_STATUSES:
            unread.append(_note(number, "statuses_left_out", kept=True))
            break
        if (
            not isinstance(item, dict)
            or not identity
            or isinstance(identity, bool)
            or not isinstance(identity, (str, int))
        ):
            unread.append(_note(number, "no_status"))
        elif isinstance(item.get("reblog"), dict):
            unread.append(_note(number, "boost"))
        else:
            statuses[str(identity)] = number, item
    return statuses, unread


def _note(number: int, code: str, *, kept: bool = False) -> Unread:
    return Unread(number, number, code, {}, kept=kept, place=f"status {number}")


def name_account(acct: str) -> str:
    return re.sub(r"\W", "_", acct)[:50]


def _list_statuses(document: Any, depth: int = 0) -> Iterator[object]:
    """Whatever stands where statuses do: in a context, a list, or an object that holds `status` and `context`."""
    if isinstance(document, list):
        yield from document
    elif isinstance(document, dict) and "account" in document and "id" in document:
        yield document
    elif isinstance(document, dict) and depth < MOST_NESTED:
        for name in ("ancestors", "status", "context", "descendants"):
            yield from _list_statuses(document.get(name), depth + 1)


def _choose_account(statuses: Sequence[Status], wished: str | None) -> str:
    """The wished account; else the one that is mentioned most, else that of the first status."""
    authors = [author for author in map(_author, statuses) if author]
    mentioned = Counter(name for status in statuses for name in _mentions(status).values())
    known = sorted({*authors, *mentioned})
    if not authors:
        raise ImportRefused("no_statuses")
    account = min(mentioned, key=lambda name: (-mentioned[name], name)) if mentioned else authors[0]
    if wished is not None:
        low = name_account(wished.removeprefix("@")).lower()
        for name in known:
            if name.lower() == low or name.lower().startswith(f"{low}_"):
                return name
        raise ImportRefused(
            "unknown_account", brand=wished[:60], known=account, count=len(known)
        )  # the others are people
    return account


def _author(status: Status) -> str:
    account = status.get("account")
    return name_account(str(account.get("acct") or account.get("username") or "")) if isinstance(account, dict) else ""


def _mentions(status: Status) -> dict[str, str]:
    """How the text writes an account → its one word."""
    found: dict[str, str] = {}
    mentions = status.get("mentions")
    for mention in mentions if isinstance(mentions, list) else ():
        if isinstance(mention, dict) and isinstance(mention.get("acct"), str) and mention["acct"]:
            word = name_account(mention["acct"])
            found[f"@{mention['acct']}"] = word
            found.setdefault(f"@{mention.get('username') or mention['acct'].split('@')[0]}", word)
    return found


def _read_status(status: Status, *, number: int, numbers: Mapping[str, int], account: str) -> Message | Unread:
    author = _author(status)
    if not author:
        return _note(number, "no_author")
    if status.get("visibility", "public") not in ("public", "unlisted"):
        return _note(number, "not_public")
    at_s = _read_time(status.get("created_at"))
    if at_s is None:
        return _note(number, "bad_moment")
    alt = _describe_media(status)
    text = _read_text(status)
    if not text and not alt:
        return _note(number, "deleted")
    person = status.get("account")
    parent = status.get("in_reply_to_id")
    mentioned = set(_mentions(status).values())
    return Message(
        line=number,
        id=number,
        author=author,
        inbound=author != account,
        at_s=at_s,
        text=text or "📷",
        replies=(),
        parent=numbers.get(str(parent), GONE) if parent else None,
        name=show_emoji(str(person.get("display_name") or ""))[:80] if isinstance(person, dict) else "",
        reach=_read_reach(status),
        alt=alt,
        asks=account in mentioned and "?" in text,
    )


def _read_text(status: Status) -> str:
    text = strip_html(str(status.get("content") or ""))
    warning = strip_html(str(status.get("spoiler_text") or ""))
    poll = status.get("poll")
    if isinstance(poll, dict) and isinstance(poll.get("options"), list):
        titles = (option.get("title") for option in poll["options"][:10] if isinstance(option, dict))
        options = (f"◯ {strip_html(title)}" for title in titles if isinstance(title, str) and title)
        text = "\n".join((text, *options))
    words = _mentions(status)
    text = _WRITTEN.sub(lambda match: f"@{words[match[0]]}" if match[0] in words else match[0], text)
    return show_emoji(f"⚠️ {warning}\n\n{text}" if warning else text).strip()


def _describe_media(status: Status) -> str | None:
    media = status.get("media_attachments")
    texts = (
        [str(item.get("description") or "") for item in media if isinstance(item, dict)]
        if isinstance(media, list)
        else []
    )
    described = " / ".join(strip_html(text) for text in texts[:4] if text.strip())
    return (described or "…") if texts else None


def _read_reach(status: Status) -> int | None:
    """Followers to two digits, so that the number leads to nobody, and the boosts of the post."""
    account, boosts = status.get("account"), status.get("reblogs_count")
    followers = account.get("followers_count") if isinstance(account, dict) else None
    if not isinstance(followers, int) and not isinstance(boosts, int):
        return None
    count = min(max(followers if isinstance(followers, int) else 0, 0), 50_000_000)
    step = 10 ** max(0, len(str(count)) - 2)
    boosted = min(max(boosts if isinstance(boosts, int) else 0, 0), 100_000) * REACH_OF_BOOST
    return int(count // step * step + boosted)


def _read_time(value: object) -> int | None:
    try:
        moment = datetime.fromisoformat(str(value).replace("Z", "+00:00"))
    except ValueError:
        return None
    return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp())
