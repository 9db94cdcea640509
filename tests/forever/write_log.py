"""Write the log that stands for one release: `python tests/forever/write_log.py 0.1.0`. Never over one that is there.

Every kind of fact occurs in it. What its draft and village come to is written by hand beside it, in `akhir.json`.
"""

import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from perdes_flow.domain import events as e
from perdes_flow.domain.acts import THE_SYSTEM, Act, Actor
from perdes_flow.domain.chain import GENESIS, Record, link
from perdes_flow.domain.checkpoint import checkpoint_of, key_text, origin_of, signed_note
from perdes_flow.domain.export import lines
from perdes_flow.domain.values import Role, WorkflowPin
from perdes_flow.storage.keys import LogKey

HERE = Path(__file__).parent
LOG, DRAFT, WITHDRAWN = "sumberagung", "pelindungan-pmi", "pungutan-pasar"
CHECKPOINTS = (20, 43)  # records signed for, besides the whole log
ERASED = 31  # what a resident said, erased at his request

PENYUSUN, KADES, SEKDES = (
    Actor("o001", Role.PENYUSUN),
    Actor("o002", Role.KADES),
    Actor("o003", Role.SEKDES),
)
KETUA, SEKRETARIS, ANGGOTA = (
    Actor("o004", Role.KETUA_BPD),
    Actor("o005", Role.SEKRETARIS_BPD),
    Actor("o006", Role.ANGGOTA_BPD),
)
EVALUATOR = Actor("o007", Role.EVALUATOR)
OLD, NEW = (
    WorkflowPin(id="perdes", version=v, sha256=sha256(v.encode()).hexdigest()) for v in ("1.0", "1.1")
)

Told = tuple[Actor, str | None, e.Fact]


def main(release: str) -> None:
    told = [*_village(), *_draft(), *_other()]
    write_release(release, told, checkpoints=CHECKPOINTS, erased=ERASED)


def write_release(release: str, told: list[Told], *, checkpoints: tuple[int, ...], erased: int) -> None:
    """The log, the key and the checkpoints of a release, in a folder of its own."""
    folder = HERE / release
    folder.mkdir()  # an error if it is there: a log that was released is never written again
    key = LogKey.from_seed(origin_of(LOG), sha256(b"kunci contoh, bukan rahasia").digest())
    records = _recorded(told)
    (folder / "kunci.txt").write_text(key_text(key) + "\n", encoding="utf-8", newline="\n")
    for size in (*checkpoints, len(records)):
        note = signed_note(checkpoint_of(records[:size]), origin_of(LOG), key)
        (folder / f"titik-{size:03d}.txt").write_text(note, encoding="utf-8", newline="\n")
    records[erased - 1] = records[erased - 1]._replace(payload=None, salt=None)
    (folder / "catatan.jsonl").write_bytes(b"".join(lines(records, log=LOG)))


def _recorded(told: list[Told]) -> list[Record]:
    records: list[Record] = []
    at = datetime(2023, 10, 9, 2, 0, tzinfo=UTC)
    for seq, (by, draft, fact) in enumerate(told, start=1):
        # once the server's clock was set back: the order is that of the numbers
        act = Act(at + timedelta(hours=7 * seq - (100 if seq == 25 else 0)), by, draft, fact)
        salt = sha256(b"garam %d" % seq).digest()
        prev = records[-1].hash if records else GENESIS
        records.append(link(act, log=LOG, seq=seq, prev=prev, salt=salt))
    return records


def _village() -> Iterator[Told]:
    since = date(2019, 8, 1)
    yield (
        SEKDES,
        None,
        e.VillageRegistered(
            village=LOG, desa="Sumberagung", kecamatan="Gandusari", kabupaten="Kabupaten Blitar", zone="WIB"
        ),
    )
    for actor, nickname in (
        (PENYUSUN, "penyusun"),
        (KADES, "kades"),
        (SEKDES, "sekdes"),
        (KETUA, "ketua"),
        (SEKRETARIS, "sekretaris"),
        (ANGGOTA, "anggota"),
        (EVALUATOR, "evaluator"),
    ):
        yield (
            SEKDES,
            None,
            e.PersonAdded(person=actor.person, nickname=nickname, name=f"Pemegang jabatan {nickname}"),
        )
        yield (
            SEKDES,
            None,
            e.OfficeAssigned(
                person=actor.person, office=actor.role, since=since, decree="SK Bupati 188/409/2019"
            ),
        )
    yield (
        SEKDES,
        None,
        e.OfficeAssigned(
            person="o003",
            office=Role.KADES,
            since=date(2023, 9, 1),
            until=date(2023, 9, 30),
            decree="SK Bupati 188/512/2023",
            acting=True,
        ),
    )
    yield (
        SEKDES,
        None,
        e.OfficeEnded(person="o006", office=Role.ANGGOTA_BPD, on=date(2023, 12, 31), reason="Pindah"),
    )
    yield SEKDES, None, e.SettingsChanged(half_plus_one="up", max_postponements=1, overlay="blitar")


