"""What changed between two texts as one page for the phone: sentences first, then the text with every change in its place.

It needs no script and nothing from outside. Two boxes to tick show what is hidden at first: renumbering, and unchanged Pasal.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby

from perdes_flow.legal.changes import Change
from perdes_flow.legal.sandingan import Passage, PassageKind, Piece
from perdes_flow.publication.sandingan_words import MECHANICAL, is_quiet, new_address, summary


@dataclass(frozen=True, slots=True)
class SandinganPage:
    """`title` of the regulation; `old` and `new` say which two texts these are."""

    title: str
    old: str
    new: str
    changes: Sequence[Change]
    passages: Sequence[Passage]


def as_html(page: SandinganPage) -> str:
    """The page; the same comparison gives the same page."""
    numbers = sum(1 for change in page.changes if change.kind in MECHANICAL)
    formats = sum(1 for change in page.changes if change.kind == "format")
    body = "".join(_body(page.passages))
    return (
        '<!DOCTYPE html>\n<html lang="id"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>Perubahan: {escape(page.title)}</title><style>{_STYLE}</style></head><body>"
        f"<header><h1>Perubahan naskah</h1><p class=judul>{escape(page.title)}</p>"
        f"<p class=versi>{escape(page.old)} → {escape(page.new)}</p>"
        f"<p class=ringkas>{escape(summary(page.changes))}</p></header>"
        f"{_box('penomoran', f'Tampilkan penomoran ({numbers})') if numbers else ''}"
        f"{_box('bentuk', f'Tampilkan perubahan bentuk huruf ({formats})') if formats else ''}"
        f"{_box('semua', 'Tampilkan pasal yang tidak berubah')}"
        f"<ol class=daftar>{''.join(_entry(change) for change in page.changes)}</ol>"
        f"<main>{body}</main>"
        "<footer><p><ins>Bergaris bawah</ins>: ditambahkan. <del>Dicoret</del>: dihapus. "
        "<span class=pindahan>Bergaris ganda</span>: dipindahkan.</p></footer></body></html>\n"
    )


def _box(name: str, label: str) -> str:
    return f"<input type=checkbox id={name}><label for={name}>{escape(label)}</label><br>"


def _entry(change: Change) -> str:
    quiet = " class=m" if change.kind in MECHANICAL else " class=f" if change.kind == "format" else ""
    where = new_address(change)
    said = escape(change.sentence)
    link = f'<a href="#{_anchor(where)}">{said}</a>' if where else said
    return f"<li{quiet}>{link}</li>"


# ---- the text


def _body(passages: Sequence[Passage]) -> Iterator[str]:
    """Groups with a change in full; runs of groups without one behind a line that says so."""
    groups = [list(group) for _, group in groupby(passages, key=lambda passage: passage.group)]
    anchors = _Anchors()
    for quiet, run in groupby(groups, key=is_quiet):
        several = list(run)
        if quiet:
            yield _skipped(several)
        for group in several:
            yield _section(group, anchors, quiet=quiet)


def _skipped(groups: Sequence[Sequence[Passage]]) -> str:
    names = [group[0].group[1] or group[0].group[0] for group in groups]
    named = [name for name in names if name]
    if not named:
        return ""
    span = named[0] if named[0] == named[-1] else f"{named[0]} sampai {named[-1]}"
    kinds = {passage.kind for group in groups for passage in group}
    besides = [word for kind, word in _BESIDES.items() if kind in kinds]
    said = f", selain {' dan '.join(besides)}" if besides else ""
    return f"<p class=lewat>{escape(span)}: tidak berubah{said}</p>"


_BESIDES: dict[PassageKind, str] = {"renumbered": "nomornya", "format": "bentuk hurufnya"}


def _section(group: Sequence[Passage], anchors: "_Anchors", *, quiet: bool) -> str:
    kinds = {passage.kind for passage in group}
    hidden = [name for kind, name in (("renumbered", "m"), ("format", "f")) if kind in kinds] or ["k"]
    classes = " ".join(hidden) if quiet else "u"
    return (
        f'<section class="{classes}">{"".join(_paragraph(passage, anchors) for passage in group)}</section>'
    )


def _paragraph(passage: Passage, anchors: "_Anchors") -> str:
    if passage.kind == "moved_away":
        if not passage.starts or not passage.group[1]:
            return ""
        return f"<p class=dari>{escape(passage.old)} dipindahkan ke {_link(passage.group[1])}</p>"
    classes = [_LAYOUT.get(passage.unit, "t"), *(["c"] if passage.centred else []), passage.kind]
    anchor = anchors.take(passage.new) if passage.starts and passage.new else ""
    note = _note(passage)
    return f'<p{anchor} class="{" ".join(classes)}">{note}{_words(passage)}</p>'


def _note(passage: Passage) -> str:
    if passage.kind == "moved" and passage.starts:
        return f"<small>dari {escape(passage.old)}</small>"
    return "<small class=f>bentuk huruf berubah</small>" if passage.kind == "format" else ""


def _words(passage: Passage) -> str:
    return "".join(_piece(piece) for piece in passage.pieces)


def _piece(piece: Piece) -> str:
    text = escape(piece.text)
    if piece.kind == "kept":
        return text
    tag = "del" if piece.kind == "gone" else "ins"
    return f"<{tag} class=n>{text}</{tag}>" if piece.mechanical else f"<{tag}>{text}</{tag}>"


def _link(address: str) -> str:
    return f'<a href="#{_anchor(address)}">{escape(address)}</a>'


class _Anchors:
    """Gives every address out once."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, address: str) -> str:
        name = _anchor(address)
        if not name or name in self._taken:
            return ""
        self._taken.add(name)
        return f' id="{name}"'


