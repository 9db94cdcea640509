"""Steps of the procedure: which are open, what is missing for each, and taking one."""

from datetime import date
from typing import Annotated

from ninja import File, Form, Path, Router, UploadedFile
from pydantic import BaseModel

from perdes_flow.domain.values import Role, Slug
from perdes_flow.errors import ValueUnfit
from perdes_flow.use_cases.desk import Case, open_case
from perdes_flow.use_cases.enacting import Paper, give_consent, take_step
from perdes_flow.use_cases.legal_acts import Particulars
from perdes_flow.use_cases.reading import open_steps
from perdes_flow.web.access.visitor import Ask
from perdes_flow.web.api.answers import Entered, Lack, entered
from perdes_flow.web.api.door import binding
from perdes_flow.web.api.operations import DRAFT, Draft, Pin, Said, acts, reads
from perdes_flow.web.uploads import paper_of
from perdes_flow.workflow.engine import StepView

router = Router()
Step = Annotated[Slug, Path(description="Nama langkah, misalnya sampaikan.")]
_Typed = Annotated[str, Form(max_length=300)]


class StepAnswer(BaseModel):
    """A step from here; `binding`: it needs the PIN. `missing` holds every unmet condition."""

    step: str
    label: str
    to: str
    to_label: str
    by: list[Role]
    law: str
    binding: bool
    open: bool
    missing: list[Lack]


class Consent(Said):
    """To which end of the draft the party agrees."""

    to: Slug = "tarik"


@reads(
    router,
    f"{DRAFT}/steps",
    list[StepAnswer],
    "Langkah berikutnya. Masing-masing dengan dasar hukum dan semua syarat yang belum terpenuhi.",
)
def list_steps(request: Ask, draft: Draft) -> list[StepAnswer]:
    case = open_case(request.desk, draft)
    return [_step(case, view) for view in open_steps(request.desk, draft, by=request.who.person.id)]


@acts(
    router,
    f"{DRAFT}/steps/{{slug:step}}",
    "Lakukan satu langkah. Dengan nomor, tanggal, alasan, dan dokumennya; langkah yang mengikat perlu PIN.",
)
def take(
    request: Ask,
    draft: Draft,
    step: Step,
    nomor: _Typed = "",
    on: Annotated[date | None, Form(description="Tanggal perbuatan; jika tidak: hari ini.")] = None,
    regulation_nomor: _Typed = "",
    reason: Annotated[str, Form(max_length=20_000)] = "",
    kinds: Annotated[list[Slug], Form(description="Jenis tiap dokumen, dalam urutan yang sama.")] = [],  # noqa: B006  # pydantic copies it
    papers: Annotated[
        list[UploadedFile], File(description="Dokumen: pindaian PDF, JPG, PNG, atau DOCX.")
    ] = [],  # noqa: B006  # pydantic copies it
    pin: Pin = "",
) -> list[Entered]:
    transition = open_case(request.desk, draft).procedure.transition(step)
    if transition is not None and transition.records is not None:
        binding(request, pin)
    given = Particulars(
        nomor=nomor.strip(), on=on, regulation_nomor=regulation_nomor.strip(), reason=reason.strip()
    )
    by, filed = request.who.person.id, _papers(kinds, papers)
    return entered(take_step(request.desk, draft, step, by=by, particulars=given, papers=filed))


@acts(
    router,
    f"{DRAFT}/consent",
    "Beri persetujuan pihak Anda atas penarikan kembali. Pemerintah Desa atau BPD; dengan PIN.",
)
def consent(request: Ask, draft: Draft, said: Consent, pin: Pin = "") -> list[Entered]:
    binding(request, pin)
    return entered(give_consent(request.desk, draft, said.to, by=request.who.person.id))


def _papers(kinds: list[Slug], papers: list[UploadedFile]) -> dict[Slug, Paper]:
    if len(kinds) != len(papers) or len(set(kinds)) != len(kinds):
        raise ValueUnfit("Dokumen", ", ".join(kinds), "kirim satu jenis (kinds) untuk setiap berkas (papers)")
    return {kind: paper_of(file) for kind, file in zip(kinds, papers, strict=True)}


def _step(case: Case, view: StepView) -> StepAnswer:
    transition = view.transition
    return StepAnswer(
        step=transition.id,
        label=transition.title,
        to=transition.to,
        to_label=case.procedure.states[transition.to].label,
        by=[*transition.by, *transition.confirm],
        law=transition.law_text(case.procedure),
        binding=transition.records is not None,
        open=view.open,
        missing=[Lack(code=one.code, message=one.sentence, law=one.law) for one in view.missing],
    )
