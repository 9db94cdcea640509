"""Whatever the text, the linter answers: no crash, known rules, places that exist."""

from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from perdes_flow.legal.linting import RULES, lint
from perdes_flow.legal.parser import parse
from perdes_flow.legal.plain_text import blocks_of

PIECES = """\
KEPALA DESA CONTOH|KABUPATEN BLITAR|PERATURAN DESA CONTOH|RANCANGAN PERATURAN DESA|NOMOR 3 TAHUN 2026|NOMOR ... TAHUN ...|NOMOR TAHUN|TENTANG
PUNGUTAN DESA|DENGAN RAHMAT TUHAN YANG MAHA ESA|KEPALA DESA CONTOH,|Menimbang: a. bahwa satu;|b. Bahwa huruf a dan huruf b|• butir
Mengingat: 1. Undang-Undang Nomor 6 Tahun 2014 tentang Desa (Lembaran Negara Republik Indonesia Tahun 2014 Nomor 7);|2. Keputusan Bupati
Dengan Kesepakatan Bersama|BADAN PERMUSYAWARATAN DESA|MEMUTUSKAN:|Menetapkan: PERATURAN DESA TENTANG PUNGUTAN DESA.|BAB I|BAB 2|BAB …|KETENTUAN UMUM
Bagian Kesatu|Paragraf 1|Umum|Pasal 1|Pasal 2|Pasal 2A|Pasal I|Pasal …|Dalam Peraturan Desa ini yang dimaksud dengan:|1. Desa adalah Desa Contoh.
2. Badan (BPD) adalah lembaga.|(1) Kepala Desa wajib:|(3) Tiga (3) hari, 5 (lima belas) hari, Rp5,00 (lima).|a. satu;|a) dua|c. tiga.|1) empat
sebagaimana dimaksud dalam Pasal 9 ayat (2) huruf c s/d Pasal (3)|dipidana kurungan dan lain-lain.|desa dilarang menikah|tidak boleh|dan atau
Peraturan Desa ini mulai berlaku sejak 31 April 2020.|Agar setiap orang mengetahuinya|Ditetapkan di Contoh|pada tanggal Senin, 31 April 2026
Drs. H. NAMA, M.Si|Diundangkan di : X|SEKRETARIS DESA|LEMBARAN DESA CONTOH|BERITA DESA X TAHUN 2026 NOMOR 1|PENJELASAN|I. UMUM|LAMPIRAN|LAMPIRAN II
1\tSatu\tDua|xxx ____ (Nama Desa)|İSTANBUL dilarang|﷽|()|,|"""
lines = st.lists(st.sampled_from(PIECES.replace("\n", "|").split("|")) | st.text(max_size=40), max_size=30)
stages = st.sampled_from(["penyusunan", "disepakati", "diundangkan", "berlaku", "tahap yang tidak ada"])
days = st.dates(date(2000, 1, 1), date(2050, 1, 1))
kinds = st.sampled_from([None, "umum", "pungutan"])


@given(lines, stages, days, kinds)
@settings(max_examples=300, deadline=None)
def test_any_text_gets_an_answer(text: list[str], state: str, on: date, jenis: str | None) -> None:
    naskah = parse(blocks_of("\n".join(text)))
    found = lint(naskah, state=state, on=on, jenis=jenis)
    places = {str(address) for address, _ in naskah.places()} | {
        "Naskah",
        "Mengingat",
        "Menetapkan",
        "Judul",
        "Pembukaan",
        "Penutup",
    }
    rules = {rule.id for rule in RULES}
    for finding in found:
        assert finding.rule in rules
        assert finding.at in places
        assert finding.message
        assert finding.fix
    assert lint(naskah, state=state, on=on, jenis=jenis) == found


def test_a_text_that_is_no_regulation_gets_one_finding() -> None:
    naskah = parse(blocks_of("Yth. Camat\nDengan hormat, kami sampaikan undangan.\nHormat kami"))
    found = lint(naskah, state="penyusunan", on=date(2026, 11, 24))
    assert [(finding.rule, finding.at, finding.message) for finding in found] == [
        ("PD-01", "Naskah", "Berkas ini tidak dikenali sebagai peraturan."),
    ]


def test_rules_have_a_number_of_their_own_and_say_where_they_come_from() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
    hygiene = {
        "PD-27",
        "PD-72",
        "PD-73",
        "PD-76",
        "PD-80",
        "PD-81",
        "PD-82",
        "PD-87",
        "PD-88",
        "PD-89",
        "PD-90",
    }  # no law: our own care for the file
    assert {rule.id for rule in RULES if not rule.source} == hygiene


def test_only_rules_that_were_seen_in_the_law_or_concern_the_file_may_block() -> None:
    # E in the list of rules; E* and W may only warn until the text of the law is at hand
    may_block = [
        "PD-01",
        "PD-03",
        "PD-04",
        "PD-06",
        "PD-09",
        "PD-11",
        "PD-12",
        "PD-13",
        "PD-14",
        "PD-15",
        "PD-16",
        "PD-17",
        "PD-20",
        "PD-27",
        "PD-30",
        "PD-31",
        "PD-32",
        "PD-33",
        "PD-34",
        "PD-35",
        "PD-41",
        "PD-44",
        "PD-45",
        "PD-51",
        "PD-52",
        "PD-55",
        "PD-60",
        "PD-66",
        "PD-67",
        "PD-70",
        "PD-71",
        "PD-72",
        "PD-74",
        "PD-75",
        "PD-77",
        "PD-83",
        "PD-87",
        "PD-88",
        "PD-89",
        "PR-01",
        "PR-02",
        "PR-03",
        "PR-04",
        "PR-05",
        "PR-07",
    ]
    assert {rule.id for rule in RULES if rule.severity == "error"} == set(may_block)


def test_a_rule_that_did_not_hold_yet_is_silent() -> None:
    text = "PERATURAN DESA CONTOH\nTENTANG\nPERLINDUNGAN TKI\nMenimbang: a. bahwa x;\nMEMUTUSKAN:\nPasal 1\nTKI dilindungi."
    naskah = parse(blocks_of(text))
    before = lint(naskah, state="berlaku", on=date(2016, 1, 1))
    after = lint(naskah, state="berlaku", on=date(2018, 1, 1))
    assert "PD-85" not in {finding.rule for finding in before}
    assert "PD-85" in {finding.rule for finding in after}


def test_the_page_on_the_linter_lists_every_rule_as_it_is() -> None:
    page = (Path(__file__).parents[2] / "docs" / "lint.md").read_text(encoding="utf-8")
    rows = [
        line.strip("| ").split(" | ") for line in page.splitlines() if line.startswith(("| PD-", "| PR-"))
    ]
    listed = {row[0]: (row[2], row[3]) for row in rows}
    assert listed == {rule.id: (rule.severity, rule.source or "our own care for the file") for rule in RULES}
