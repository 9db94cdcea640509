"""An invitation as a calendar file (RFC 5545), for phones and mail programs; the same bytes for the same record."""

from datetime import UTC, datetime, time, timedelta

from icalendar import Calendar, Event

from perdes_flow.domain.draft import Draft
from perdes_flow.domain.local_time import ZONES
from perdes_flow.domain.village import Village
from perdes_flow.domain.words import MEETINGS
from perdes_flow.errors import MeetingNotOpen

_HOURS = 2  # a meeting's length is not on record; long enough to be seen in a calendar


def calendar_file(village: Village, draft: Draft) -> bytes:
    """The last invitation of a draft; MeetingNotOpen where nobody was invited."""
    if not draft.calls:
        raise MeetingNotOpen("tidak_ada")
    call = draft.calls[max(draft.calls)]
    hours, minutes = map(int, call.starts.split("."))
    starts = datetime.combine(call.on, time(hours, minutes), ZONES[village.zone]).astimezone(UTC)
    event = Event()
    # one meeting, one entry: a later call with the same number moves it
    event.add("uid", f"{village.id}-{draft.id}-{call.meeting}@perdes-flow")
    event.add("dtstamp", starts)
    event.add("dtstart", starts)
    event.add("dtend", starts + timedelta(hours=_HOURS))
    event.add("summary", f"{MEETINGS[call.kind]}: {draft.title}")
    event.add("location", call.place)
    event.add("description", "Acara: " + "; ".join(call.agenda))
    calendar = Calendar()
    calendar.add("prodid", "-//perdes-flow//ID")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    return bytes(calendar.to_ical())
