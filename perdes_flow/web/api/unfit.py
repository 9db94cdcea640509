"""What was sent does not have the form that an operation asks for: one sentence for each field."""

from collections.abc import Mapping
from typing import Any

from ninja.errors import ValidationError

from perdes_flow.messages.fields import LABELS, field_sentence
from perdes_flow.web.api.answers import Problem

_SHOWN = 5
_FORMS: Mapping[str, str] = {
    "missing": "wajib diisi",
    "extra_forbidden": "tidak dikenal di sini; hapus dari kiriman",
    "int_parsing": "tulis bilangan bulat",
    "int_type": "tulis bilangan bulat",
    "int_from_float": "tulis bilangan bulat",
    "bool_type": "tulis true atau false",
    "string_type": "tulis sebagai teks",
    "date_from_datetime_parsing": "tulis tahun-bulan-tanggal, misalnya 2026-11-24",
    "date_type": "tulis tahun-bulan-tanggal, misalnya 2026-11-24",
    "list_type": "tulis sebagai daftar",
    "model_attributes_type": "tulis sebagai objek JSON",
}


def unfit(error: ValidationError) -> Problem:
    """Every field that does not fit, as far as a person reads on."""
    said = dict.fromkeys(_sentence(one) for one in error.errors[:_SHOWN])
    return Problem(code="isian_keliru", message=" ".join(said))


def _sentence(error: Mapping[str, Any]) -> str:
    kind, bounds = str(error["type"]), error.get("ctx", {})
    field = ".".join(str(part) for part in error["loc"][1:]).removeprefix("said.") or "kiriman"
    if kind in _FORMS:
        return f"{LABELS.get(field, f'Isian {field}')} {_FORMS[kind]}."
    if kind in ("literal_error", "enum"):
        return f"Isian {field}: pilih salah satu dari {str(bounds['expected']).replace(' or ', ', ')}."
    limit = next((bounds[name] for name in ("max_length", "min_length", "ge", "le") if name in bounds), 0)
    return field_sentence(field, "", kind, int(limit))
