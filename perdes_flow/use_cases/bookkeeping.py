"""The BPD's books, made from the whole village's record when they are asked for; they are not filed."""

from perdes_flow.domain.draft import Draft, replay
from perdes_flow.domain.values import Slug
from perdes_flow.domain.words import OFFICES
from perdes_flow.errors import DocumentKindUnknown, PaperNotReady
from perdes_flow.papers.books import BOOKS, unsigned
from perdes_flow.papers.occasion import Receipt
from perdes_flow.use_cases.desk import Desk, open_village
from perdes_flow.word.filling import fill


def make_book(desk: Desk, kind: Slug) -> bytes:
    """A book as it stands today; DocumentKindUnknown, PaperNotReady where nobody is in office to sign it."""
    if kind not in BOOKS:
        raise DocumentKindUnknown(kind, tuple(BOOKS))
    village, _, today = open_village(desk)
    lacking = tuple(
        f"Belum ada pemegang jabatan {OFFICES[role]} pada hari ini." for role in unsigned(village, today)
    )
    if lacking:
        raise PaperNotReady(kind, lacking)
    seq, head = desk.log.head()
    fields = BOOKS[kind].fields(village, _drafts(desk), today, Receipt(seq, head))
    return fill(desk.templates.shipped(kind), fields, title=BOOKS[kind].label, on=today)


def _drafts(desk: Desk) -> list[Draft]:
    """All drafts of the village, in the order in which they were started."""
    names = [entry.act.draft for entry in desk.log.of_type("draft_started")]
    drafts = (replay(entry.act for entry in desk.log.read(name)) for name in names)
    return [draft for draft in drafts if draft is not None]
