"""Is it a Word document, and do its parts hold together: content types, and what each part refers to."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from perdes_flow.errors import DocxRefused
from perdes_flow.word.names import CONTENT_TYPES, CONTENT_TYPES_PART, PACKAGE_RELATIONSHIPS
from perdes_flow.word.package import Package, resolved


@dataclass(frozen=True, slots=True)
class Reference:
    """One relationship as it is written: from a part ("": the package), its kind's last word, and where it leads.

    `target` is what the file says, `part` the part that is meant where it leads to one.
    """

    source: str
    id: str
    kind: str
    target: str
    external: bool
    part: str = ""


def check_document(package: Package) -> None:
    """The one main part is that of a plain Word document; DocxRefused otherwise."""
    if not package.has(CONTENT_TYPES_PART):
        raise DocxRefused("OPC_MISSING", {"part": CONTENT_TYPES_PART})
    for kind in content_types(package):
        if any(word in kind for word in _MACRO_TYPES):
            raise DocxRefused("MACRO")
    mains = [r for r in package.relationships().values() if r.short == "officeDocument"]
    if len(mains) > 1 or package.content_type(package.main) != _MAIN_TYPE:
        raise DocxRefused("NOT_DOCX", {"part": package.main})


def content_types(package: Package) -> tuple[str, ...]:
    """All content types that the file names, in small letters."""
    types = package.tree(CONTENT_TYPES_PART)
    return tuple(element.get("ContentType", "").lower() for element in types.iter(*_TYPE_TAGS))


def references_in(package: Package) -> tuple[Reference, ...]:
    """Every relationship of every part; DocxRefused for a doubled id, a way out of the package, or a missing part."""
    found = [r for name in package.names() if _is_relationships(name) for r in _written_in(package, name)]
    for reference in found:
        if reference.external or is_address(reference.target):
            continue
        if _leads_out(reference):
            raise DocxRefused("OPC_REL", {"part": reference.source, "target": reference.target})
        if not package.has(reference.part) and not _is_harmless_gap(reference):
            raise DocxRefused("OPC_MISSING", {"part": reference.part})
    return tuple(found)


def is_address(target: str) -> bool:
    """A way to another machine or drive, whatever its mode says."""
    plain = unquote(target).strip()
    return plain.startswith(("//", "\\\\")) or ":" in plain.split("/", 1)[0].split("#", 1)[0]


_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_MACRO_TYPES = ("macroenabled", "vbaproject", "vbadata")
_TYPE_TAGS = (CONTENT_TYPES + "Default", CONTENT_TYPES + "Override")


def _is_relationships(name: str) -> bool:
    return name.casefold().endswith(".rels")


def _written_in(package: Package, name: str) -> Iterator[Reference]:
    source = package.spelling(_source_of(name))
    seen: set[str] = set()
    for element in package.tree(name).iter(PACKAGE_RELATIONSHIPS + "Relationship"):
        rid = element.get("Id", "")
        if rid in seen:
            raise DocxRefused("OPC_REL", {"part": source, "target": element.get("Target", "")})
        seen.add(rid)
        target = element.get("Target", "")
        external = element.get("TargetMode", "Internal") != "Internal"
        part = "" if external else package.spelling(resolved(source, target))
        yield Reference(source, rid, element.get("Type", "").rsplit("/", 1)[-1], target, external, part)


def _source_of(name: str) -> str:
    folder, file = posixpath.split(name)
    return posixpath.join(posixpath.dirname(folder), file[: -len(".rels")])


def _leads_out(reference: Reference) -> bool:
    target = unquote(reference.target.split("#", maxsplit=1)[0]).replace("\\", "/")
    if target.startswith("/"):
        return posixpath.normpath(target[1:] or ".").startswith("..")
    return posixpath.normpath(posixpath.join(posixpath.dirname(reference.source), target)).startswith("..")


def _is_harmless_gap(reference: Reference) -> bool:
    """Word itself writes "NULL" for a picture that it lost; a bare "#place" stays in the document."""
    return reference.target.startswith("#") or (
        reference.kind in ("image", "hyperlink") and posixpath.basename(reference.target) == "NULL"
    )
