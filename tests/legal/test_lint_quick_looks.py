"""A rule first asks where its words stand at all; what that quick look passes over, the rule itself would not find either."""

import random
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest
from generated_regulations import load_generator
from planting import DEFECTS, complete, plant

from perdes_flow.legal.linting import Finding, lint
from perdes_flow.legal.parser import parse
from perdes_flow.legal.plain_text import blocks_of
from perdes_flow.legal.searching import Searchable
from perdes_flow.legal.units import Unit

TODAY = date(2026, 11, 24)
# words near what a rule looks for, in the manners of a careless typist
DROPPED = (
    "dan lain-lain", "DAN SEBAGAINYA", "dan atau", "dan/ atau", "atau /dan", "s / d", "S.D.", "wajib disimpan",
    "Wajib melapor", "dapat langsung dipakai", "TIDAK BOLEH", "Dilarang menikah", "dilarang merantau ke luar negeri",
    "melaksanakan", "istri", "ISTRI", "tidak diperkenankan bagi anak", "pidana", "PENJARA", "tindak pidana", "Pasal (3)",
    "pasal 3", "sebab 5", "ayat 2", "ayat (1)", "Ayat(2)", "huruf b", "jangka 3", "angka 3", "Bab III", "Buku Kesatu",
    "Lampiran II", "(Pasal 900)", "dalamPasal 7", "Pasal2", "riwayat (2)", "“ayat (7)", "_ayat (7)", "dimaksud pada Pasal 3",
    "dimaksud dalam ayat (1)", "Pasal ini", "tersebut di atas", "buku-buku", "12 hari", "5 (enam) hari",
    "Rp2.000,00 (tiga ribu rupiah)", "…", ". . .", "(nama desa)", "[ ]", "xxx", "___", "SOP", "Perlindungan TKI", "İstri",
    "ıstri", "ſuami", "Nomor ... Tahun 2020", "dipungut", "dicabut", "agar setiap orang",
)  # fmt: skip


@pytest.mark.parametrize("seed", [41, 42, 43])
def test_a_quick_look_hides_nothing(shared: Path, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    text, rnd = complete(load_generator(shared), seed), random.Random(seed)
    drafts = [_careless(text, rnd) for _ in range(6)]
    quick = [_findings(draft) for draft in drafts]
    monkeypatch.setattr(Searchable, "_standing", _everywhere)
    monkeypatch.setattr(Searchable, "_may_hold", lambda *_, **__: True)
    assert [_findings(draft) for draft in drafts] == quick
    assert len({finding.rule for found in quick for finding in found}) > 30  # there was much to hide


def _careless(text: str, rnd: random.Random) -> str:
    for one in rnd.sample(DEFECTS, 8):
        planted = plant(text, one, rnd)
        text = planted.text if planted else text
    lines = text.split("\n")
    for _ in range(60):
        place = rnd.randrange(len(lines))
        words = lines[place].split(" ")
        words.insert(rnd.randint(0, len(words)), rnd.choice(DROPPED))
        lines[place] = " ".join(words)
    return "\n".join(lines)


def _findings(text: str) -> tuple[Finding, ...]:
    return lint(parse(blocks_of(text)), state="berlaku", on=TODAY)


def _everywhere(
    self: Searchable, _hints: Iterable[str], _words: Iterable[str]
) -> Iterator[tuple[Unit, list[int]]]:
    """No quick look: every unit, and every place in it."""
    return ((unit, list(range(len(unit.text)))) for unit in self.units)
