"""Lembaran: the regulations that were promulgated, each by its Pasal, and the registers to take along."""

from collections.abc import Sequence

from django.http import Http404, HttpResponse

from perdes_flow.domain import events as e
from perdes_flow.domain.local_time import tanggal
from perdes_flow.domain.values import DraftId, Sha256, Slug, VillageId
from perdes_flow.domain.village import Village
from perdes_flow.domain.words import GAZETTES
from perdes_flow.errors import Refusal
from perdes_flow.publication.registers import LEMBARAN, PERATURAN, as_csv, uraian
from perdes_flow.use_cases.desk import Desk, open_case
from perdes_flow.use_cases.kept import Kept
from perdes_flow.use_cases.pointing import naskah_of
from perdes_flow.use_cases.publishing import Promulgated, one_promulgated, promulgated
from perdes_flow.web.access.visitor import Ask
from perdes_flow.web.downloads import attachment
from perdes_flow.web.pages.publik import public_desk
from perdes_flow.web.rendering import page
from perdes_flow.web.text.promulgated import Signers, shown
from perdes_flow.web.text.written import written

_NONE = ""
_CSV = "text/csv; charset=utf-8"


def register(ask: Ask, village: VillageId) -> HttpResponse:
    """The register of one year, the newest first shown."""
    at, here = public_desk(village)
    every = promulgated(at)
    years = sorted({one.tahun for one in every}, reverse=True)
    asked = ask.GET.get("tahun", "")
    year = int(asked) if asked.isascii() and asked.isdigit() and len(asked) == 4 else (years or [0])[0]
    shown = [one for one in every if one.tahun == year]
    return page(ask, "publik_daftar.html", village=here, shown=shown, years=years, year=year)


def book(ask: Ask, village: VillageId, book: Slug) -> HttpResponse:
    """A register over all years as a file for a spreadsheet."""
    at, _ = public_desk(village)
    if book not in _BOOKS:
        raise Http404
    head, line = _BOOKS[book]
    rows = [line(number, one, at) for number, one in enumerate(promulgated(at), start=1)]
    return attachment(as_csv(head, rows), f"{village}-{book}.csv", _CSV)


def show(ask: Ask, village: VillageId, draft: DraftId) -> HttpResponse:
    """A promulgated regulation, by its Pasal."""
    at, here = public_desk(village)
    one = one_promulgated(at, draft)
    text = written(at, open_case(at, draft), one.version)
    filled = shown(text, one, _signers(at, here, draft))
    return page(
        ask,
        "publik_peraturan.html",
        village=here,
        one=one,
        gazette=GAZETTES[one.gazette],
        text=filled.text,
        blanks=filled.agreed,
        outline=text.outline,
    )


def _signers(at: Desk, village: Village, draft: DraftId) -> Signers:
    """The names of those who enacted and promulgated; officials do both in their office, before everybody."""
    head = secretary = ""
    for entry in at.log.read(draft):
        person = village.people.get(entry.act.by.person)
        name = person.name if person else ""
        match entry.act.fact:
            case e.PenetapanRecorded():
                head = name
            case e.PengundanganRecorded():
                secretary = name
    return Signers(head, secretary)


def _peraturan(number: int, one: Promulgated, at: Desk) -> Sequence[str]:
    """A line of Buku Peraturan di Desa (A.1). The uraian is what its parts are called."""
    gazette = f"Nomor {one.gazette_nomor}, {tanggal(one.promulgated)}"
    village_gazette = one.gazette == "lembaran_desa"
    return (
        str(number),
        one.kind,
        _stipulated(one),
        one.title,
        _about(at, one),
        tanggal(one.agreed) if one.agreed else _NONE,
        f"Nomor {one.report_nomor}, {tanggal(one.reported)}" if one.reported else _NONE,
        gazette if village_gazette else _NONE,
        _NONE if village_gazette else gazette,
        _remark(one),
    )


def _lembaran(number: int, one: Promulgated, _: Desk) -> Sequence[str]:
    """A line of Buku Lembaran Desa dan Berita Desa (A.9)."""
    gazette = f"{GAZETTES[one.gazette]} Nomor {one.gazette_nomor}"
    return (
        str(number),
        one.kind,
        _stipulated(one),
        one.title,
        tanggal(one.promulgated),
        gazette,
        _remark(one),
    )


_URAIAN: Kept[Sha256, str] = Kept(4096)


def _about(at: Desk, one: Promulgated) -> str:
    """The uraian, read once for each text; empty where its file is lost: the register is told all the same."""
    try:
        return _URAIAN.get(
            one.text_sha256, lambda: uraian(naskah_of(at, open_case(at, one.draft), one.version))
        )
    except Refusal:
        return _NONE


def _stipulated(one: Promulgated) -> str:
    when = f", {tanggal(one.signed)}" if one.signed else ""
    return f"Nomor {one.nomor} Tahun {one.tahun}{when}"


def _remark(one: Promulgated) -> str:
    said = ["Dibatalkan Bupati"] if one.annulled else []
    return "; ".join([*said, *([] if one.signed else ["Diundangkan tanpa tanda tangan Kepala Desa"])])


_BOOKS = {"buku-peraturan": (PERATURAN, _peraturan), "buku-lembaran": (LEMBARAN, _lembaran)}
