"""The versions differ from each other where the README says so, and nowhere else."""

import re

import docx
import pytest
from contoh.contoh_lines import CONTOH, docx_path, shown_lines
from contoh.contoh_units import addresses, places

STEPS = [("v1", "v2"), ("v2", "v3"), ("v3", "v4")]


def moved_to(number: int) -> int:
    """Where Pasal `number` of v2 stands in v3: one inserted as Pasal 10, Pasal 34 moved to Pasal 24."""
    if number == 34:
        return 24
    if number <= 9:
        return number
    if number <= 22:
        return number + 1
    return number + 2 if number <= 33 else number + 1


def renumbered(text: str) -> str:
    # Pasal 42 is one of UU 18/2017
    return re.sub(r"Pasal (\d+)(?! Undang)", lambda match: f"Pasal {moved_to(int(match[1]))}", text)


def places_of(version: str) -> dict[str, str]:
    header = docx.Document(str(docx_path(version))).sections[0].header.paragraphs[0].text
    return {"Kepala halaman": header, **places(shown_lines(version))}


def changed_places(old: str, new: str) -> set[str]:
    before, after = places_of(old), places_of(new)
    if (old, new) == ("v2", "v3"):
        before = {renumbered(place): renumbered(text) for place, text in before.items()}
    return {place for place in before.keys() | after.keys() if before.get(place) != after.get(place)}


def told_places(old: str, new: str) -> set[str]:
    readme = (CONTOH / "README.md").read_text(encoding="utf-8")
    section = readme.partition(f"### Perubahan dari {old} ke {new}\n")[2].partition("\n##")[0]
    return set(re.findall(r"^\| ([A-Z][^|]*?) \|", section, re.MULTILINE)) - {"Tempat"}


@pytest.mark.parametrize(("old", "new"), STEPS)
def test_the_readme_tells_every_place_that_changed_and_no_other(old: str, new: str) -> None:
    told = told_places(old, new)
    assert told
    assert {re.sub(r" \(BAB \w+\)", "", place) for place in changed_places(old, new)} == told


def test_the_readme_tells_how_the_pasal_were_renumbered() -> None:
    readme = " ".join((CONTOH / "README.md").read_text(encoding="utf-8").split())
    for first, last in ((10, 22), (23, 33), (35, 38)):
        assert (
            f"Pasal {first} sampai dengan Pasal {last} menjadi "
            f"Pasal {moved_to(first)} sampai dengan Pasal {moved_to(last)}" in readme
        )
    assert f"Pasal 34 menjadi Pasal {moved_to(34)}" in readme


def test_after_the_consultation_an_input_of_residents_is_taken_over() -> None:
    old, new = addresses(shown_lines("v1")), addresses(shown_lines("v2"))
    assert new["Pasal 23 ayat (3)"].startswith("Di luar waktu sebagaimana dimaksud pada ayat (2)")
    assert new["Pasal 23 ayat (4)"] == old["Pasal 23 ayat (3)"]
    assert new["Pasal 19 huruf c"] == "memperoleh salinan dokumen dan Perjanjian Kerja PMI; dan"
    assert new["Pasal 19 huruf d"] == old["Pasal 19 huruf c"]


def test_the_bpd_inserts_a_pasal_moves_one_and_splits_an_ayat() -> None:
    old, new = addresses(shown_lines("v2")), addresses(shown_lines("v3"))
    assert new["Pasal 10 ayat (1)"] not in old.values()
    assert new["Pasal 24 ayat (3)"] == renumbered(old["Pasal 34 ayat (3)"])
    joined = old["Pasal 13 ayat (2)"]
    first, second = new["Pasal 14 ayat (2)"], new["Pasal 14 ayat (3)"]
    assert joined.startswith(first.removesuffix("."))
    assert "disampaikan kepada Dinas paling lambat" in joined
    assert "disampaikan kepada Dinas paling lambat" in second
    assert new["Pasal 14 ayat (4)"] == old["Pasal 13 ayat (3)"]


def test_the_bpd_changes_an_amount_periods_and_adds_a_table_row() -> None:
    old, new = addresses(shown_lines("v2")), addresses(shown_lines("v3"))
    assert "Rp1.000.000,00" in old["Pasal 14 ayat (3) huruf c"]
    assert "Rp1.500.000,00" in new["Pasal 15 ayat (3) huruf c"]
    assert "tenggang waktu 7 (tujuh) hari" in old["Pasal 34 ayat (4)"]
    assert "tenggang waktu 14 (empat belas) hari" in new["Pasal 24 ayat (4)"]
    rows = {
        v: [row.cells[1].text for row in docx.Document(str(docx_path(v))).tables[0].rows]
        for v in ("v2", "v3")
    }
    assert len(rows["v2"]) == 7
    assert rows["v3"][:6] == rows["v2"][:6]
    assert rows["v3"][6].startswith("Pendampingan kepulangan PMI")
    assert rows["v3"][7:] == rows["v2"][6:]
