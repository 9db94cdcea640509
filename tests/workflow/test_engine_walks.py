"""Random people do random things: whatever they do, no draft gets past a rule of the law.

The rules are recounted here from the facts, by other arithmetic than the guards'.
"""

import contextlib
from random import Random
from typing import Any, get_args

from perdes_flow.domain.values import Jenis, Prakarsa, Role
from perdes_flow.workflow import engine
from perdes_flow.workflow.cases_form import Line
from perdes_flow.workflow.cases_stage import OtherThanTold, Stage

AGREED = {
    "disepakati",
    "evaluasi",
    "penyempurnaan",
    "penetapan",
    "ditetapkan",
    "diundangkan",
    "klarifikasi",
    "berlaku",
}
PROMULGATED = {"diundangkan", "klarifikasi", "berlaku"}
EVALUATED = {"apb_desa", "pungutan", "tata_ruang", "organisasi_pemdes"}
WALKS, ACTS = 60, 400


def act(random: Random, stage: Stage) -> dict[str, Any]:
    """One thing that somebody might do now; often what would help, now and then what would not."""
    steps = stage.procedure.steps_from(stage.draft.state)
    # drafts that end on the way too often would tell us nothing about the rest of the way
    onward = [step for step in steps if step.to not in ("ditarik", "dihentikan", "dibatalkan")]
    if stage.draft.state == "pembahasan_bersama" and random.random() < 0.7:
        onward = [step for step in onward if step.id == "sepakati"]
    step = random.choice(onward if onward and random.random() < 0.998 else steps)
    match random.randrange(9):
        # a text changed where it should stand still spoils the draft for good, so it comes seldom
        case 0 if stage.procedure.states[stage.draft.state].edit or random.random() < 0.1:
            return {"version": {"text": random.choice("abc"), "revisions": random.choice((0, 0, 2))}}
        case 1 | 2:
            present = random.choice((*range(10), 9, 9, 9))
            yes = random.randrange(present + 1)
            kind = random.choice(("konsultasi", "internal", "bersama", "bersama"))
            return {"meeting": {"kind": kind, "present": present, "yes": yes, "no": present - yes, "residents": random.randrange(3), "mufakat": random.random() < 0.1}}  # fmt: skip
        case 3:
            waiting = [comment.number for comment in stage.draft.open_comments]
            if not waiting or random.random() < 0.1:
                return {"comment": {}}
            return random.choice(({"answer": {"comment": waiting[0]}}, {"resolve": waiting[-1]}))
        case 4:
            return {"wait": random.randrange(40)}
        case 5:
            return {"file": [use.doc for use in step.docs]}
    role = random.choice((*step.by, *step.confirm, random.choice(list(Role))))
    situation = stage.situation(role, "1")
    warned = [item.code for item in engine.missing(situation, step.id) if item.severity == "warning"]
    return {"take": {"step": step.id, "by": role, "nomor": "1", "state": step.to, "warned": warned}}


def hold(stage: Stage) -> None:
    """What must be true of a draft wherever it stands."""
    draft, members = stage.draft, len(stage.village.bpd_on(stage.today))
    taken = [step.id for step in draft.path]
    if draft.state in AGREED:
        assert draft.agreement is not None
        assert any(
            meeting.text_sha256 == draft.agreement.text_sha256
            and meeting.kind == "bersama"
            and 3 * len(meeting.present) >= 2 * members
            and (meeting.mufakat or 2 * meeting.count("setuju") > len(meeting.present))
            for meeting in draft.meetings.values()
        )
    if draft.state in {"disampaikan", "pembahasan_internal", *AGREED}:
        assert any(meeting.kind == "konsultasi" and meeting.residents for meeting in draft.meetings.values())
    if draft.state in {"penetapan", "ditetapkan", *PROMULGATED} and draft.jenis in EVALUATED:
        assert "kirim_evaluasi" in taken
        assert {"evaluasi_sesuai", "evaluasi_lewat_waktu", "koreksi_disepakati"} & set(taken)
    if draft.state in PROMULGATED:
        assert draft.agreement is not None
        assert draft.pengundangan is not None
        assert draft.pengundangan.text_sha256 == draft.agreement.text_sha256
        if draft.penetapan is None:
            silent = next(step for step in draft.path if step.id == "undangkan_tanpa_ttd")
            waited = [step for step in draft.path if step.target == "penetapan"][-1]
            assert (silent.on - waited.on).days > 15
        else:
            assert draft.penetapan.text_sha256 == draft.agreement.text_sha256


def test_no_draft_gets_past_the_law_whatever_people_do(play) -> None:
    ends: dict[str, int] = {}
    for seed in range(WALKS):
        random = Random(seed)
        stage = play(
            "penyusunan", jenis=random.choice(get_args(Jenis)), prakarsa=random.choice(get_args(Prakarsa))
        )
        for _ in range(ACTS):
            if not stage.procedure.steps_from(stage.draft.state):
                break
            with contextlib.suppress(OtherThanTold):
                stage.play(Line.model_validate(act(random, stage)))
            hold(stage)
        ends[stage.draft.state] = ends.get(stage.draft.state, 0) + 1
    assert ends.get("berlaku", 0) >= 10, ends  # otherwise nothing was shown
