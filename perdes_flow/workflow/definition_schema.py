"""The form of workflow files and overlays as JSON Schema, for editors that help while one types."""

import json
from typing import Any

from pydantic import BaseModel

from perdes_flow.workflow.definition_model import WorkflowFile
from perdes_flow.workflow.guards import GUARDS, Guard
from perdes_flow.workflow.overlay import OverlayFile

_USES = ("Transition", "StepChange")


def schema_text() -> str:
    """`workflows/schema/workflow.schema.json` as it must be."""
    schema: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Alur Peraturan Desa",
        "anyOf": [{"$ref": "#/$defs/WorkflowFile"}, {"$ref": "#/$defs/OverlayFile"}],
        "$defs": {},
    }
    for model in (WorkflowFile, OverlayFile):
        schema["$defs"] |= _definitions(model)
    for name in _USES:
        schema["$defs"][name]["properties"]["guards"]["items"] = {"$ref": "#/$defs/Guard"}
    schema["$defs"]["Guard"] = {"oneOf": [_guard(guard) for guard in GUARDS.values()]}
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _definitions(model: type[BaseModel]) -> dict[str, Any]:
    whole = model.model_json_schema()
    parts: dict[str, Any] = whole.pop("$defs", {})
    return {**parts, model.__name__: whole}


def _guard(guard: Guard) -> dict[str, Any]:
    """A guard as it is written in YAML: its name as the key, its arguments below."""
    return {
        "type": "object",
        "required": [guard.name],
        "additionalProperties": False,
        "properties": {
            guard.name: guard.args.model_json_schema(),
            "law": {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
            "mark": {"enum": ["V", "M", "U"]},
        },
    }
