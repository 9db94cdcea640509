"""Asking the people: what residents said, what becomes of it, pictures."""

from typing import Annotated, Literal

from ninja import File, Form, Router, UploadedFile
from pydantic import BaseModel, Field

from perdes_flow.domain.values import AnswerOutcome, InputWay, Text
from perdes_flow.use_cases import consulting
from perdes_flow.use_cases.desk import open_case
from perdes_flow.web.access.visitor import Ask
from perdes_flow.web.api.answers import Entered, entered
from perdes_flow.web.api.operations import DRAFT, Count, Draft, Said, acts, reads
from perdes_flow.web.uploads import docx_of

router = Router()
_INPUTS = f"{DRAFT}/inputs"
_Short = Annotated[str, Field(max_length=300)]


class NewInput(Said):
    """`name` may be left out: nobody has to give it."""

    text: Text
    name: _Short = ""
    unsur: _Short = ""
    way: Literal["lisan", "tertulis", "pesan", "formulir"] = "lisan"
    address: _Short = ""


class Answer(Said):
    outcome: AnswerOutcome
    reason: Text


class AnswerView(BaseModel):
    outcome: AnswerOutcome
    reason: str


class InputView(BaseModel):
    input: int
    meeting: int | None
    name: str
    unsur: str
    way: InputWay
    address: str
    text: str
    answer: AnswerView | None


@reads(router, _INPUTS, list[InputView], "Masukan warga. Dengan tindak lanjutnya.")
def list_inputs(request: Ask, draft: Draft) -> list[InputView]:
    return [
        InputView(
            input=one.number,
            answer=one.answer and AnswerView(outcome=one.answer.outcome, reason=one.answer.reason),
            **{name: getattr(one, name) for name in ("meeting", "name", "unsur", "way", "address", "text")},
        )
        for one in open_case(request.desk, draft).draft.inputs.values()
    ]


@acts(router, _INPUTS, "Catat masukan warga. Dengan atau tanpa nama.")
def receive(request: Ask, draft: Draft, said: NewInput) -> list[Entered]:
    return entered(
        consulting.receive_input(request.desk, draft, **said.model_dump(), by=request.who.person.id)
    )


@acts(router, f"{_INPUTS}/{{int:input}}/answer", "Jawab masukan warga. Usul Anda, tindak lanjut kami.")
def answer(request: Ask, draft: Draft, input: Count, said: Answer) -> list[Entered]:
    by = request.who.person.id
    return entered(consulting.answer_input(request.desk, draft, input, **said.model_dump(), by=by))


@acts(router, f"{DRAFT}/photos", "Simpan foto musyawarah. JPEG atau PNG, paling besar 10 MB.")
def photograph(
    request: Ask,
    draft: Draft,
    file: Annotated[UploadedFile, File(description="Foto (JPEG atau PNG).")],
    caption: Annotated[str, Form(min_length=1, max_length=300, description="Keterangan foto.")],
) -> list[Entered]:
    return entered(
        consulting.add_photo(request.desk, draft, docx_of(file), caption=caption, by=request.who.person.id)
    )
