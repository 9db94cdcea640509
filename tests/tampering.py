"""A village's log for the tests, and what a dishonest keeper might do to it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random

from perdes_flow.domain import events as e
from perdes_flow.domain.acts import Act, Actor
from perdes_flow.domain.chain import GENESIS, Record, link
from perdes_flow.domain.checkpoint import checkpoint_of, key_text, origin_of, signed_note
from perdes_flow.domain.export import lines
from perdes_flow.domain.values import Role, WorkflowPin, sha256_of
from perdes_flow.storage.keys import LogKey

LOG = "sumberagung"
KEY = LogKey.from_seed(origin_of(LOG), b"\x07" * 32)
KEY_TEXT = key_text(KEY)
KADES, SEKDES = Actor("o001", Role.KADES), Actor("o002", Role.SEKDES)


def story() -> list[Act]:
    """Twelve acts: people, a draft with a version, a comment with letters of all sorts, a meeting with votes."""
    version = e.VersionSubmitted(
        version=1,
        docx_sha256=sha256_of(b"naskah"),
        text_sha256=sha256_of(b"teks"),
        size_bytes=48_213,
        file_name="Raperdes “PMI”.docx",
        open_revisions=0,
        open_comments=0,
        pasal=30,
    )
    text = sha256_of(b"teks")
    facts: list[e.Fact] = [
        e.VillageRegistered(
            village=LOG, desa="Sumberagung", kecamatan="Gandusari", kabupaten="Kabupaten Blitar"
        ),
        e.PersonAdded(person="o001", nickname="kades", name="Kepala Desa"),
        e.PersonAdded(person="o002", nickname="sekdes", name="Sekretaris Desa"),
        e.DraftStarted(
            title="Pelindungan Pekerja Migran Indonesia",
            jenis="umum",
            asal="lembaga",
            prakarsa="bpd",
            workflow=WorkflowPin(id="perdes", version="1.0", sha256=sha256_of(b"alur")),
            state="penyusunan",
            on=date(2023, 10, 9),
        ),
        version,
        e.CommentOpened(
            comment=1, version=1, address="Pasal 5 ayat (2)", text='“biaya”\n\t\\ "½" é 😀 \u2028 \x7f'
        ),
        e.CommentAnswered(comment=1, outcome="sebagian", reason="Diperbaiki."),
        e.MeetingOpened(
            meeting=1,
            kind="bersama",
            on=date(2023, 11, 1),
            place="Balai Desa",
            version=1,
            docx_sha256=sha256_of(b"naskah"),
            text_sha256=text,
        ),
        e.AttendanceRecorded(meeting=1, present=("o001", "o002")),
        e.VoteCast(meeting=1, member="o002", choice="setuju", version=1, text_sha256=text),
        e.DocumentFiled(kind="berita_acara", file_sha256=sha256_of(b"berita acara"), suffix=".pdf"),
        e.MeetingClosed(meeting=1, outcome="disetujui"),
    ]
    start = datetime(2023, 10, 9, 2, 0, tzinfo=UTC)
    return [
        Act(start + timedelta(hours=n), SEKDES, None if n < 3 else "pelindungan-pmi", fact)
        for n, fact in enumerate(facts)
    ]


def chained(acts: Sequence[Act]) -> list[Record]:
    """The acts as a whole log."""
    records: list[Record] = []
    for seq, act in enumerate(acts, start=1):
        prev = records[-1].hash if records else GENESIS
        records.append(link(act, log=LOG, seq=seq, prev=prev, salt=bytes([seq]) * 32))
    return records


def exported(records: Sequence[Record]) -> bytes:
    return b"".join(lines(records, log=LOG))


def note_of(records: Sequence[Record]) -> str:
    """A checkpoint of these records, signed by the village's key."""
    return signed_note(checkpoint_of(records), origin_of(LOG), KEY)


def honest() -> list[Record]:
    """The whole log, one payload erased as the law on personal data asks."""
    records = chained(story())
    records[1] = records[1]._replace(payload=None, salt=None)
    return records


