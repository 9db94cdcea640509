"""Perubahan: any two versions of a draft: in the text, side by side, as a list of sentences, as Word files."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from perdes_flow.domain.values import DraftId
from perdes_flow.publication.sandingan_sheet import as_docx
from perdes_flow.publication.sandingan_words import MECHANICAL, summary
from perdes_flow.use_cases.comparing import view_versions
from perdes_flow.use_cases.desk import Case, open_case
from perdes_flow.web.access.visitor import Ask
from perdes_flow.web.downloads import WORD, attachment
from perdes_flow.web.rendering import page
from perdes_flow.web.text.differences import Group, groups_of, rows_of, sentences_of, stretches_of
from perdes_flow.web.text.last_read import last_read
from perdes_flow.web.text.trouble import readable

TEXT, SIDE_BY_SIDE, LIST = "teks", "sandingan", "daftar"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the address asks for: which view, with what shifted only, with what did not change, one Pasal alone."""

    view: str
    numbers: bool
    everything: bool
    unit: str

    def link(self, **other: str) -> str:
        """The same page otherwise."""
        now = {
            "pandangan": self.view,
            "penomoran": "1" if self.numbers else "0",
            "semua": "1" if self.everything else "0",
            "bagian": self.unit,
        }
        return f"?{urlencode({**now, **other})}"


def choose(ask: Ask, draft: DraftId) -> HttpResponse:
    """What is new to the visitor, else the last step; or the two versions that were chosen."""
    case = open_case(ask.desk, draft)
    if len(case.draft.versions) < 2:
        return page(ask, "perubahan_kosong.html", draft=case.draft)
    old, new = (_number(ask, name) for name in ("lama", "baru"))
    new = new or len(case.draft.versions)
    old = old or _read_before(ask, case, new)
    where = reverse("perubahan.dua", kwargs={"draft": draft, "old": old, "new": new})
    return HttpResponseRedirect(where)


@readable
def show(ask: Ask, draft: DraftId, old: int, new: int) -> HttpResponse:
    """Two versions compared."""
    compared, case = view_versions(ask.desk, draft, old, new), open_case(ask.desk, draft)
    wanted = _wanted(ask)
    groups = groups_of(compared.redline.passages)
    named = [group for group in groups if not group.quiet]
    if wanted.unit:
        groups = [group for group in groups if group.name == wanted.unit]
    changes, side_by_side = compared.redline.changes, wanted.view == SIDE_BY_SIDE
    said = [change for change in changes if change.kind != "format"]
    sentences = sentences_of(changes, numbers=wanted.numbers)

    def hidden(group: Group) -> bool:
        return not wanted.unit and not wanted.everything and _is_hidden(group, wanted)

    return page(
        ask,
        "perubahan.html",
        draft=case.draft,
        versions=case.draft.versions,
        old=case.draft.version(old),
        new=case.draft.version(new),
        wanted=wanted,
        links=_links(wanted),
        summary=summary(said) if said else "",
        formats=len(changes) - len(said),
        numbers=sum(1 for change in changes if change.kind in MECHANICAL),
        named=named,
        sentences=sentences if not wanted.unit else (),
        rows=[*rows_of((g for g in groups if not hidden(g)), compared.wishes)] if side_by_side else (),
        stretches=stretches_of(groups, hidden, sentences, numbers=wanted.numbers)
        if wanted.view == TEXT
        else (),
    )


@readable
def redline(ask: Ask, draft: DraftId, old: int, new: int) -> HttpResponse:
    """The new version as a Word file with every change tracked; with `hanya=kata` only those of words and numbers."""
    made, name = view_versions(ask.desk, draft, old, new).redline, f"{draft}-redline-v{old}-v{new}"
    if ask.GET.get("hanya") == "kata":
        return _word(made.words_only.docx, f"{name}-kata")
    return _word(made.docx, name)


@readable
def matriks(ask: Ask, draft: DraftId, old: int, new: int) -> HttpResponse:
    """The matriks sandingan as a Word file."""
    return _word(as_docx(view_versions(ask.desk, draft, old, new).sheet), f"{draft}-sandingan-v{old}-v{new}")


def _word(docx: bytes, name: str) -> HttpResponse:
    return attachment(docx, f"{name}.docx", WORD)


def _number(ask: Ask, name: str) -> int:
    text = ask.GET.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0


def _read_before(ask: Ask, case: Case, new: int) -> int:
    read = last_read(ask.who.account, case.draft.id, len(case.draft.versions))
    return read if 0 < read < new else max(new - 1, 1)


def _wanted(ask: Ask) -> Wanted:
    view = ask.GET.get("pandangan", TEXT)
    return Wanted(
        view if view in (TEXT, SIDE_BY_SIDE, LIST) else TEXT,
        ask.GET.get("penomoran") == "1",
        ask.GET.get("semua") == "1",
        ask.GET.get("bagian", "")[:300],
    )


def _links(wanted: Wanted) -> dict[str, str]:
    return {
        "teks": wanted.link(pandangan=TEXT),
        "sandingan": wanted.link(pandangan=SIDE_BY_SIDE),
        "daftar": wanted.link(pandangan=LIST),
        "penomoran": wanted.link(penomoran="0" if wanted.numbers else "1"),
        "semua": wanted.link(semua="0" if wanted.everything else "1"),
        "seluruhnya": wanted.link(bagian=""),
    }


def _is_hidden(group: Group, wanted: Wanted) -> bool:
    shifted = wanted.numbers and any(passage.kind == "renumbered" for passage in group.passages)
    return group.quiet and not shifted