def _anchor(address: str) -> str:
    """ "Pasal 5 ayat (2)" -> "pasal-5-ayat-2"."""
    return "-".join("".join(c if c.isalnum() else " " for c in address.casefold()).split())


_LAYOUT = {
    "judul": "h", "buku": "h", "bab": "h", "bagian": "h", "paragraf": "h", "pasal": "h", "menetapkan": "t",
    "ayat": "a", "huruf": "r", "angka": "r", "definisi": "r", "butir": "r", "baris": "b",
}  # fmt: skip


_STYLE = "".join(
    (
        ":root{color-scheme:light dark;--ink:#1a1a1a;--paper:#fff;--quiet:#555;--line:#bbb;--green:#0b5d1e;--go:#fde8e8;--gi:#e3f4e6}",
        "@media(prefers-color-scheme:dark){:root{--ink:#eee;--paper:#141414;--quiet:#aaa;--line:#555;--green:#7bd88f;--go:#4a1d1d;--gi:#173a20}}",
        "body{font:1.125rem/1.55 system-ui,sans-serif;max-width:65ch;margin:0 auto;padding:1rem;color:var(--ink);background:var(--paper);overflow-wrap:anywhere}",
        "h1{font-size:1.35rem;margin:0}p{margin:.35rem 0}.judul{font-weight:600}.versi{color:var(--quiet);font-size:1rem}.ringkas{font-weight:600}",
        "a{color:var(--green)}input{width:1.3rem;height:1.3rem;margin:.5rem .5rem .5rem 0;vertical-align:middle;accent-color:var(--green)}",
        "label{display:inline-block;padding:.5rem 0;vertical-align:middle;max-width:calc(100% - 2.2rem)}",
        "del+ins{margin-left:.15em}.daftar{padding-left:1.6rem;margin:.8rem 0;border-block:1px solid var(--line);padding-block:.6rem}.daftar li{margin:.35rem 0}.daftar a{text-decoration:none}",
        "del{text-decoration:line-through;background:var(--go);text-decoration-color:#b3261e}ins{text-decoration:underline;background:var(--gi);text-decoration-color:var(--green)}",
        "section{margin:.8rem 0}.h{text-align:center;font-weight:600;margin-top:1rem}.c{text-align:center}.a{padding-left:1.8rem;text-indent:-1.8rem}.r{padding-left:3.2rem;text-indent:-1.4rem}",
        ".b{border:1px solid var(--line);padding:.2rem .4rem;font-size:1rem}.moved,.pindahan{text-decoration:underline double var(--green) 1px}.moved del,.moved ins{text-decoration-style:solid}",
        ".inserted,.deleted,.changed{border-left:.25rem solid var(--line)}.inserted{border-color:var(--green)}.deleted{border-color:#b3261e}",
        ".changed,.inserted,.deleted,.moved{padding-left:calc(.6rem + var(--in,0rem))}.a{--in:1.8rem}.r{--in:3.2rem}",
        "small{display:block;color:var(--quiet);font-weight:400;text-indent:0;text-decoration:none;font-size:.85rem}.dari,.lewat{color:var(--quiet);font-size:.95rem;text-align:center}.lewat{border-block:1px dashed var(--line);padding:.3rem}",
        ".n{font-size:.85em;color:var(--quiet);background:none}del.n{display:none}ins.n{text-decoration:none;font-size:1em;color:inherit}",
        "#penomoran:checked~main del.n{display:inline}#penomoran:checked~main ins.n{text-decoration:underline dotted}#penomoran:checked~main del.n::after{content:' → '}",
        "#penomoran:checked~main del.n::after{display:inline-block;text-decoration:none}",
        ".m,.f,.k{display:none}#penomoran:checked~main section.m,#bentuk:checked~main section.f,#semua:checked~main section{display:block}",
        "#penomoran:checked~.daftar li.m,#bentuk:checked~.daftar li.f{display:list-item}main small.f{display:none}#bentuk:checked~main small.f{display:block}",
        "#semua:checked~main .lewat{display:none}:target{outline:.15rem solid var(--green);outline-offset:.2rem}footer{border-top:1px solid var(--line);margin-top:1.5rem;font-size:.95rem}",
        "@media print{body{max-width:none;padding:0;font-size:10.5pt}input,label{display:none}section{break-inside:avoid}a{color:inherit}}@page{size:215mm 330mm;margin:20mm}",
    )
)
