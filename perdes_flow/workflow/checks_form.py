"""Form: every key known, every value of its kind. What pydantic finds, as findings with lines."""

from collections.abc import Mapping
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from perdes_flow.workflow.checks_finding import CheckFinding, Sheet
from perdes_flow.workflow.definition_yaml import Place

M = TypeVar("M", bound=BaseModel)

_MISSING_KEY: Mapping[str, str] = {"label": "tanpa_label", "law": "tanpa_dasar_hukum"}


def formed(
    model: type[M], sheet: Sheet, loosening: frozenset[str] = frozenset()
) -> tuple[M | None, tuple[CheckFinding, ...]]:
    """The data of a sheet as a model, or findings that say why it is none.

    `loosening`: keys that the model leaves out because they would loosen the rules.
    """
    try:
        return model.model_validate(sheet.plain.data), ()
    except ValidationError as error:
        return None, tuple(dict.fromkeys(_finding(sheet, detail, loosening) for detail in _told_once(error)))


def _told_once(error: ValidationError) -> list[ErrorDetails]:
    """Without "too short" for a list that is empty only because what stood in it was refused."""
    details = error.errors()
    inside = {detail["loc"][:-1] for detail in details if detail["loc"]}
    return [detail for detail in details if detail["type"] != "too_short" or detail["loc"] not in inside]


def _finding(sheet: Sheet, detail: ErrorDetails, loosening: frozenset[str]) -> CheckFinding:
    place: Place = detail["loc"]
    key = str(place[-1]) if place else ""
    match detail["type"]:
        case "extra_forbidden" if key in loosening:
            return sheet.finding(
                "overlay_melonggarkan",
                place,
                f"Overlay tidak boleh mengubah “{key}”; aturan induk hanya dapat diperketat.",
            )
        case "extra_forbidden":
            return sheet.finding(
                "kunci_tidak_dikenal", place, f"Kunci “{key}” tidak dikenal di sini; periksa ejaannya."
            )
        case "missing":
            code = _MISSING_KEY.get(key, "kunci_kurang")
            return sheet.finding(code, place, f"Kunci “{key}” belum ada; tambahkan.")
        case "enum":
            allowed = str(detail.get("ctx", {}).get("expected", "")).replace(" or ", ", ")
            return sheet.finding(
                "peran_tidak_dikenal",
                place,
                f"Peran “{detail['input']}” tidak dikenal; pilih salah satu dari {allowed}.",
            )
    shown = str(detail["input"])[:60]
    return sheet.finding(
        "isian_salah",
        place,
        f"Isian “{shown}” pada “{_path(place)}” tidak sesuai bentuknya; periksa contohnya.",
    )


def _path(place: Place) -> str:
    return ".".join(str(part) for part in place)