def _draft() -> Iterator[Told]:
    yield (
        PENYUSUN,
        DRAFT,
        e.DraftStarted(
            title="Pelindungan Pekerja Migran Indonesia",
            jenis="umum",
            asal="lembaga",
            prakarsa="bpd",
            workflow=OLD,
            state="penyusunan",
            on=date(2023, 10, 9),
        ),
    )
    yield (
        PENYUSUN,
        DRAFT,
        _version(1, "Raperdes PMI (usulan) ½.docx", 30, "“Usulan awal”\n\tdari KOPI \\ Infest 😀"),
    )
    yield SEKDES, DRAFT, e.WorkflowMigrated(old=OLD, new=NEW, reason="Peraturan kabupaten yang baru")
    yield PENYUSUN, DRAFT, _step("ajukan", "penyusunan", "pembahasan", 10)
    yield (
        ANGGOTA,
        DRAFT,
        e.CommentOpened(
            comment=1,
            version=1,
            address="Pasal 5 ayat (2)",
            quote="biaya penempatan",
            text="Siapa yang menanggung?",
        ),
    )
    yield KADES, DRAFT, e.CommentReplied(comment=1, text="Calon pekerja tidak dibebani.")
    yield KADES, DRAFT, e.CommentAnswered(comment=1, outcome="sebagian", reason="Diperjelas dalam Pasal 6.")
    yield ANGGOTA, DRAFT, e.CommentResolved(comment=1)
    yield ANGGOTA, DRAFT, e.CommentReopened(comment=1, reason="Pasal 6 belum menyebut denda.")
    yield KADES, DRAFT, e.CommentAnswered(comment=1, outcome="diterima", reason="Denda ditambahkan.")
    yield ANGGOTA, DRAFT, e.CommentResolved(comment=1)
    yield (
        KETUA,
        DRAFT,
        e.CommentOpened(comment=2, version=1, address="Pasal 9", text="Salah ketik.", weight="biasa"),
    )
    yield KETUA, DRAFT, e.CommentReplied(comment=2, text="Disampaikan oleh warga.")
    yield PENYUSUN, DRAFT, _version(2, "Raperdes PMI (perbaikan).docx", 31, "")
    yield from _meetings()
    yield from _enactment()


def _meetings() -> Iterator[Told]:
    yield KETUA, DRAFT, _meeting(1, 1, "internal", 14)
    yield SEKRETARIS, DRAFT, e.MeetingClosed(meeting=1, outcome="ditunda")
    yield KETUA, DRAFT, _meeting(2, 2, "bersama", 21)
    yield SEKRETARIS, DRAFT, e.AttendanceRecorded(meeting=2, present=("o004", "o005"), residents=12)
    yield SEKRETARIS, DRAFT, e.AttendanceRecorded(meeting=2, present=("o004", "o005", "o006"), residents=12)
    yield KETUA, DRAFT, e.VoteCast(meeting=2, member="o004", choice="setuju", version=2, text_sha256=_text(2))
    yield (
        SEKRETARIS,
        DRAFT,
        e.VoteCast(meeting=2, member="o005", choice="tidak", version=2, text_sha256=_text(2)),
    )
    yield (
        ANGGOTA,
        DRAFT,
        e.VoteCast(meeting=2, member="o006", choice="abstain", version=2, text_sha256=_text(2)),
    )
    yield KETUA, DRAFT, e.MufakatReached(meeting=2, version=2, text_sha256=_text(2))
    yield (
        SEKRETARIS,
        DRAFT,
        e.MinutesRecorded(meeting=2, text="Pembahasan berjalan tertib; mufakat tercapai."),
    )
    yield SEKRETARIS, DRAFT, e.MeetingClosed(meeting=2, outcome="mufakat")


