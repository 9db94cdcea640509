"""The log of every release is whole for ever, and comes to the same draft for ever."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from any_facts import all_fact_types

from perdes_flow.domain.acts import Act, Actor
from perdes_flow.domain.chain import Record, instant
from perdes_flow.domain.draft import Draft, replay
from perdes_flow.domain.events import fact_from_json
from perdes_flow.domain.export import lines, read
from perdes_flow.domain.values import Role
from perdes_flow.domain.verification import verify_lines
from perdes_flow.domain.village import Village, replay_village
from perdes_flow.publication import periksa_catatan
from perdes_flow.storage.keys import public_key

RELEASES = sorted(path for path in Path(__file__).parent.iterdir() if (path / "catatan.jsonl").is_file())

# Facts added since that log was written; whoever releases tells them in `write_log.py` and empties this.
NOT_YET_RELEASED = frozenset(
    {
        # erasing
        "words_erased",
        "person_erased",
        # sittings and consultation
        "meeting_called",
        "session_opened",
        "guests_attended",
        "opinion_recorded",
        "pasal_mufakat_reached",
        "pasal_vote_cast",
        "problem_recorded",
        "input_received",
        "input_answered",
        "photo_filed",
        "person_described",
        # marks of "setuju"
        "unit_endorsed",
        "endorsement_taken_back",
    }
)


@pytest.fixture(params=RELEASES, ids=lambda path: path.name)
def release(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def test_there_is_a_log_to_keep() -> None:
    assert RELEASES


def test_the_log_of_a_release_is_whole_and_fits_its_checkpoints(release: Path) -> None:
    notes = [path.read_bytes().decode() for path in sorted(release.glob("titik-*.txt"))]
    key = public_key((release / "kunci.txt").read_text(encoding="utf-8"))
    assert len(notes) == 3
    with (release / "catatan.jsonl").open("rb") as log:
        assert verify_lines(log, key, notes) == ()


def test_the_verifier_of_today_accepts_the_log_of_a_release(release: Path) -> None:
    notes = [str(path) for path in sorted(release.glob("titik-*.txt"))]
    key, log = str(release / "kunci.txt"), str(release / "catatan.jsonl")
    assert periksa_catatan.main([log, "--key", key, "--checkpoint", *notes]) == 0


def test_the_log_of_a_release_is_written_again_to_the_same_bytes(release: Path) -> None:
    log = (release / "catatan.jsonl").read_bytes()
    records = read(log.splitlines(keepends=True))
    assert b"".join(lines(records, log=records[0].leaf.log)) == log


def test_the_log_of_a_release_comes_to_what_was_written_down_then(release: Path) -> None:
    expected = json.loads((release / "akhir.json").read_text(encoding="utf-8"))
    acts = list(_acts(read((release / "catatan.jsonl").read_bytes().splitlines(keepends=True))))
    assert _village(replay_village(act for act in acts if act.draft is None)) == expected["desa"]
    names = list(dict.fromkeys(act.draft for act in acts if act.draft))
    drafts = {name: replay(act for act in acts if act.draft == name) for name in names}
    assert {name: _draft(draft) for name, draft in drafts.items() if draft} == expected["rancangan"]


def test_every_kind_of_fact_is_in_one_of_the_logs_or_waits_for_the_next_release() -> None:
    logs = [read((path / "catatan.jsonl").read_bytes().splitlines(keepends=True)) for path in RELEASES]
    told = {record.leaf.type for log in logs for record in log}
    assert {kind.model_fields["type"].default for kind in all_fact_types()} <= told | NOT_YET_RELEASED
    assert not told & NOT_YET_RELEASED


def _acts(records: tuple[Record, ...]) -> Iterator[Act]:
    for record in records:
        if record.payload is not None:
            leaf = record.leaf
            actor = Actor(leaf.actor, Role(leaf.role))
            yield Act(instant(leaf.at), actor, leaf.draft, fact_from_json(record.payload))


def _village(village: Village) -> dict[str, Any]:
    return {
        "id": village.id,
        "desa": village.desa,
        "kecamatan": village.kecamatan,
        "kabupaten": village.kabupaten,
        "zona": village.zone,
        "pengaturan": [
            village.settings.half_plus_one,
            village.settings.max_postponements,
            village.settings.overlay,
        ],
        "orang": {
            person.id: [
                [office.role, str(office.since), office.until and str(office.until), office.acting]
                for office in person.offices
            ]
            for person in village.people.values()
        },
    }


def _draft(draft: Draft) -> dict[str, Any]:
    return {
        "judul": draft.title,
        "jenis": draft.jenis,
        "asal": draft.asal,
        "prakarsa": draft.prakarsa,
        "alur": draft.workflow.version,
        "tahap": draft.state,
        "kunjungan": draft.visit,
        "versi": [
            [one.number, one.file_name, one.pasal, one.open_revisions, one.state] for one in draft.versions
        ],
        "dokumen": [[one.kind, one.nomor, str(one.dated)] for one in draft.documents],
        "catatan": {
            str(one.number): [
                one.address,
                one.weight,
                len(one.replies),
                one.answer and one.answer.outcome,
                one.open,
            ]
            for one in draft.comments.values()
        },
        **_review(draft),
        "musyawarah": {
            str(one.number): [
                one.kind,
                list(one.present),
                one.residents,
                dict(one.votes),
                one.mufakat,
                one.outcome,
            ]
            for one in draft.meetings.values()
        },
        "jalan": [[one.id, str(one.on), one.by.person, one.by_silence] for one in draft.path],
        "persetujuan": [[one.party, one.to] for one in draft.consents],
        "kesepakatan": draft.agreement
        and [draft.agreement.nomor, draft.agreement.version, draft.agreement.yes],
        "evaluasi": draft.evaluation and draft.evaluation.outcome,
        "penetapan": draft.penetapan and [draft.penetapan.nomor, draft.penetapan.tahun],
        "pengundangan": draft.pengundangan and [draft.pengundangan.gazette, draft.pengundangan.gazette_nomor],
        "laporan": [one.about for one in draft.reports],
        "klarifikasi": draft.clarification and draft.clarification.outcome,
    }


def _review(draft: Draft) -> dict[str, Any]:
    """What came with the review's further facts; nothing for the logs before them."""
    aside = {str(c.number): [c.aside.kind, c.aside.by.person] for c in draft.comments.values() if c.aside}
    suggestions = {
        str(one.number): [
            one.address,
            one.paragraph,
            list(one.old),
            list(one.new),
            one.silent,
            one.decision and [one.decision.fate, one.decision.version],
        ]
        for one in draft.suggestions.values()
    }
    received = [[one.file_name, one.version, one.comments, one.changes, one.silent] for one in draft.received]
    words = {
        str(c.number): [c.word.author, c.word.written_at, c.paragraph]
        for c in draft.comments.values()
        if c.word
    }
    told = {"disisihkan": aside, "usul": suggestions, "diterima": received, "dari_word": words}
    return {name: value for name, value in told.items() if value}
