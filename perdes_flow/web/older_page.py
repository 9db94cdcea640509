"""A page that was opened before others recorded something: an act that binds first says what it has not seen yet."""

from typing import ClassVar

from django.utils.translation import gettext, gettext_noop

from perdes_flow.messages.threads import shown_sentence
from perdes_flow.use_cases.threads import hidden_comments
from perdes_flow.web.access.refusals import AccessRefused
from perdes_flow.web.access.visitor import Ask

_TOLD = 3  # of what was recorded meanwhile; the draft's page has the rest


class PageOlder(AccessRefused):
    """`sentence` tells what the page does not show yet; the same form, sent again from the new page, counts."""

    code: ClassVar[str] = "halaman_lama"

    def __init__(self, told: tuple[str, ...], more: int) -> None:
        super().__init__(told, more)
        rest = gettext(" dan %(n)s lainnya") % {"n": more} if more else ""
        self.sentence = gettext(
            "Sesudah halaman ini dibuka ada yang tercatat: %(what)s%(rest)s. "
            "Lihat dahulu keadaan yang terbaru di bawah ini, lalu kirim sekali lagi; isian Anda tetap ada."
        ) % {"what": "; ".join(one.rstrip(".") for one in told), "rest": rest}


class AttendanceMoved(AccessRefused):
    """Somebody else recorded who is there since the list was shown: saving would take that back unseen."""

    code: ClassVar[str] = "kehadiran_lama"
    sentence = gettext_noop(
        "Kehadiran sudah dicatat orang lain sesudah halaman ini dibuka. "
        "Daftar di bawah ini yang terbaru: tandai lagi yang kurang, lalu simpan."
    )


def refuse_older(ask: Ask, draft: str) -> None:
    """PageOlder where somebody else recorded something on the draft since the form was shown.

    A form sent twice is no older page: its second copy only asks again for the receipt of the first.
    """
    seen = ask.POST.get("dilihat", "")
    if not (seen.isascii() and seen.isdigit() and len(seen) < 19) or ask.desk.log.written_with(ask.desk.key):
        return
    unseen = [
        entry
        for entry in ask.desk.log.read(draft)
        if entry.seq > int(seen) and entry.act.by.person != ask.who.person.id
    ]
    if unseen:
        hidden = hidden_comments(tuple(unseen))
        told = tuple(shown_sentence(entry.act.fact, hidden) for entry in unseen[-_TOLD:])
        raise PageOlder(told, len(unseen) - len(told))
