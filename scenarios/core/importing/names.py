"""Which personal names a thread's texts give away, found by the words around them, and what takes their place."""

from collections.abc import Iterable
from dataclasses import dataclass

from scenarios.core.importing import patterns
from scenarios.core.importing.no_names import NO_NAMES
from scenarios.core.importing.stand_ins import Person, StandIns


@dataclass(frozen=True, slots=True)
class Spoken:
    """A text of a thread: whether an agent wrote it, and to which invented person, where that is known."""

    text: str
    by_agent: bool
    to: Person | None


def collect_names(spoken: Iterable[Spoken], *, stand_ins: StandIns) -> dict[str, str]:
    """Real name → invented name, for one thread. A name in an agent's greeting becomes that of the person greeted."""
    found: dict[str, str] = {}
    for said in sorted(spoken, key=lambda said: not said.by_agent):
        called = (patterns.CALLED,) if said.by_agent else ()
        for cue in (patterns.GREETED, patterns.THANKED, patterns.ADDRESSED, *called):
            for match in cue.finditer(said.text):
                must_be_known = cue is patterns.ADDRESSED or not said.by_agent or match["after"] is None
                if not _is_name(match["it"], must_be_known=must_be_known, stand_ins=stand_ins):
                    continue
                first = said.to.first_name if said.by_agent and said.to else stand_ins.replace_first_name(match["it"])
                found.setdefault(match["it"], first)
                last = (match.groupdict().get("last") or "").strip()
                if last and last.lower() not in NO_NAMES:
                    found.setdefault(last, stand_ins.replace_last_name(last))
        for match in patterns.TITLED.finditer(said.text):
            found.setdefault(match["it"], stand_ins.replace_last_name(match["it"]))
        for cue in (patterns.INTRODUCED, patterns.SIGNED):
            for match in cue.finditer(said.text):
                if match["it"].lower() in NO_NAMES:
                    continue
                found.setdefault(match["it"], stand_ins.replace_first_name(match["it"]))
                if match["last"] and match["last"].lower() not in NO_NAMES:
                    found.setdefault(match["last"], stand_ins.replace_last_name(match["last"]))
    return found


def _is_name(word: str, *, must_be_known: bool, stand_ins: StandIns) -> bool:
    """Agents greet by name; a customer's `Hi Tesco,` is none, so there only a known first name counts."""
    if word.lower() in NO_NAMES:
        return False
    return not must_be_known or stand_ins.is_first_name(word)
