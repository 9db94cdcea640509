"""The demo: one draft through the whole procedure, the same every time."""

import json
from pathlib import Path

import pytest

from .conftest import Perdes

docx = pytest.importorskip("docx")


def test_the_demo_ends_in_berlaku_and_says_where_everything_is(perdes: Perdes, tmp_path: Path) -> None:
    said = perdes("demo", "desa", cwd=tmp_path)
    assert said.code == 0, said.err
    assert "kini berstatus Berlaku" in said.out
    for name in ("redline-v1-v2.docx", "redline-v2-v3.docx", "redline-v3-v4.docx", "catatan.jsonl"):
        assert name in said.out
        assert (tmp_path / "desa" / name).is_file()
    versions = sorted(
        path.name[:4] for path in (tmp_path / "desa/drafts/sumberagung/pelindungan-pmi").glob("v*.docx")
    )
    assert versions == ["v001", "v002", "v003", "v004"]


def test_the_demo_shows_refusals_with_their_law_and_how_they_are_cured(demo: Path, perdes: Perdes) -> None:
    said = perdes("demo", str(demo))
    refused = said.out.split("DITOLAK.")[1:]
    assert len(refused) >= 2
    assert any("UU 6/2014 Pasal 69 ayat (9)" in text for text in refused)
    assert any(
        "Kuorum belum tercapai: hadir 5 dari 9 anggota, perlu 6. Dasar: Permendagri 110/2016 Pasal 37 ayat (3) huruf b"
        in text
        for text in refused
    )


def test_the_demo_prints_the_same_bytes_again(perdes: Perdes, tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    first.mkdir()
    second.mkdir()
    once = perdes("demo", "desa", "--json", cwd=first)
    again_elsewhere = perdes("demo", "desa", "--json", cwd=second)
    again_here = perdes("demo", "desa", "--json", cwd=first)
    assert once.code == again_elsewhere.code == again_here.code == 0
    assert once.out == again_elsewhere.out == again_here.out
    scenes = json.loads(once.out)["scenes"]
    assert scenes[-1]["state"] == "berlaku"
    assert sum(1 for scene in scenes if scene["refusal"]) >= 2


def test_the_demo_leaves_a_folder_alone_that_holds_something_else(perdes: Perdes, tmp_path: Path) -> None:
    (tmp_path / "desa").mkdir()
    (tmp_path / "desa" / "surat.txt").write_text("penting", "utf-8")
    said = perdes("demo", "desa", cwd=tmp_path)
    assert said.code == 1
    assert said.err.count("\n") == 1
    assert "sudah berisi" in said.err
    assert [path.name for path in (tmp_path / "desa").iterdir()] == ["surat.txt"]
    assert [path.name for path in tmp_path.iterdir()] == ["desa"]


def test_every_file_of_the_demo_opens_in_another_program(demo: Path) -> None:
    found = sorted(demo.rglob("*.docx"))
    assert len(found) >= 20
    for path in found:
        assert docx.Document(str(path)).element.body is not None
