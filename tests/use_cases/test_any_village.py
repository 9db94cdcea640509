"""Random acts by random people on random days, through the use cases: no crash, a whole record, no way around the law."""

import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import hypothesis.strategies as st
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from perdes_flow.bootstrap.workspace import create_workspace, open_workspace
from perdes_flow.domain import events as e
from perdes_flow.domain.chain import breaks
from perdes_flow.domain.draft import Draft, replay
from perdes_flow.domain.values import Role
from perdes_flow.errors import Refusal
from perdes_flow.use_cases import deliberating, drafting, enacting, issuing, registering, reviewing
from perdes_flow.use_cases.desk import Desk, Written, open_case
from perdes_flow.use_cases.enacting import Paper
from perdes_flow.use_cases.legal_acts import Particulars
from perdes_flow.use_cases.register import register_row
from perdes_flow.word.writer import Paragraph, write
from perdes_flow.workflow.documents import DOCUMENTS

OFFICES = {
    "penyusun": Role.PENYUSUN, "kades": Role.KADES, "sekdes": Role.SEKDES, "ketua": Role.KETUA_BPD,
    "sekretaris": Role.SEKRETARIS_BPD, "a1": Role.ANGGOTA_BPD, "a2": Role.ANGGOTA_BPD, "a3": Role.ANGGOTA_BPD,
    "bupati": Role.EVALUATOR,
}  # fmt: skip
BPD = ("ketua", "sekretaris", "a1", "a2", "a3")
PEOPLE = st.sampled_from(sorted(OFFICES))
REACHED: Counter[str] = Counter()
DRAFT = "r"


def _docx(number: int) -> bytes:
    lines = ["RANCANGAN", "PERATURAN DESA CONTOH", "TENTANG", "CONTOH", "Pasal 1", f"Naskah nomor {number}."]
    return write([Paragraph(line) for line in lines])


