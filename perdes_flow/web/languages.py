"""Words in the language of the page: those that come as data (stages, offices, kinds), dates, and what is left of a term.

Indonesian is the source. What the engine says as a sentence (facts, refusals, missing conditions) and the text of the
law are never translated: they cite, and must be found again word for word.
"""

from datetime import date, datetime

from django.utils.translation import gettext, ngettext

from perdes_flow.domain import local_time
from perdes_flow.domain.values import Zone
from perdes_flow.domain.words import OFFICES, any_of
from perdes_flow.workflow.calendar import Remaining


def in_words(data: object) -> str:
    """A word of a workflow or of the domain; one that no catalogue knows (a district's own stage) as it is."""
    return gettext(str(data)) if data else ""


def offices(codes: "str | list[str]") -> str:
    """One office or several, as people say them."""
    every = [codes] if isinstance(codes, str) else codes
    return any_of((gettext(OFFICES[code]) for code in every), gettext("atau"))


def day(at: date) -> str:
    """ "3 Desember 2026"."""
    return f"{at.day} {gettext(local_time.MONTHS[at.month - 1])} {at.year}"


def weekday(at: date) -> str:
    """ "Kamis, 3 Desember 2026"."""
    return f"{gettext(local_time.DAYS[at.weekday()])}, {day(at)}"


def instant(at: datetime, zone: Zone) -> str:
    """ "Kamis, 3 Desember 2026 pukul 14.05 WIB"."""
    local = at.astimezone(local_time.ZONES[zone])
    return f"{weekday(local.date())} {gettext('pukul')} {local:%H.%M} {zone}"


def time_left(left: Remaining) -> str:
    """ "6 hari kerja lagi", "hari terakhir", "lewat 3 hari"."""
    if not left.days:
        return gettext("lewat waktu") if left.late else gettext("hari terakhir")
    match left.unit, left.late:
        case "kerja", False:
            words = ngettext("%(days)s hari kerja lagi", "%(days)s hari kerja lagi", left.days)
        case "kerja", True:
            words = ngettext("lewat %(days)s hari kerja", "lewat %(days)s hari kerja", left.days)
        case _, False:
            words = ngettext("%(days)s hari lagi", "%(days)s hari lagi", left.days)
        case _:
            words = ngettext("lewat %(days)s hari", "lewat %(days)s hari", left.days)
    return words % {"days": left.days}