def changed_characters(log: bytes, count: int, seed: int = 2023) -> Iterator[tuple[str, bytes]]:
    """One character replaced, left out, or put in, at random places: anywhere, line feeds and closing line too."""
    random, text = Random(seed), log.decode("utf-8")
    letters = sorted({*text, *'0123456789abcdefABCDEF "{}[]:,\\\n\r\tz\u00e9-+.'})
    for number in range(count):
        at, letter = random.randrange(len(text)), random.choice(letters)
        match number % 3:
            case 0 if letter != text[at]:
                yield f"{letter!r} for {text[at]!r} at {at}", _bytes(text[:at], letter, text[at + 1 :])
            case 1:
                yield f"without {text[at]!r} at {at}", _bytes(text[:at], text[at + 1 :])
            case _:
                yield f"with {letter!r} at {at}", _bytes(text[:at], letter, text[at:])


def _bytes(*parts: str) -> bytes:
    return "".join(parts).encode("utf-8")


def clumsy(log: bytes) -> Iterator[tuple[str, bytes]]:
    """Whole records deleted, swapped, inserted, repeated, the tail cut: every place, nothing rewritten around it."""
    every = log.splitlines(keepends=True)
    for n in range(len(every)):
        yield f"line {n + 1} deleted", b"".join(every[:n] + every[n + 1 :])
        yield f"line {n + 1} repeated", b"".join(every[: n + 1] + every[n:])
        yield f"cut before line {n + 1}", b"".join(every[:n])
        for m in range(n):
            swapped = [*every]
            swapped[n], swapped[m] = every[m], every[n]
            yield f"lines {m + 1} and {n + 1} swapped", b"".join(swapped)
            yield f"line {m + 1} inserted at {n + 1}", b"".join([*every[:n], every[m], *every[n:]])
    yield "cut within the last line", log[:-1]
    yield "cut within a line", log[:2_000]
    yield "a blank line at the end", log + b"\n"
    yield "a blank line before", b"\n" + log
    yield "a byte order mark", b"\xef\xbb\xbf" + log
    yield "line ends of Windows", log.replace(b"\n", b"\r\n")
    yield "closed twice", log + every[-1]
    yield "nothing at all", b""


def ambiguous(log: bytes) -> Iterator[tuple[str, bytes]]:
    """The same values written otherwise, or values that some readers take for others."""
    for name, old, new in [
        ("a space between tokens", b'":', b'": '),
        ("a fraction", b'"seq":1,', b'"seq":1.0,'),
        ("an exponent", b'"seq":1,', b'"seq":1e0,'),
        ("a number as text", b'"seq":1,', b'"seq":"1",'),
        ("true for one", b'"v":1,', b'"v":true,'),
        ("a key twice", b'"v":1,', b'"v":1,"v":1,'),
        ("another form", b'"v":1,', b'"v":2,'),
        ("a key too many", b'"v":1,', b'"v":1,"w":1,'),
        ("an escaped letter", b"sumberagung", b"\\u0073umberagung"),
        ("capital digits", b'"salt":"0', b'"salt":"A'),
        ("an empty salt", b'"salt":"' + b"01" * 32, b'"salt":"'),
        ("null for a name", b'"actor":"o002"', b'"actor":null'),
        ("no key", b'"v":1,', b""),
    ]:
        assert old in log
        yield name, log.replace(old, new, 1)


def rewritten() -> Iterator[tuple[str, list[Record]]]:
    """The log written anew so that its chain holds: only a checkpoint that somebody else kept shows it."""
    acts = story()
    other_vote = replace(acts[9], fact=acts[9].fact.model_copy(update={"choice": "tidak"}))
    backdated = replace(acts[5], at=acts[4].at)
    yield "a vote turned", chained([*acts[:9], other_vote, *acts[10:]])
    yield "an act deleted", chained(acts[:6] + acts[7:])
    yield "two acts swapped", chained([*acts[:5], acts[6], acts[5], *acts[7:]])
    yield "an act inserted and dated back", chained([*acts[:5], backdated, *acts[5:]])
    yield "the end cut off", chained(acts[:8])
    yield (
        "an old copy restored and continued",
        chained([*acts[:8], *(replace(a, by=KADES) for a in acts[8:]), acts[7]]),
    )
    yield "all deleted", []
