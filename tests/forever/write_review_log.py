"""Write the log with the facts of the review: `python tests/forever/write_review_log.py 0.1.0-pembahasan`.

What its draft comes to is written by hand beside it, in `akhir.json`.
"""

import sys
from collections.abc import Iterator
from datetime import date

from write_log import (
    ANGGOTA,
    DRAFT,
    KADES,
    KETUA,
    LOG,
    OLD,
    PENYUSUN,
    SEKDES,
    Told,
    _file,
    _version,
    write_release,
)

from perdes_flow.domain import events as e
from perdes_flow.domain.acts import Actor


def main(release: str) -> None:
    write_release(release, [*_beginning(), *_review()], checkpoints=(5, 12), erased=10)


def _beginning() -> Iterator[Told]:
    village = e.VillageRegistered(
        village=LOG, desa="Sumberagung", kecamatan="Gandusari", kabupaten="Kabupaten Blitar"
    )
    yield SEKDES, None, village
    people: list[tuple[Actor, str]] = [(ANGGOTA, "anggota"), (KETUA, "ketua")]
    for actor, nickname in people:
        person = e.PersonAdded(person=actor.person, nickname=nickname, name=f"Pemegang jabatan {nickname}")
        yield SEKDES, None, person
    started = e.DraftStarted(
        title="Pelindungan Pekerja Migran Indonesia",
        jenis="umum",
        asal="lembaga",
        prakarsa="pemdes",
        workflow=OLD,
        state="pembahasan",
        on=date(2023, 10, 9),
    )
    yield PENYUSUN, DRAFT, started
    yield PENYUSUN, DRAFT, _version(1, "Raperdes PMI.docx", 30, "")


def _review() -> Iterator[Told]:
    yield ANGGOTA, DRAFT, e.CommentOpened(comment=1, version=1, address="Pasal 9", text="Salah ketik?")
    yield ANGGOTA, DRAFT, e.CommentWithdrawn(comment=1, reason="Sudah benar.")
    yield ANGGOTA, DRAFT, e.CommentOpened(comment=2, version=1, address="Naskah", text="Sebut nama orang.")
    yield KETUA, DRAFT, e.CommentHidden(comment=2, reason="Memuat data pribadi.")
    yield KADES, DRAFT, e.CommentReplied(comment=2, text="Akan dijawab.")
    received = e.FileReceived(
        version=1,
        basis="isi",
        file_sha256=_file("balik"),
        file_name="Raperdes PMI (balik).docx",
        size_bytes=48_213,
        comments=2,
        changes=2,
        silent=1,
    )
    yield ANGGOTA, DRAFT, received
    comment = e.CommentReceived(
        comment=3,
        version=1,
        address="Pasal 6 ayat (2)",
        paragraph=41,
        quote="3 (tiga) hari kerja",
        text="Terlalu lama.\nMohon dua hari.",
        word_author="Anggota BPD",
        written_at="2023-10-20T09:00:00Z",
        file_words="tiga hari",
    )
    yield ANGGOTA, DRAFT, comment
    yield ANGGOTA, DRAFT, e.ReplyReceived(comment=3, text="Setuju.", word_author="Anggota BPD 2")
    for number, silent in ((1, False), (2, True), (3, False), (4, False)):
        suggestion = e.SuggestionMade(
            suggestion=number,
            version=1,
            address=f"Pasal {number}",
            paragraph=number,
            quote="Bunyi lama.\nBaris kedua." if number < 4 else "",
            text="Bunyi baru." if number > 1 else "",
            reason="Lebih jelas.",
            word_author="Anggota BPD",
            silent=silent,
        )
        yield ANGGOTA, DRAFT, suggestion
    yield PENYUSUN, DRAFT, _version(2, "Raperdes PMI (usul).docx", 30, "")
    yield PENYUSUN, DRAFT, e.SuggestionTaken(suggestion=2, version=2)
    yield PENYUSUN, DRAFT, e.SuggestionRefused(suggestion=1, reason="Masih diperlukan.")
    yield ANGGOTA, DRAFT, e.SuggestionWithdrawn(suggestion=3, reason="Keliru.")


if __name__ == "__main__":
    main(sys.argv[1])
