"""An invitation as a calendar takes it (RFC 5545)."""

from dataclasses import dataclass
from datetime import datetime

from icalendar import Calendar, Event

MAKER = "-//Generalprobe//Exercises//EN"


@dataclass(frozen=True, slots=True)
class Invitation:
    """`uid` names the entry for ever, so that a calendar replaces what it has by what comes later. `sent_at` is when it
    was written, `is_called_off` takes it out of the calendar again."""

    uid: str
    title: str
    text: str
    address: str
    opens_at: datetime
    closes_at: datetime
    sent_at: datetime
    is_called_off: bool = False


def write_invitation(invitation: Invitation) -> bytes:
    """The file, in UTC: a calendar shows it in the time of whoever looks."""
    event = Event()
    event.add("uid", invitation.uid)
    event.add("summary", invitation.title)
    event.add("description", invitation.text)
    event.add("url", invitation.address)
    event.add("dtstart", invitation.opens_at)
    event.add("dtend", invitation.closes_at)
    event.add("dtstamp", invitation.sent_at)
    event.add("sequence", int(invitation.is_called_off))
    event.add("status", "CANCELLED" if invitation.is_called_off else "CONFIRMED")
    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if invitation.is_called_off else "PUBLISH")
    calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written
