"""Publik: what a village shows to everybody, and the form by which residents say what they think of a draft."""

import re
import unicodedata
from collections.abc import Iterator

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from perdes_flow.domain.events import InputReceived
from perdes_flow.domain.values import DraftId, VillageId
from perdes_flow.domain.village import Village
from perdes_flow.errors import DraftMovedOn, Refusal, ValueUnfit
from perdes_flow.use_cases.consulting import receive_from_resident
from perdes_flow.use_cases.desk import Desk, Written, open_village
from perdes_flow.use_cases.publishing import consulted, consulted_case, promulgated
from perdes_flow.web.access import limits
from perdes_flow.web.access.form_key import key_of
from perdes_flow.web.access.visitor import Ask
from perdes_flow.web.acts import UNPROCESSABLE, Problems, problems
from perdes_flow.web.rendering import page
from perdes_flow.web.text.written import Heading, written
from perdes_flow.web.workspace import desk, workspace

LONGEST, LONGEST_NAME = 2000, 80  # letters
_NEWEST = 5
_AN_HOUR, _A_DAY = 3600, 86_400
_FROM_ONE_ADDRESS, _ON_ONE_DRAFT = 20, 500  # a whole village often shares one address
_PRIVATE_NUMBER = re.compile(r"(?<![0-9])(?:[0-9][ .-]?){15}[0-9](?![0-9])")  # NIK and KK have 16 digits


def villages(ask: Ask) -> HttpResponse:
    """The villages of this installation; with one alone, its page."""
    names = workspace().villages()
    if len(names) == 1:
        return HttpResponseRedirect(reverse("publik", kwargs={"village": names[0]}))
    known = [open_village(desk(name))[0] for name in names]
    return page(ask, "publik_desa.html", villages=sorted(known, key=lambda v: v.desa))


def show(ask: Ask, village: VillageId) -> HttpResponse:
    at, here = public_desk(village)
    return page(
        ask,
        "publik.html",
        village=here,
        asked=consulted(at),
        newest=sorted(promulgated(at), key=lambda one: one.promulgated, reverse=True)[:_NEWEST],
    )


def show_draft(ask: Ask, village: VillageId, draft: DraftId, wrong: Problems = ()) -> HttpResponse:
    """A draft on which the people are asked: its text, and the form."""
    at, here = public_desk(village)
    case = consulted_case(at, draft)
    latest = case.draft.latest
    assert latest is not None  # consulted_case lets no other through
    text = written(at, case, latest.number)
    return page(
        ask,
        "publik_rancangan.html",
        wrong,
        status=UNPROCESSABLE if wrong else 200,
        village=here,
        title=case.draft.title,
        draft=draft,
        version=latest,
        text=zip(text.satuan, text.html, strict=True),
        outline=text.outline,
        places=list(_pasal(text.outline)),
        heard=len(case.draft.inputs),
        receipt=_receipt(at, draft, ask.GET.get("terkirim", "")),
        typed=ask.POST,
        longest=LONGEST,
    )


def send(ask: Ask, village: VillageId, draft: DraftId) -> HttpResponse:
    """Record what a resident says of the draft."""
    at, _ = public_desk(village, key_of(ask, "warga"))
    consulted_case(at, draft)
    try:
        said = _said(ask)
        if not at.log.written_with(at.key):
            limits.count(ask, "masukan", _FROM_ONE_ADDRESS, _AN_HOUR)
            limits.count_in(f"masukan {village}/{draft}", _ON_ONE_DRAFT, _A_DAY)
        recorded = _recorded(at, draft, said)
    except Refusal as refusal:
        return show_draft(ask, village, draft, problems(refusal))
    where = reverse("publik.rancangan", kwargs={"village": village, "draft": draft})
    return HttpResponseRedirect(f"{where}?terkirim={recorded[0].receipt}#terkirim", status=303)


def public_desk(village: VillageId, key: str = "") -> tuple[Desk, Village]:
    """The desk of a village that is there, for whoever asks; Http404."""
    if village not in workspace().villages():
        raise Http404
    at = desk(village, key)
    return at, open_village(at)[0]


def _said(ask: Ask) -> dict[str, str]:
    """What was typed, fit to be recorded; ValueUnfit."""
    if ask.POST.get("situs"):  # a field that people do not see; programs fill in everything
        raise ValueUnfit("Kolom situs", "…", "kosongkan kolom itu, lalu kirim lagi")
    text = _clean(ask.POST.get("masukan", ""), keep_lines=True)
    if not text:
        raise ValueUnfit("Masukan", "", "tulis pendapat atau usul Anda")
    if len(text) > LONGEST:
        raise ValueUnfit("Masukan", f"{text[:40]}…", f"paling banyak {LONGEST} huruf; kini {len(text)}")
    name, unsur = (_clean(ask.POST.get(field, "")) for field in ("nama", "unsur"))
    for label, words in (("Nama", name), ("Asal", unsur)):
        if len(words) > LONGEST_NAME:
            raise ValueUnfit(label, f"{words[:40]}…", f"paling banyak {LONGEST_NAME} huruf")
    if any(_PRIVATE_NUMBER.search(words) for words in (text, name, unsur)):
        raise ValueUnfit("Masukan", "16 angka", "jangan sertakan NIK atau nomor KK; hapus angka itu")
    return {"text": text, "name": name, "unsur": unsur, "address": ask.POST.get("pasal", "").strip()[:100]}


def _recorded(at: Desk, draft: DraftId, said: dict[str, str]) -> Written:
    """Recorded, also when somebody else writes in the same moment."""
    for _ in range(_TRIES - 1):
        try:
            return receive_from_resident(at, draft, **said)
        except DraftMovedOn:
            continue
    return receive_from_resident(at, draft, **said)


_TRIES = 4


def _clean(typed: str, *, keep_lines: bool = False) -> str:
    """Letters as people see them: no control signs, none that turn the direction of writing, no rows of blanks."""
    lines = unicodedata.normalize("NFC", typed.replace("\r\n", "\n")).split("\n")
    seen = ["".join(sign if unicodedata.category(sign)[0] != "C" else " " for sign in line) for line in lines]
    return ("\n" if keep_lines else " ").join(" ".join(line.split()) for line in seen).strip()


def _pasal(outline: tuple[Heading, ...]) -> Iterator[str]:
    return (heading.label for heading in outline if heading.label.startswith("Pasal "))


def _receipt(at: Desk, draft: DraftId, code: str) -> str:
    """The receipt in the address, if it is one of an input on this draft."""
    for entry in at.log.read(draft) if code else ():
        if entry.receipt == code and isinstance(entry.act.fact, InputReceived):
            return code
    return ""
