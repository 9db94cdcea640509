"""Regulations made by the shared generator, as blocks: what a reader of Word would hand over."""

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

from perdes_flow.legal.blocks import Block, Cell


def load_generator(shared: Path) -> ModuleType:
    """The generator `legal_cases.py` of the shared test programs."""
    spec = importlib.util.spec_from_file_location("legal_cases", shared / "tools" / "legal_cases.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def generated(cases: ModuleType, seed: int, *, auto: bool = False, pasal: int = 60) -> list[Block]:
    """The blocks of one generated regulation."""
    return blocks_from(cases.Rendering(cases.Draft(cases.Words(seed), pasal), auto))


def blocks_from(rendering: Any) -> list[Block]:
    """The paragraphs that the generator would write to Word."""
    blocks: list[Block] = []
    table, row, column, before = -1, 0, 0, ""
    for line in rendering.lines:
        cell = None
        if line.place == "left":
            table, row = (table, row + 1) if before in ("left", "right") else (table + 1, 0)
            cell = Cell(table, row, 0)
        elif line.place == "right":
            cell = Cell(table, row, 1)
        elif line.place == "cell":
            table, column = (table, column + 1) if before == "cell" else (table + 1, 0)
            cell = Cell(table, column // 4, column % 4)
        before = line.place
        centred = line.style in ("title", "center", "pasal")
        blocks.append(Block("body", "word/document.xml", len(blocks), line.label, line.text, cell, centred))
    blocks.append(Block("header", "word/header1.xml", 0, "", rendering.draft.header))
    blocks.append(Block("footer", "word/footer1.xml", 0, "", rendering.draft.footer))
    return blocks
