"""The templates of a scenario or a brand."""

from scenarios.core.records import Record
from scenarios.core.timeline import Template


def draft_templates(owner: Record, *, records: dict[tuple[str, str], Record]) -> dict[str, Template]:
    """The templates of `owner`; their elements go into `records`."""
    templates = {}
    for key, record in owner.records("templates").items():
        records["template", key] = record
        templates[key] = Template(key, record.text("title") or "", record.text("text") or "")
    return templates
