"""The tables of national holidays: what is in them, and what is refused."""

from datetime import date
from pathlib import Path

import pytest

from perdes_flow.errors import CalendarUnreadable
from perdes_flow.workflow.holidays_table import load_calendar, read_table

TABLES = Path(__file__).parents[2] / "workflows" / "holidays"
GOOD = """\
year: 2026
version: "2026.1"
status: ditetapkan
decrees:
  - nomor: Nomor 1 Tahun 2025
    tanggal: 2025-09-19
    perihal: Contoh
    mark: U
libur_nasional:
  2026-01-01: Tahun Baru
cuti_bersama:
  2026-12-24: Cuti bersama
"""


def test_the_tables_cover_2023_to_2027() -> None:
    calendar = load_calendar(TABLES)
    assert calendar.coverage == (2023, 2027)
    assert calendar.version == "2023.1+2024.1+2025.1+2026.1+2027.1"
    assert [year for year, table in calendar.tables.items() if table.estimated] == [2027]


@pytest.mark.parametrize(
    ("year", "libur", "cuti"),
    # as announced with each Keputusan Bersama; 2024 with two days of elections
    [(2023, 16, 11), (2024, 17 + 2, 10), (2025, 17, 11), (2026, 17, 8), (2027, 18, 8)],
)
def test_a_year_has_as_many_days_as_were_announced(year: int, libur: int, cuti: int) -> None:
    table = read_table(TABLES / f"{year}.yaml")
    assert (len(table.libur_nasional), len(table.cuti_bersama)) == (libur, cuti)


@pytest.mark.parametrize("year", [2023, 2024, 2025, 2026])
def test_the_days_are_those_of_an_independent_source(year: int) -> None:
    library = pytest.importorskip("holidays", reason="python-holidays is not installed")
    table = read_table(TABLES / f"{year}.yaml")
    assert table.libur_nasional.keys() == set(library.Indonesia(years=year, categories="public"))
    assert table.cuti_bersama.keys() == set(library.Indonesia(years=year, categories="government"))


def test_every_table_names_the_decree_it_rests_on() -> None:
    for path in TABLES.glob("*.yaml"):
        table = read_table(path)
        assert table.decrees, path.name
        # what is not sure may not count as decreed
        assert table.status == "perkiraan" or all(decree.mark == "V" for decree in table.decrees)


def test_no_cuti_bersama_is_wasted_on_a_weekend() -> None:
    for path in TABLES.glob("*.yaml"):
        assert [day for day in read_table(path).cuti_bersama if day.weekday() > 4] == []


def _refused(folder: Path, text: str, name: str = "2026.yaml") -> CalendarUnreadable:
    (folder / name).write_text(text, encoding="utf-8")
    with pytest.raises(CalendarUnreadable) as caught:
        load_calendar(folder)
    return caught.value


def test_a_table_in_order_is_read(tmp_path: Path) -> None:
    (tmp_path / "2026.yaml").write_text(GOOD, encoding="utf-8")
    calendar = load_calendar(tmp_path)
    assert calendar.holidays == {date(2026, 1, 1): "Tahun Baru", date(2026, 12, 24): "Cuti bersama"}
    assert calendar.version == "2026.1"


@pytest.mark.parametrize(
    ("old", "new", "line", "problem"),
    [
        ("status: ditetapkan\n", "", 1, "“status” belum diisi"),
        (
            "status: ditetapkan",
            "status: pasti",
            3,
            "isi “status” tidak sesuai; lihat tabel tahun lain sebagai contoh",
        ),
        (
            "  2026-12-24",
            "  2026-02-30",
            12,
            "isi “cuti_bersama.2026-02-30” tidak sesuai; lihat tabel tahun lain sebagai contoh",
        ),
        ("cuti_bersama:", "cuti_bersma:", 1, "“cuti_bersama” belum diisi"),
        ("status:", "warna: biru\nstatus:", 3, "“warna” tidak dikenal"),
        ("  2026-12-24", "  2027-12-24", 12, "24 Desember 2027 bukan hari dalam tahun 2026"),
        ("  2026-12-24", "  2026-01-01", 12, "1 Januari 2026 sudah tertulis sebagai libur nasional"),
        ('"2026.1"', '"2025.1"', 2, "version harus dimulai dengan 2026., misalnya 2026.1"),
        ("year: 2026", "year: 2026\nyear: 2027", 2, "kunci “year” ditulis dua kali; hapus salah satunya"),
        (
            "  2026-01-01: Tahun Baru",
            "  2026-01-01: Tahun Baru\n  2026-01-01: Tahun Baru",
            11,
            "kunci “2026-01-01” ditulis dua kali; hapus salah satunya",
        ),
    ],
)
def test_a_mistake_in_a_table_is_named_with_its_line(
    tmp_path: Path, old: str, new: str, line: int, problem: str
) -> None:
    assert GOOD.count(old) == 1
    refusal = _refused(tmp_path, GOOD.replace(old, new))
    assert (refusal.file, refusal.line, refusal.problem) == ("2026.yaml", line, problem)


def test_a_table_without_decree_may_only_be_an_estimate(tmp_path: Path) -> None:
    without = "".join(
        line for line in GOOD.splitlines(keepends=True) if not line.startswith(("decrees", "  -", "    "))
    )
    assert "decrees" in _refused(tmp_path, without).problem
    (tmp_path / "2026.yaml").write_text(without.replace("ditetapkan", "perkiraan"), encoding="utf-8")
    assert load_calendar(tmp_path).tables[2026].estimated


def test_a_file_is_named_by_its_year(tmp_path: Path) -> None:
    refusal = _refused(tmp_path, GOOD, name="2025.yaml")
    assert (refusal.line, refusal.problem) == (
        1,
        "nama berkas tidak sesuai dengan tahun 2026; namai 2026.yaml",
    )


@pytest.mark.parametrize(
    "text", ["", "- satu\n- dua\n", "year: [2026\n", "a: &x 1\nb: *x\n", "!!python/object:os.system {}\n"]
)
def test_a_file_that_is_no_table_is_refused(tmp_path: Path, text: str) -> None:
    assert _refused(tmp_path, text).code == "kalender_tidak_terbaca"


def test_a_folder_without_tables_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CalendarUnreadable):
        load_calendar(tmp_path)
    with pytest.raises(CalendarUnreadable):
        load_calendar(tmp_path / "tidak-ada")


def test_a_folder_in_place_of_a_table_is_refused(tmp_path: Path) -> None:
    (tmp_path / "2026.yaml").mkdir()
    with pytest.raises(CalendarUnreadable):
        load_calendar(tmp_path)
