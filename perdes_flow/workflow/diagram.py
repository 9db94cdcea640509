"""A procedure as people look at it: a picture, and a table of who may do what in which stage."""

from collections.abc import Iterator
from dataclasses import dataclass

from perdes_flow.domain.values import Role, Slug
from perdes_flow.domain.words import OFFICES, offices
from perdes_flow.workflow.definition_model import Procedure, Transition
from perdes_flow.workflow.diagram_svg import svg
from perdes_flow.workflow.documents import kind_of

__all__ = ["TableRow", "mermaid", "svg", "table"]


@dataclass(frozen=True, slots=True)
class TableRow:
    """One act that one office may do in one stage, with which papers, by which law.

    `who` is the office as people read it (by delegation somebody else); `step` is empty for what is no step.
    """

    state: Slug
    stage: str
    role: Role
    who: str
    act: str
    papers: tuple[str, ...] = ()
    law: str = ""
    step: Slug = ""


def mermaid(procedure: Procedure) -> str:
    """The procedure as a mermaid state diagram, text to paste where mermaid is drawn."""
    lines = ["stateDiagram-v2", f"    [*] --> {procedure.initial}"]
    lines += [f'    state "{_quoted(state.label)}" as {id}' for id, state in procedure.states.items()]
    for step in procedure.transitions:
        who = offices((*step.by, *step.confirm), procedure.stand_ins)
        lines += [f"    {source} --> {step.to}: {_quoted(step.title)} ({who})" for source in step.source]
    lines += [f"    {id} --> [*]" for id, state in procedure.states.items() if state.final]
    return "\n".join(lines) + "\n"


def table(procedure: Procedure) -> tuple[TableRow, ...]:
    """Who may do what in which stage, in the order of the file."""
    return tuple(row for id in procedure.states for row in _rows(procedure, id))


def _rows(procedure: Procedure, id: Slug) -> Iterator[TableRow]:
    state = procedure.states[id]
    for act, roles in (("menyerahkan versi naskah", state.edit), ("menulis catatan", state.comment)):
        for role in roles:
            yield TableRow(id, state.label, role, _name(procedure, role), act)
    for step in procedure.steps_from(id):
        papers, law = _papers(procedure, step), step.law_text(procedure)
        for role in (*step.by, *step.confirm):
            yield TableRow(id, state.label, role, _name(procedure, role), step.title, papers, law, step.id)


def _name(procedure: Procedure, role: Role) -> str:
    return procedure.stand_ins.get(role, OFFICES[role])


def _papers(procedure: Procedure, step: Transition) -> tuple[str, ...]:
    kinds = (kind_of(procedure, use.doc) for use in step.docs)
    return tuple(kind.label for kind in kinds if kind)


def _quoted(text: str) -> str:
    # mermaid ends a label at a quotation mark, and a line at a semicolon
    return text.replace('"', "'").replace(";", ",")
