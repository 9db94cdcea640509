"""Quorum and votes for every BPD of 5 to 9 members, against a table counted by hand from the law.

`tabel_kuorum.csv` spells out, for yes = 0, 1, … present: T not agreed, S agreed; `turun` and `naik` are the two
ways to round ½ + 1 of an odd number. Permendagri 110/2016 Pasal 37 ayat (3) huruf b and e.
"""

import csv
from pathlib import Path

import pytest

from perdes_flow.domain.values import Role
from perdes_flow.workflow import engine
from perdes_flow.workflow.cases_form import Line

TABLE = list(
    csv.DictReader((Path(__file__).parent / "tabel_kuorum.csv").read_text(encoding="utf-8").splitlines())
)


def test_the_hand_made_table_is_complete() -> None:
    assert [(int(r["anggota"]), int(r["hadir"])) for r in TABLE] == [
        (n, present) for n in range(5, 10) for present in range(n + 1)
    ]
    assert all(len(r["turun"]) == len(r["naik"]) == int(r["hadir"]) + 1 for r in TABLE)


@pytest.mark.parametrize(("rounding", "column"), [("down", "turun"), ("up", "naik")])
@pytest.mark.parametrize("row", TABLE, ids=lambda r: f"{r['anggota']}-anggota-{r['hadir']}-hadir")
def test_bpd_agrees_exactly_when_the_table_says_so(play, row, rounding, column) -> None:
    members, present = int(row["anggota"]), int(row["hadir"])
    stage = play("pembahasan_bersama", members=9)  # the way there with a full BPD
    for yes, expected in enumerate(row[column]):
        there = play("penyusunan", members=members, rounding=rounding)
        there.draft = stage.draft
        there.play(
            Line.model_validate(
                {"meeting": {"kind": "bersama", "present": present, "yes": yes, "no": present - yes}}
            )
        )
        lacking = {m.code for m in engine.missing(there.situation(Role.KETUA_BPD), "sepakati")}
        agreed = not lacking & {"kuorum", "mufakat_atau_suara"}
        assert ("kuorum" not in lacking) == (row["kuorum"] == "ya")
        assert ("S" if agreed else "T") == expected, f"{yes} setuju dari {present} hadir, {members} anggota"


def test_the_refusal_counts_and_names_what_is_needed(play) -> None:
    stage = play(
        "pembahasan_bersama", {"meeting": {"kind": "bersama", "present": 5, "yes": 2, "no": 3}}, members=9
    )
    lacking = {m.code: m for m in engine.missing(stage.situation(Role.KETUA_BPD), "sepakati")}
    assert lacking["kuorum"].sentence == "Kuorum belum tercapai: hadir 5 dari 9 anggota, perlu 6."
    assert lacking["kuorum"].law == "Permendagri 110/2016 Pasal 37 ayat (3) huruf b"
    assert lacking["mufakat_atau_suara"].sentence == (
        "Belum ada mufakat dan suara belum cukup: setuju 2 dari 5 anggota yang hadir, perlu 3."
    )


def test_mufakat_needs_no_votes_but_still_the_quorum(play) -> None:
    stage = play(
        "pembahasan_bersama", {"meeting": {"kind": "bersama", "present": 5, "mufakat": True}}, members=9
    )
    lacking = {m.code for m in engine.missing(stage.situation(Role.KETUA_BPD), "sepakati")}
    assert "kuorum" in lacking
    assert "mufakat_atau_suara" not in lacking


def test_guests_do_not_count_for_the_quorum(play) -> None:
    stage = play(
        "pembahasan_bersama", {"meeting": {"kind": "bersama", "present": 5, "residents": 100}}, members=9
    )
    lacking = {m.code for m in engine.missing(stage.situation(Role.KETUA_BPD), "sepakati")}
    assert "kuorum" in lacking


def test_a_bpd_without_members_never_has_a_quorum(play) -> None:
    there = play("penyusunan", members=0)
    there.draft = play("pembahasan_bersama").draft
    there.play(Line.model_validate({"meeting": {"kind": "bersama", "mufakat": True}}))
    lacking = {m.code: m for m in engine.missing(there.situation(Role.KETUA_BPD), "sepakati")}
    assert "belum ada anggota BPD yang terdaftar" in lacking["kuorum"].sentence