class AnyVillage(RuleBasedStateMachine):
    """One draft. Most acts go the procedure's way, so that the walk gets far; the others go anywhere."""

    @initialize(jenis=st.sampled_from(["umum", "umum", "umum", "pungutan"]))
    def begin(self, jenis: str) -> None:
        self.folder = tempfile.TemporaryDirectory()
        create_workspace(self.folder.name).close()
        self.now = datetime(2026, 1, 5, 2, tzinfo=UTC)
        self.files = 0
        self.do(
            lambda desk: registering.register_village(
                desk,
                village="contoh",
                desa="Contoh",
                kecamatan="Contoh",
                kabupaten="Kabupaten Contoh",
                zone="WIB",
            )
        )
        for name, role in sorted(OFFICES.items(), key=lambda item: item[0] == "sekdes"):
            self.do(self._person(name, role))
        self.do(
            lambda desk: drafting.start_draft(
                desk,
                DRAFT,
                title="Contoh",
                workflow="perdes",
                jenis=jenis,
                asal="pemdes",
                prakarsa="pemdes",
                by="penyusun",  # type: ignore[arg-type]  # drawn above
            )
        )
        self.submit("penyusun")

    def _person(self, name: str, role: Role) -> Callable[[Desk], Written]:
        return lambda desk: registering.add_person(
            desk, nickname=name, name=name, offices=(role,), since=date(2023, 1, 2), by="kades"
        )

    def do(self, act: Callable[[Desk], Written]) -> bool:
        """An act ends in entries or in a refusal, and in nothing else."""
        with open_workspace(self.folder.name, now=self.now) as workspace:
            try:
                return bool(act(workspace.desk("contoh")))
            except Refusal:
                return False

    def see(self) -> Draft:
        with open_workspace(self.folder.name, now=self.now) as workspace:
            draft = replay(entry.act for entry in workspace.log("contoh").read(DRAFT))
        assert draft is not None
        return draft

    @rule(days=st.sampled_from([0, 1, 3, 16, 32]))
    def wait(self, days: int) -> None:
        self.now += timedelta(days=days)

    @rule(by=PEOPLE)
    def submit(self, by: str) -> None:
        self.files += 1
        self.do(
            lambda desk: drafting.submit_version(desk, DRAFT, _docx(self.files), file_name="n.docx", by=by)
        )

    @rule(by=PEOPLE, text=st.sampled_from(["Mengapa?", "Kurang jelas."]))
    def comment(self, by: str, text: str) -> None:
        self.do(lambda desk: reviewing.open_comment(desk, DRAFT, address="Pasal 1", text=text, by=by))

    @rule(by=PEOPLE, resolve=st.booleans())
    def answer_all(self, by: str, resolve: bool) -> None:
        for number in self.see().comments:
            self.do(
                lambda desk, n=number: reviewing.answer_comment(
                    desk, DRAFT, n, outcome="diterima", reason="Ya.", by=by
                )  # type: ignore[misc]  # bound now
            )
            if resolve:
                self.do(lambda desk, n=number: reviewing.resolve_comment(desk, DRAFT, n, by=by))  # type: ignore[misc]  # bound now

    @rule(
        kind=st.sampled_from(["konsultasi", "internal", "bersama"]),
        by=st.sampled_from(["ketua", "sekdes", "a1"]),
    )
    def open_meeting(self, kind: Any, by: str) -> None:
        on = self.now.date()
        self.do(lambda desk: deliberating.open_meeting(desk, DRAFT, kind=kind, on=on, place="Balai", by=by))

    @rule(present=st.sets(st.sampled_from(BPD), min_size=2), by=st.sampled_from(["ketua", "sekdes"]))
    def attend(self, present: set[str], by: str) -> None:
        self.do(
            lambda desk: deliberating.record_attendance(
                desk, DRAFT, present=tuple(sorted(present)), residents=20, by=by
            )
        )

    @rule(by=st.sampled_from([*BPD, "kades"]), choice=st.sampled_from(["setuju", "setuju", "tidak"]))
    def vote(self, by: str, choice: Any) -> None:
        self.do(lambda desk: deliberating.cast_vote(desk, DRAFT, choice=choice, by=by))

    @rule(by=st.sampled_from(["ketua", "sekdes"]))
    def close(self, by: str) -> None:
        self.do(lambda desk: deliberating.record_minutes(desk, DRAFT, text="Dibahas.", by=by))
        self.do(lambda desk: deliberating.close_meeting(desk, DRAFT, by=by))

    @rule(step=st.integers(0, 40), by=PEOPLE)
    def any_step(self, step: int, by: str) -> None:
        with open_workspace(self.folder.name, now=self.now) as workspace:
            every = open_case(workspace.desk("contoh"), DRAFT).procedure.transitions
        self._take(every[step % len(every)].id, by)

    @rule()
    def lead_on(self) -> None:
        """What a good secretary would do now: meet, answer, and take the first step that leads on."""
        self.proper_meeting()
        self.answer_all("kades", True)
        state = self.see().state
        with open_workspace(self.folder.name, now=self.now) as workspace:
            steps = open_case(workspace.desk("contoh"), DRAFT).procedure.steps_from(state)
        for step in steps:
            if step.to not in ("ditarik", "dibatalkan", "buntu", "perbaikan") and self.see().state == state:
                may = [name for name, role in sorted(OFFICES.items()) if role in (*step.by, *step.confirm)]
                self._take(step.id, may[0])

    @rule()
    def lead_on_again(self) -> None:
        self.lead_on()

    @rule()
    def proper_meeting(self) -> None:
        """A meeting as it should be: everybody there, everybody for it."""
        kind: dict[str, Any] = {"konsultasi_publik": "konsultasi", "pembahasan_internal": "internal"}
        state, by = self.see().state, "sekdes" if self.see().state == "konsultasi_publik" else "ketua"
        self.close("ketua")
        self.close("sekdes")
        self.open_meeting(kind.get(state, "bersama"), by)
        self.attend(set(BPD), by)
        for member in BPD:
            self.vote(member, "setuju")
        self.close(by)

    def _take(self, step: str, by: str) -> None:
        for kind in ("undangan", "surat_pengantar"):
            self.do(lambda desk, k=kind: issuing.issue_paper(desk, DRAFT, k, by="kades"))  # type: ignore[misc]  # bound now
        papers = {
            kind: Paper(b"%PDF-1.7 pindaian", ".pdf")
            for kind in DOCUMENTS
            if kind not in ("daftar_hadir", "notulen")
        }
        particulars = Particulars(nomor="1", regulation_nomor="1")
        self.do(
            lambda desk: enacting.take_step(desk, DRAFT, step, by=by, particulars=particulars, papers=papers)
        )

    @invariant()
    def nothing_is_in_force_without_the_law(self) -> None:
        if not hasattr(self, "folder"):
            return
        with open_workspace(self.folder.name, now=self.now) as workspace:
            acts = [entry.act for entry in workspace.log("contoh").read(DRAFT)]
        draft = replay(acts)
        if draft is None:
            return
        REACHED[draft.state] += 1
        if draft.state in ("diundangkan", "klarifikasi", "berlaku"):
            self._check(draft, [act.fact for act in acts])

    def _check(self, draft: Draft, facts: Sequence[e.Fact]) -> None:
        agreed, promulgated = draft.agreement, draft.pengundangan
        assert agreed is not None
        assert promulgated is not None
        assert promulgated.text_sha256 == agreed.text_sha256
        assert agreed.present * 3 >= agreed.members * 2  # Permendagri 110/2016 Pasal 37 ayat (3) huruf b
        assert agreed.by_mufakat or agreed.yes >= agreed.present // 2 + 1  # huruf e
        assert any(isinstance(fact, e.MeetingOpened) and fact.kind == "konsultasi" for fact in facts)
        if promulgated.unsigned:
            handed = next(
                f for f in reversed(facts) if isinstance(f, e.StepTaken) and f.target == "penetapan"
            )
            assert promulgated.on > handed.on + timedelta(days=15)  # PP 43/2014 Pasal 84 ayat (2)
        else:
            assert draft.penetapan is not None
            assert draft.penetapan.text_sha256 == agreed.text_sha256
        if draft.jenis == "pungutan":  # UU 6/2014 Pasal 69 ayat (4)
            assert any(isinstance(fact, e.StepTaken) and fact.target == "evaluasi" for fact in facts)

    def teardown(self) -> None:
        if not hasattr(self, "folder"):
            return
        with open_workspace(self.folder.name, now=self.now) as workspace:
            assert list(breaks(workspace.log("contoh").records(), log="contoh")) == []
            desk = workspace.desk("contoh")
            case = open_case(desk, DRAFT)
            last = workspace.log("contoh").read(DRAFT)[-1].act.at
            assert desk.register.row(DRAFT) == register_row(
                case.village, case.draft, case.procedure, desk.calendar, last
            )
        self.folder.cleanup()


def test_no_draft_comes_into_force_around_the_law() -> None:
    from hypothesis.stateful import run_state_machine_as_test

    run_state_machine_as_test(
        AnyVillage,
        settings=settings(
            max_examples=8,
            stateful_step_count=40,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert REACHED["diundangkan"] + REACHED["klarifikasi"] + REACHED["berlaku"] > 0, (
        REACHED
    )  # else it proves nothing
