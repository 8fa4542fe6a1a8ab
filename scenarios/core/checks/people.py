"""Checks the personas: handles that could be mistaken for one another, and people who never say a word."""

from scenarios.core.draft import Draft


def check_people(draft: Draft) -> None:
    """Duplicate handles (the brand's counts too) and unused personas."""
    seen: dict[str, str] = {}
    brand_handle = _plain(draft.brand.handle) if draft.brand else None
    for persona in draft.personas.values():
        if persona.handle is None:
            continue
        handle, place = _plain(persona.handle), draft.place("persona", persona.key, "handle")
        if handle == brand_handle:
            draft.report.add(place, "handle-of-brand", handle=persona.handle)
        elif handle in seen:
            draft.report.add(place, "handle-twice", handle=persona.handle, other=seen[handle])
        seen.setdefault(handle, persona.key)
    if draft.report.has_errors:
        return  # Somebody whose name is misspelt elsewhere only seems to be silent.
    speaking = {record.text("by") for (kind, _), record in draft.records.items() if kind == "post"}
    for key in draft.personas:
        if key not in speaking:
            draft.report.hint(draft.place("persona", key), "silent-persona", persona=key)


def _plain(handle: str) -> str:
    return handle.lstrip("@").casefold()
