"""The picture and the table show the whole procedure, nothing else, and are the same every time."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from perdes_flow.domain.values import Role
from perdes_flow.workflow.definition import Procedure, load
from perdes_flow.workflow.diagram import mermaid, svg, table
from perdes_flow.workflow.diagram_layout import cells

SVG = "{http://www.w3.org/2000/svg}"
FILES = ["perdes.yaml", "perkades.yaml"]


@pytest.fixture(params=[*FILES, None])
def procedure(request: pytest.FixtureRequest, workflows: Path) -> Procedure:
    return load(workflows / request.param if request.param else Path(__file__).parent / "contoh_alur.yaml")


def test_every_stage_has_a_cell_of_its_own(procedure: Procedure) -> None:
    placed = cells(procedure)
    assert placed.keys() == procedure.states.keys()
    assert len(set(placed.values())) == len(placed)


def test_the_way_down_the_middle_leads_from_the_start_to_berlaku(procedure: Procedure) -> None:
    middle = sorted((cell.row, id) for id, cell in cells(procedure).items() if cell.column == 0)
    assert (middle[0][1], middle[-1][1]) == (procedure.initial, "berlaku")


def test_the_picture_names_every_stage_and_numbers_every_step(procedure: Procedure) -> None:
    picture = ElementTree.fromstring(svg(procedure))
    stages = {group.get("data-tahap") for group in picture.iter(f"{SVG}g") if group.get("data-tahap")}
    assert stages == set(procedure.states)
    words = [text.text or "" for text in picture.iter(f"{SVG}text")]
    for number, step in enumerate(procedure.transitions, start=1):
        assert words.count(str(number)) == len(step.source)
        assert any(word.startswith(f"{number}. {step.title} (") for word in words)


def test_the_stages_do_not_overlap_and_lie_inside_the_picture(procedure: Procedure) -> None:
    picture = ElementTree.fromstring(svg(procedure))
    width, height = (float(picture.get(side) or 0) for side in ("width", "height"))
    boxes = [
        tuple(float(box.get(side) or 0) for side in ("x", "y", "width", "height"))
        for group in picture.iter(f"{SVG}g")
        if group.get("data-tahap")
        for box in group.iter(f"{SVG}rect")
    ]
    for n, (x, y, w, h) in enumerate(boxes):
        assert min(x, y) >= 0
        assert x + w <= width
        assert y + h <= height
        assert all(x + w < a or a + c < x or y + h < b or b + d < y for a, b, c, d in boxes[n + 1 :])


def test_the_draft_s_own_stage_stands_out(perdes: Procedure) -> None:
    assert svg(perdes).count("(tahap sekarang)") == 0
    assert svg(perdes, "evaluasi").count("Evaluasi (tahap sekarang)") == 1


def test_the_picture_is_the_same_every_time(procedure: Procedure) -> None:
    assert svg(procedure) == svg(procedure)


def test_mermaid_draws_every_stage_and_every_step(procedure: Procedure) -> None:
    lines = mermaid(procedure).splitlines()
    assert lines[:2] == ["stateDiagram-v2", f"    [*] --> {procedure.initial}"]
    arrows = [line for line in lines if " --> " in line and "[*]" not in line]
    assert len(arrows) == sum(len(step.source) for step in procedure.transitions)
    assert sum(line.endswith("--> [*]") for line in lines) == sum(
        state.final for state in procedure.states.values()
    )
    assert any("Kepala Desa" in arrow for arrow in arrows)


def test_the_table_says_who_may_do_what_in_which_stage(perdes: Procedure) -> None:
    rows = [(row.stage, row.who, row.act) for row in table(perdes) if row.state == "penetapan"]
    assert rows == [
        ("Penetapan", "Kepala Desa", "Tetapkan (tanda tangan Kepala Desa)"),
        ("Penetapan", "sistem", "Undangkan tanpa tanda tangan Kepala Desa"),
        ("Penetapan", "Sekretaris Desa", "Undangkan tanpa tanda tangan Kepala Desa"),
    ]


def test_the_table_is_complete(procedure: Procedure) -> None:
    rows = {(row.state, row.role, row.step) for row in table(procedure)}
    for id, state in procedure.states.items():
        for role in Role:
            allowed = role in state.edit or role in state.comment
            assert ((id, role, "") in rows) == allowed
            for step in procedure.transitions:
                allowed = id in step.source and role in (*step.by, *step.confirm)
                assert ((id, role, step.id) in rows) == allowed
    assert all(row.law for row in table(procedure) if row.step)
