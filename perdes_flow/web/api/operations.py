"""How an operation is declared: what it reads or writes, in words for the people who will call it, and what it may answer."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Annotated, Any, TypeVar

from ninja import Header, Path, Router, Status
from pydantic import BaseModel, ConfigDict, Field

from perdes_flow.domain.acts import Actor
from perdes_flow.domain.values import DraftId
from perdes_flow.domain.village import Village
from perdes_flow.use_cases.signing import signature
from perdes_flow.web.api.answers import Entered, Problem
from perdes_flow.web.api.door import ONCE
from perdes_flow.web.downloads import WORD

View = TypeVar("View", bound=Callable[..., Any])
REFUSED = frozenset({400, 401, 403, 404, 409, 413, 422, 429, 503})

Draft = Annotated[DraftId, Path(description="Nama rancangan, misalnya pelindungan-pmi.")]
Count = Annotated[int, Path(ge=1, le=1_000_000, description="Nomor, mulai dari 1.")]
Pin = Annotated[
    str,
    Header(
        alias="X-Perdes-PIN", max_length=12, description="PIN pemilik kunci, untuk perbuatan yang mengikat."
    ),
]
DRAFT = "/drafts/{slug:draft}"


class Said(BaseModel):
    """What is sent: nothing but these fields."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Who(BaseModel):
    """A person in an office, and the name under which he or she signs."""

    person: str
    role: str
    name: str


def who(village: Village, by: Actor) -> Who:
    return Who(person=by.person, role=by.role.value, name=signature(village, by))


Instant = Annotated[datetime, Field(description="Waktu, dalam UTC.")]


def reads(router: Router, path: str, answer: Any, text: str) -> Callable[[View], View]:
    """An operation that changes nothing. The first sentence of `text` is its title."""
    return _declared(router.get, path, text, response={200: answer, REFUSED: Problem})


def downloads(router: Router, path: str, text: str, *media: str) -> Callable[[View], View]:
    """An operation that answers with a file."""
    content = {kind: {"schema": {"type": "string", "format": "binary"}} for kind in media or (WORD,)}
    extra = {"responses": {200: {"description": "Berkas.", "content": content}}}
    return _declared(router.get, path, text, response={200: None, REFUSED: Problem}, openapi_extra=extra)


def acts(router: Router, path: str, text: str, *, answer: Any = list[Entered]) -> Callable[[View], View]:
    """An operation that writes, once for each value of the header Idempotency-Key."""
    extra = {"parameters": [_ONCE]}
    declare = _declared(
        router.post, path, text, response={201: answer, REFUSED: Problem}, openapi_extra=extra
    )

    def written(view: View) -> View:
        @wraps(view)
        def answered(*args: Any, **kwargs: Any) -> Status[Any]:
            return Status(201, view(*args, **kwargs))

        declare(answered)
        return view

    return written


def _declared(method: Any, path: str, text: str, **more: Any) -> Callable[[View], View]:
    def declare(view: View) -> View:
        name = f"{view.__module__.rpartition('.')[2]}_{view.__name__}"
        title = text.partition(". ")[0].rstrip(".")
        declared: View = method(path, operation_id=name, summary=title, description=text, **more)(view)
        return declared

    return declare


_ONCE = {
    "in": "header",
    "name": ONCE,
    "required": False,
    "schema": {"type": "string", "maxLength": 200},
    "description": "Kiriman yang sama dengan kunci yang sama dicatat sekali saja; aman diulang bila sambungan putus.",
}
