"""Pasal in their usual form are read in one go; the tree is the one that is read line by line."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from perdes_flow.legal.parser import parse
from perdes_flow.legal.parsing import body
from perdes_flow.legal.parsing.lines import Line
from perdes_flow.legal.plain_text import blocks_of
from perdes_flow.legal.units import Naskah

HEAD = ["PERATURAN DESA CONTOH", "Menimbang: a. bahwa warga perlu dilayani;", "MEMUTUSKAN:"]
AYAT = [
    "Kepala Desa mencatat.",
    "Warga melapor;",
    "warga melapor.",
    "Setiap warga",
    "Surat No.",
    "Warga:",
    "3 hari.",
]
BETWEEN = [
    "BAB II", "PENUTUP", "Bagian Kesatu", "a. satu;", "b. dua.", "warga lain.", "Warga lain.", "BAB I", "Lampiran", "Pasal I", "Pasal 2A",
    "Ketentuan Pasal 3 diubah sehingga berbunyi sebagai berikut:", "Ditetapkan di Contoh", "- 7 -", "(2a) Sisipan.",
]  # fmt: skip


@st.composite
def counted(draw: st.DrawFn) -> list[str]:
    """Pasal after Pasal with their ayat, as most of a text goes, and now and then a line that does not belong."""
    lines = list(HEAD)
    pasal = draw(st.integers(1, 2))
    for _ in range(draw(st.integers(1, 8))):
        lines.append(f"Pasal {pasal}")
        pasal += draw(st.sampled_from([1, 1, 1, 1, 1, 1, 0, 2]))
        for ayat in range(1, draw(st.integers(0, 4)) + 1):
            slip = draw(st.sampled_from([0, 0, 0, 0, 0, 0, 0, 1]))
            lines.append(f"({ayat + slip}) {AYAT[max(0, draw(st.integers(-12, len(AYAT) - 1)))]}")
        if draw(st.integers(0, 4)) == 0:
            lines.append(draw(st.sampled_from(BETWEEN)))
    return lines


@given(counted())
@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_pasal_in_their_usual_form_are_read_as_line_by_line(
    monkeypatch: pytest.MonkeyPatch, lines: list[str]
) -> None:
    at_once = _read(lines)
    with monkeypatch.context() as patched:
        patched.setattr(body, "usual_pasal", lambda *_: [])
        assert _read(lines) == at_once


def test_only_what_may_still_go_on_is_read_line_by_line(monkeypatch: pytest.MonkeyPatch) -> None:
    taken = []
    goes_on = body.Body.goes_on

    def watched(self: body.Body, line: Line) -> bool:
        taken.append(line.text)
        return goes_on(self, line)

    monkeypatch.setattr(body.Body, "goes_on", watched)
    _read([*HEAD, *(line for n in range(1, 9) for line in (f"Pasal {n}", "(1) Satu.", "(2) Dua."))])
    assert taken == ["(1) Satu.", "(2) Dua.", "Pasal 8", "(1) Satu.", "(2) Dua."]


def _read(lines: list[str]) -> tuple[Naskah, list[tuple[int, ...]], tuple[object, ...]]:
    naskah = parse(blocks_of("\n".join(lines)))
    return naskah, [unit.blocks for unit in naskah.walk()], naskah.remarks
