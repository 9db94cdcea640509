"""The dossier of a draft as one ZIP that can be read and checked on any machine, without this program."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from html import escape

from perdes_flow.domain.draft import Draft
from perdes_flow.domain.local_time import local_date, tanggal
from perdes_flow.domain.values import sidik
from perdes_flow.domain.village import Village
from perdes_flow.domain.words import OFFICES
from perdes_flow.messages.threads import shown_sentence
from perdes_flow.ports import Entry

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the same dossier gives the same bytes
_STYLE = (
    "body{font:1rem/1.5 Georgia,serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
    "table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #999;padding:.3rem .5rem;"
    "text-align:left;vertical-align:top}code{font-size:.9em}"
)


def pack(files: Mapping[str, bytes]) -> bytes:
    """A ZIP of files by name, in the order of the names; same files, same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, files[name], zipfile.ZIP_DEFLATED)
    return out.getvalue()


def index_page(
    village: Village, draft: Draft, entries: Iterable[Entry], names: Iterable[str], *, left_out: int = 0
) -> bytes:
    """The page that a person opens first: what the draft is, its versions, its history, how to check it.

    `left_out` counts files that are not handed out because hidden words stand in them.
    """
    versions = "".join(
        f"<tr><td>{v.number}</td><td>{escape(v.file_name)}</td><td><code>{sidik(v.text_sha256)}</code></td></tr>"
        for v in draft.versions
    )
    hidden = frozenset(comment.number for comment in draft.comments.values() if comment.hidden)
    history = "".join(_row(entry, village, hidden) for entry in entries)
    files = "".join(f'<li><a href="{escape(name)}">{escape(name)}</a></li>' for name in sorted(names))
    return (
        f'<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>{escape(draft.title)}</title>'
        f"<style>{_STYLE}</style></head><body><h1>{escape(draft.title)}</h1>"
        f"<p>Desa {escape(village.desa)}, Kecamatan {escape(village.kecamatan)}, {escape(village.kabupaten)}</p>"
        f"<h2>Versi naskah</h2><table><tr><th>Versi</th><th>Berkas</th><th>Sidik teks</th></tr>{versions}</table>"
        "<h2>Riwayat</h2><table><tr><th>No.</th><th>Tanggal</th><th>Oleh</th><th>Peristiwa</th><th>Sidik</th></tr>"
        f"{history}</table><h2>Isi berkas ini</h2><ul>{files}</ul>{_left_out(left_out)}"
        "<h2>Cara memeriksa</h2><p>Dengan Python 3 saja: <code>python periksa_catatan.py catatan.jsonl "
        "--key kunci.txt --checkpoint titik-periksa.txt</code>. Bandingkan titik periksa dengan yang dipegang "
        "Ketua BPD atau kabupaten.</p></body></html>"
    ).encode()


def _left_out(count: int) -> str:
    if not count:
        return ""
    return (
        f"<p>{count} berkas Word yang diterima kembali tidak disertakan karena memuat catatan yang disembunyikan; "
        "sidiknya tetap ada dalam riwayat.</p>"
    )


def _row(entry: Entry, village: Village, hidden: frozenset[int]) -> str:
    day = tanggal(local_date(entry.act.at, village.zone))
    return (
        f"<tr><td>{entry.seq}</td><td>{day}</td><td>{escape(OFFICES[entry.act.by.role])}</td>"
        f"<td>{escape(shown_sentence(entry.act.fact, hidden))}</td><td><code>{entry.hash[:8]}</code></td></tr>"
    )