def _enactment() -> Iterator[Told]:
    yield (
        SEKRETARIS,
        DRAFT,
        e.DocumentFiled(
            kind="berita_acara",
            file_sha256=_file("ba"),
            suffix=".pdf",
            nomor="01/BA/2023",
            dated=date(2023, 11, 21),
        ),
    )
    yield (
        KETUA,
        DRAFT,
        e.AgreementReached(
            version=2,
            docx_sha256=_file("v2"),
            text_sha256=_text(2),
            meeting=2,
            nomor="05/KEP/BPD/2023",
            on=date(2023, 11, 21),
            members=3,
            present=3,
            yes=3,
            by_mufakat=True,
        ),
    )
    yield KETUA, DRAFT, _step("sepakati", "pembahasan", "disepakati", 21, due=date(2023, 11, 28))
    yield (
        KADES,
        DRAFT,
        e.PenetapanRecorded(
            version=2,
            docx_sha256=_file("v2"),
            text_sha256=_text(2),
            nomor=7,
            tahun=2023,
            on=date(2023, 11, 27),
        ),
    )
    yield KADES, DRAFT, _step("tetapkan", "disepakati", "penetapan", 27)
    yield (
        SEKDES,
        DRAFT,
        e.PengundanganRecorded(
            version=2,
            docx_sha256=_file("v2"),
            text_sha256=_text(2),
            gazette="lembaran_desa",
            nomor=7,
            gazette_nomor=4,
            tahun=2023,
            on=date(2023, 11, 28),
        ),
    )
    yield SEKDES, DRAFT, _step("undangkan", "penetapan", "diundangkan", 28)
    yield (
        KADES,
        DRAFT,
        e.ReportedToBupati(about="klarifikasi", nomor="188/90/409.56/2023", on=date(2023, 12, 4)),
    )
    yield (
        EVALUATOR,
        DRAFT,
        e.ClarificationDecided(outcome="sesuai", nomor="188/1203/2023", on=date(2023, 12, 20)),
    )
    yield THE_SYSTEM, DRAFT, _step("berlaku", "diundangkan", "berlaku", 30, silence=True)


def _other() -> Iterator[Told]:
    yield (
        KADES,
        WITHDRAWN,
        e.DraftStarted(
            title="Pungutan Pasar Desa",
            jenis="pungutan",
            asal="pemdes",
            prakarsa="pemdes",
            workflow=NEW,
            state="evaluasi",
            on=date(2023, 12, 1),
        ),
    )
    yield (
        EVALUATOR,
        WITHDRAWN,
        e.EvaluationDecided(outcome="koreksi", nomor="188/1300/2023", on=date(2023, 12, 22)),
    )
    yield KADES, WITHDRAWN, e.ConsentGiven(party="pemdes", to="tarik", on=date(2023, 12, 28))
    yield KETUA, WITHDRAWN, e.ConsentGiven(party="bpd", to="tarik", on=date(2023, 12, 29))


def _version(number: int, file_name: str, pasal: int, note: str) -> e.VersionSubmitted:
    return e.VersionSubmitted(
        version=number,
        docx_sha256=_file(f"v{number}"),
        text_sha256=_text(number),
        size_bytes=48_213,
        file_name=file_name,
        open_revisions=number,
        open_comments=0,
        pasal=pasal,
        note=note,
    )


def _meeting(number: int, version: int, kind: str, day: int) -> e.MeetingOpened:
    return e.MeetingOpened.model_validate(
        {
            "meeting": number,
            "kind": kind,
            "on": date(2023, 11, day),
            "place": "Balai Desa",
            "version": version,
            "docx_sha256": _file(f"v{version}"),
            "text_sha256": _text(version),
        }
    )


def _step(
    step: str, source: str, target: str, day: int, *, due: date | None = None, silence: bool = False
) -> e.StepTaken:
    return e.StepTaken(
        step=step,
        source=source,
        target=target,
        on=date(2023, 11, day),
        counted_from=date(2023, 11, day),
        law=("Permendagri 111/2014 Pasal 7",),
        checked=("no_open_comments",),
        documents=("surat_pengantar",),
        by_silence=silence,
        due=due,
        calendar="2023.1",
    )


def _file(name: str) -> str:
    return sha256(f"berkas {name}".encode()).hexdigest()


def _text(version: int) -> str:
    return sha256(f"teks {version}".encode()).hexdigest()


if __name__ == "__main__":
    main(sys.argv[1])
