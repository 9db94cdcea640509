"""A village of puppets on which a story is played: each line becomes facts, and the draft is the fold of them."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from perdes_flow.domain import events as e
from perdes_flow.domain.acts import THE_SYSTEM, Act, Actor
from perdes_flow.domain.draft import Version, evolve
from perdes_flow.domain.values import Choice, Role, Slug, sha256_of
from perdes_flow.errors import StepRefused, StepUnknown
from perdes_flow.workflow import engine
from perdes_flow.workflow.calendar import Calendar
from perdes_flow.workflow.cases_form import (
    Answered,
    Commented,
    Consented,
    Heard,
    Held,
    Line,
    NewVersion,
    Refused,
    Story,
    Taken,
)
from perdes_flow.workflow.cases_puppets import draft_of, legal_act, village_of
from perdes_flow.workflow.definition_model import Procedure
from perdes_flow.workflow.guards import Situation

_FILE = sha256_of(b"berkas")


@dataclass(eq=False)
class OtherThanTold(Exception):
    """The story went another way than it is told; `what` says how, in Indonesian."""

    what: str


class Stage:
    """Where a story is played. It changes as the story goes on: `draft` and `today` are those of the moment."""

    def __init__(self, story: Story, procedure: Procedure, calendar: Calendar) -> None:
        self.procedure, self.calendar, self.today = procedure, calendar, story.start
        self.village = village_of(story)
        self.draft = draft_of(story, procedure)

    def play(self, line: Line) -> None:
        """One line of the story; OtherThanTold."""
        name, thing = line.thing
        try:
            getattr(self, f"_{name}")(thing)
        except StepUnknown as error:
            raise OtherThanTold(f"langkah “{error.step}” tidak ada dalam alur ini.") from error

    def situation(self, role: Role, nomor: str | None = None) -> Situation:
        """What the guards look at when somebody in that office takes a step now."""
        return Situation(
            draft=self.draft,
            village=self.village,
            procedure=self.procedure,
            calendar=self.calendar,
            today=self.today,
            actor=self._actor(role),
            nomor=nomor,
        )

    def _version(self, new: NewVersion) -> None:
        text = sha256_of(new.text.encode())
        fact = e.VersionSubmitted(
            version=len(self.draft.versions) + 1,
            docx_sha256=text,
            text_sha256=text,
            size_bytes=1,
            file_name=new.text,
            open_revisions=new.revisions,
            open_comments=0,
            pasal=new.pasal,
        )
        self._happen(fact, Role.PENYUSUN)

    def _meeting(self, held: Held) -> None:
        number, version = len(self.draft.meetings) + 1, self._latest()
        members = [person.id for person in self.village.bpd_on(self.today)]
        text = version.text_sha256
        facts: list[e.Fact] = [
            e.MeetingOpened(
                meeting=number,
                kind=held.kind,
                on=self.today,
                place="Balai Desa",
                version=version.number,
                docx_sha256=version.docx_sha256,
                text_sha256=text,
            )
        ]
        if held.present or held.residents:
            present = tuple(members[: held.present])
            facts.append(e.AttendanceRecorded(meeting=number, present=present, residents=held.residents))
        if held.mufakat:
            facts.append(e.MufakatReached(meeting=number, version=version.number, text_sha256=text))
        choices: list[Choice] = ["setuju" if n < held.yes else "tidak" for n in range(held.yes + held.no)]
        for member, choice in zip(members, choices, strict=False):
            vote = e.VoteCast(
                meeting=number, member=member, choice=choice, version=version.number, text_sha256=text
            )
            facts.append(vote)
        if held.minutes:
            facts.append(e.MinutesRecorded(meeting=number, text="Notulen."))
        if held.closed:
            facts.append(e.MeetingClosed(meeting=number, outcome="tanpa_putusan"))
        for fact in facts:
            self._happen(fact, Role.SEKRETARIS_BPD)

    def _file(self, kinds: tuple[Slug, ...]) -> None:
        for kind in kinds:
            self._happen(e.DocumentFiled(kind=kind, file_sha256=_FILE, suffix=".pdf"), Role.SEKDES)

    def _comment(self, comment: Commented) -> None:
        fact = e.CommentOpened(
            comment=len(self.draft.comments) + 1,
            version=self._latest().number,
            address="Pasal 1",
            text="Catatan.",
            weight=comment.weight,
        )
        self._happen(fact, Role.ANGGOTA_BPD)

    def _answer(self, answer: Answered) -> None:
        fact = e.CommentAnswered(comment=answer.comment, outcome=answer.outcome, reason="Alasan.")
        self._happen(fact, Role.PENYUSUN)

    def _resolve(self, comment: int) -> None:
        self._happen(e.CommentResolved(comment=comment), Role.KETUA_BPD)

    def _input(self, heard: Heard) -> None:
        number = len(self.draft.inputs) + 1
        self._happen(e.InputReceived(input=number, way="lisan", text="Usul."), Role.SEKDES)
        if heard.answered:
            self._answer_input(number)

    def _answer_input(self, number: int) -> None:
        self._happen(e.InputAnswered(input=number, outcome="diterima", reason="Alasan."), Role.SEKDES)

    def _consent(self, consent: Consented) -> None:
        fact = e.ConsentGiven(party=consent.party, to=consent.to, on=self.today)
        self._happen(fact, Role.KADES if consent.party == "pemdes" else Role.KETUA_BPD)

    def _take(self, told: Taken) -> None:
        situation = self.situation(told.by, told.nomor)
        warned = tuple(m.code for m in engine.missing(situation, told.step) if m.severity == "warning")
        try:
            target = engine.advance(situation, told.step)
        except StepRefused as refusal:
            codes = ", ".join(m.code for m in refusal.missing)
            raise OtherThanTold(f"langkah “{told.step}” ditolak ({codes}).") from refusal
        if sorted(warned) != sorted(told.warned):
            raise OtherThanTold(f"langkah “{told.step}” memperingatkan: {', '.join(warned) or 'tidak ada'}.")
        if target != told.state:
            raise OtherThanTold(f"langkah “{told.step}” menuju tahap “{target}”, bukan “{told.state}”.")
        self._move(told, target)

    def _refuse(self, told: Refused) -> None:
        missing = engine.missing(self.situation(told.by, told.nomor), told.step)
        blocks = sorted(m.code for m in missing if m.severity == "block")
        if blocks != sorted(told.missing):
            found = ", ".join(blocks) or "tidak ada"
            raise OtherThanTold(f"langkah “{told.step}” ditolak karena: {found}.")

    def _wait(self, days: int) -> None:
        self.today += timedelta(days=days)

    def _due(self, told: date) -> None:
        if self.draft.due != told:
            raise OtherThanTold(f"tenggat yang berjalan {self.draft.due or 'tidak ada'}, bukan {told}.")

    def _proposed(self, told: tuple[Slug, ...]) -> None:
        views = engine.proposals(self.situation(Role.SEKDES, None))
        found = sorted(view.transition.id for view in views)
        if found != sorted(told):
            raise OtherThanTold(f"yang diusulkan sistem: {', '.join(found) or 'tidak ada'}.")

    def _move(self, told: Taken, target: Slug) -> None:
        procedure, by = self.procedure, self._actor(told.by)
        step = procedure.transition(told.step)
        assert step is not None  # the engine took it
        for fact in legal_act(step, self.draft, self.today, int(told.nomor or 1)):
            self._happen(fact, told.by)
        terms = engine.due_of(procedure, target, self.draft.jenis, self.today, self.calendar, via=told.step)
        moved = e.StepTaken(
            step=step.id,
            source=self.draft.state,
            target=target,
            on=self.today,
            counted_from=self.today,
            law=tuple(procedure.law[key].text for key in step.law),
            by_silence=Role.SISTEM in step.by and by.role not in step.by,
            due=terms[0].date if terms else None,
            calendar=self.calendar.version,
        )
        self._happen(moved, told.by)

    def _actor(self, role: Role) -> Actor:
        if role == Role.SISTEM:
            return THE_SYSTEM
        holders = self.village.holders(role, self.today)
        return Actor(holders[0].id if holders else "o999", role)

    def _latest(self) -> Version:
        if self.draft.latest is None:
            raise OtherThanTold("belum ada versi naskah.")
        return self.draft.latest

    def _happen(self, fact: e.Fact, role: Role) -> None:
        at = datetime(self.today.year, self.today.month, self.today.day, 3, tzinfo=UTC)
        after = evolve(self.draft, Act(at, self._actor(role), self.draft.id, fact))
        assert after is not None  # the draft was started
        self.draft = after
