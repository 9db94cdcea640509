"""Private notes: kept once, numbered per person, shown to nobody else, gone when thrown away."""

from dataclasses import replace
from datetime import UTC, datetime

from storage.samples import VILLAGE

from perdes_flow.ports import PrivateNote
from perdes_flow.storage.notes import DjangoNotes

NOTE = PrivateNote(
    0, "pmi", "o004", 2, "Pasal 5", "", "Tanyakan dasar hukumnya.", datetime(2026, 2, 1, 2, tzinfo=UTC)
)


def test_notes_are_numbered_for_each_person_and_draft(database: str) -> None:
    notes = DjangoNotes(VILLAGE, using=database)
    assert notes.keep(NOTE, key="a") == replace(NOTE, number=1)
    assert notes.keep(replace(NOTE, text="Kedua."), key="b").number == 2
    assert notes.keep(replace(NOTE, person="o005"), key="c").number == 1
    assert [note.text for note in notes.of("pmi", "o004")] == ["Tanyakan dasar hukumnya.", "Kedua."]
    assert notes.of("lain", "o004") == ()
    assert DjangoNotes("desa-lain", using=database).of("pmi", "o004") == ()


def test_the_same_request_keeps_one_note(database: str) -> None:
    notes = DjangoNotes(VILLAGE, using=database)
    assert notes.keep(NOTE, key="a") == notes.keep(NOTE, key="a")
    assert len(notes.of("pmi", "o004")) == 1


def test_a_note_thrown_away_is_gone(database: str) -> None:
    notes = DjangoNotes(VILLAGE, using=database)
    kept = notes.keep(NOTE, key="a")
    notes.drop(kept)
    notes.drop(kept)
    assert notes.of("pmi", "o004") == ()
