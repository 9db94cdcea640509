"""The official papers of a draft as pages show them: what is on file, and what can be made from the record now."""

from collections.abc import Iterable
from dataclasses import dataclass

from perdes_flow.domain.draft import Document
from perdes_flow.domain.values import Slug
from perdes_flow.papers.kinds import PAPERS
from perdes_flow.use_cases.desk import Case
from perdes_flow.use_cases.drafting import FILERS
from perdes_flow.use_cases.issuing import papers_ready
from perdes_flow.web.access.visitor import Ask
from perdes_flow.workflow.documents import kind_of


@dataclass(frozen=True, slots=True)
class OnFile:
    """A paper that lies with the draft; `number` counts from 1 and is its address."""

    number: int
    label: str
    document: Document


@dataclass(frozen=True, slots=True)
class PaperView:
    """A kind of paper: `files` the newest first; `made_here`: this person can make it from the record.

    `lacking`: what must come first. `counted`: it bears a number.
    """

    kind: Slug
    label: str
    files: tuple[OnFile, ...]
    made_here: bool
    lacking: tuple[str, ...]
    counted: bool


def on_file(case: Case) -> tuple[OnFile, ...]:
    """All papers of the draft, in the order in which they came."""
    return tuple(
        OnFile(number, label_of(case, document.kind), document)
        for number, document in enumerate(case.draft.documents, start=1)
    )


def papers_for(ask: Ask, case: Case, kinds: Iterable[Slug]) -> tuple[PaperView, ...]:
    """These kinds of paper, each with what is on file of it, and what is lacking to make it."""
    filed = on_file(case)[::-1]
    lacking = {paper.kind: paper.lacking for paper in papers_ready(ask.desk, case.draft.id)}
    return tuple(
        PaperView(
            kind,
            label_of(case, kind),
            tuple(one for one in filed if one.document.kind == kind),
            kind in PAPERS and _makes(ask, case, kind),
            lacking.get(kind, ()),
            kind in PAPERS and PAPERS[kind].counted,
        )
        for kind in kinds
    )


def _makes(ask: Ask, case: Case, kind: Slug) -> bool:
    """Whether this person's office makes papers of that kind."""
    known = kind_of(case.procedure, kind)
    return ask.who.scope is None and ask.who.holds(*(known.by if known and known.by else FILERS))


def label_of(case: Case, kind: Slug) -> str:
    """What people call the paper."""
    known = kind_of(case.procedure, kind)
    words = known.label if known else kind.replace("_", " ")
    return words[:1].upper() + words[1:]
