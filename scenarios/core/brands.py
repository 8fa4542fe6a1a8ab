"""A brand profile: its text to a Brand."""

import re
from dataclasses import replace
from typing import NamedTuple

from scenarios.core.checks.real_data import check_real_data
from scenarios.core.checks.real_names import check_real_names
from scenarios.core.decoding import decode
from scenarios.core.drafting.articles import draft_articles
from scenarios.core.drafting.templates import draft_templates
from scenarios.core.phrases import WrittenPhrase, gather_words, list_phrases
from scenarios.core.problems import Place, Problem, Report
from scenarios.core.public import Desk
from scenarios.core.reader import read_tree
from scenarios.core.records import Record
from scenarios.core.scalars import show_duration
from scenarios.core.schema.brand import BRAND
from scenarios.core.shapes import read_element
from scenarios.core.stock.style import tell_style
from scenarios.core.texts import check_brand_texts
from scenarios.core.timeline import Brand, Channel
from scenarios.core.walking import list_texts

_CHANNELS, _THREADS = re.compile(rb"^channels:", re.MULTILINE), re.compile(rb"^threads:", re.MULTILINE)
_REFERENCE = re.compile(r"[\w. -]+(?:/[\w. -]+)*")


def looks_like_brand(data: bytes) -> bool:
    """Whether a file that somebody wants checked is a brand profile rather than a scenario."""
    return _CHANNELS.search(data) is not None and _THREADS.search(data) is None


class WrittenBrand(NamedTuple):
    """A brand, and where its own phrases stand."""

    brand: Brand
    phrases: tuple[WrittenPhrase, ...]


def check_brand(data: bytes, *, file: str) -> tuple[WrittenBrand | None, list[Problem]]:
    """A brand profile by itself, as far as it is sound, and all its problems by place."""
    report = Report()
    written = compile_brand(data, file=file, scenario=None, report=report)
    return written, report.in_order(first_file=file)


def is_inside(reference: str) -> bool:
    """Whether `reference` is a relative path that stays below the folder it starts from."""
    parts = reference.split("/")
    return _REFERENCE.fullmatch(reference) is not None and not any(part.strip(". ") == "" for part in parts)


def compile_brand(data: bytes | str, *, file: str, scenario: Record | None, report: Report) -> WrittenBrand | None:
    """The brand that `data` describes, as far as it is sound, for use in `scenario` or by itself."""
    text = decode(data, file=file, report=report)
    if text is None:
        return None
    tree = read_tree(text, file=file, report=report)
    record = read_element(tree, BRAND, key_place=Place(file, 1, 1), report=report) if tree else None
    if record is None:
        return None
    _check_language(record, scenario=scenario, report=report)
    records: dict[tuple[str, str], Record] = {}
    brand = Brand(
        key=record.text("key") or "",
        name=record.text("name") or "",
        handle=record.text("handle") or "",
        address=record.text("address") or "",
        sign_off=record.text("sign_off") or "",
        service_name=record.text("service_name") or "",
        private_addresses=tuple(str(item.value) for item in record.items("private_addresses")),
        channels=tuple(_channel(key, channel) for key, channel in record.records("channels").items()),
        desks=tuple(_desk(key, desk) for key, desk in record.records("desks").items()),
        templates=tuple(draft_templates(record, records=records).values()),
        lexicon=gather_words(record),
        articles=draft_articles(record, records=records),
    )
    for channel in brand.channels:
        _check_targets(channel, record.records("channels")[channel.key], report=report)
    texts = list(list_texts(record, BRAND))
    check_real_data(texts, language=record.text("language") or "de", source=text, report=report)
    check_real_names(texts, source=text, report=report)
    check_brand_texts(brand, records, source=text, report=report)
    if record.has("emoji") or record.has("gendering"):
        style = tell_style(brand, emoji=record.text("emoji") or "", gendering=record.text("gendering") or "")
        brand = replace(brand, articles=(*brand.articles, style))
    return WrittenBrand(brand, list_phrases(record, source=text))


def _check_targets(channel: Channel, record: Record, *, report: Report) -> None:
    """An answer in time that is worth nothing any more."""
    targets = {
        "first_target": channel.first_target_ms,
        "next_target": channel.next_target_ms,
        "closing_target": channel.closing_target_ms,
    }
    for name, target_ms in targets.items():
        if channel.worthless_ms and channel.worthless_ms <= target_ms:
            report.warn(
                record.place_of("worthless_after"), "worthless-in-time", field=name, at=show_duration(target_ms)
            )


def _channel(key: str, record: Record) -> Channel:
    return Channel(
        key=key,
        name=record.text("name") or "",
        kind=record.text("kind") or "",
        limit=record.whole("limit"),
        first_target_ms=record.whole("first_target") or 0,
        next_target_ms=record.whole("next_target") or 0,
        closing_target_ms=record.whole("closing_target") or 0,
        worthless_ms=record.whole("worthless_after") or 0,
    )


def _desk(key: str, record: Record) -> Desk:
    return Desk(key, record.text("name") or "", record.text("about") or "")


def _check_language(record: Record, *, scenario: Record | None, report: Report) -> None:
    language, address = record.text("language"), record.text("address")
    wanted = scenario.text("language") if scenario else None
    if scenario and language and wanted and language != wanted:
        report.add(scenario.place_of("brand"), "brand-language", language=language, wanted=wanted)
    if language and address and (language == "en") != (address == "you"):
        report.add(record.place_of("address"), "address-language", address=address, language=language)
