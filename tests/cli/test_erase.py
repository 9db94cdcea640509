"""perdes erase says what must come first, and writes nothing until then."""

from pathlib import Path

from .conftest import Perdes


def test_what_cannot_be_erased_yet_is_said_in_one_sentence(demo: Path, perdes: Perdes) -> None:
    before = perdes("verify", "--home", str(demo)).out
    there = ("--alasan", "Permintaan warga.", "--home", str(demo), "--as", "sekdes")
    said = perdes("erase", "pelindungan-pmi", "1", *there)
    assert (said.code, said.err.count("\n")) == (1, 1)
    assert "sembunyikan dahulu dengan `perdes hide`" in said.err
    assert "tidak ada" in perdes("erase", "pelindungan-pmi", "99", *there).err
    assert "perdes person end" in perdes("erase", "--orang", "kades", *there).err
    assert perdes("erase", *there).code == 2
    assert perdes("erase", "pelindungan-pmi", "1", "--orang", "kades", *there).code == 2
    assert perdes("verify", "--home", str(demo)).out == before
