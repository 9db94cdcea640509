"""Word templates with Jinja in them: filled in a sandbox, the same bytes for the same fields.

What a template may do is a closed list (`ALLOWED`, `FILTERS`): it names fields, repeats and chooses, and nothing else.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage
from jinja2 import StrictUndefined, nodes
from jinja2.sandbox import SandboxedEnvironment

from perdes_flow.word.archive import compress, write_archive
from perdes_flow.word.package import Package

Fields = Mapping[str, Any]  # text, numbers, pictures, and lists and mappings of them
FILTERS = ("upper", "lower", "capitalize", "title", "trim", "length", "join")
ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If, nodes.Name, nodes.Getattr, nodes.Const,
    nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.CondExpr, nodes.Filter, nodes.Concat, nodes.Tuple,
)  # fmt: skip
_HEADERS_AND_FOOTERS = (DocxTemplate.HEADER_URI, DocxTemplate.FOOTER_URI)


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG in the place of a field."""

    png: bytes
    width_mm: int


def sandbox() -> SandboxedEnvironment:
    """Jinja without anything that a paper does not need; a field that is not there is an error."""
    environment = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    environment.globals.clear()
    environment.filters = {name: environment.filters[name] for name in FILTERS}
    environment.tests = {}
    return environment


def fill(template: bytes, fields: Fields, *, title: str, on: date) -> bytes:
    """The template with its fields filled in; Jinja's errors where it is not one that `sources` accepts."""
    opened = DocxTemplate(BytesIO(template))
    opened.init_docx()
    opened.render(_shown(fields, opened), sandbox(), autoescape=True)
    stamp = datetime(on.year, on.month, on.day, tzinfo=UTC)
    known = opened.docx.core_properties
    known.title, known.author, known.last_modified_by = title, "perdes-flow", "perdes-flow"
    known.created = known.modified = stamp  # not the clock's: the same record gives the same bytes
    written = BytesIO()
    opened.save(written)
    return _packed_again(written.getvalue())


def sources(template: bytes) -> tuple[str, ...]:
    """The XML of every part that is filled, as Jinja gets it: a paragraph begins each line."""
    opened = DocxTemplate(BytesIO(template))
    opened.init_docx()
    parts = [opened.get_xml()]
    for uri in _HEADERS_AND_FOOTERS:
        parts += [opened.get_part_xml(part) for _, part in opened.get_headers_footers(uri)]
    return tuple(
        opened.patch_xml(part).replace("<w:p>", "\n<w:p>").replace("<w:p ", "\n<w:p ") for part in parts
    )


def _shown(value: Any, template: DocxTemplate) -> Any:
    match value:
        case Picture():
            return InlineImage(template, BytesIO(value.png), width=Mm(value.width_mm))
        case Mapping():
            return {name: _shown(inner, template) for name, inner in value.items()}
        case list() | tuple():
            return [_shown(inner, template) for inner in value]
        case str():
            # what XML cannot hold; and a bell would start a paragraph, a form feed a page
            return "".join(c if c >= " " or c in "\n\t" else " " for c in value)
    return value


def _packed_again(docx: bytes) -> bytes:
    package = Package.open(docx)
    return write_archive(compress(name, package.read(name)) for name in package.names())
