"""Nothing in a regulation runs, embeds another file, or changes which letters are seen."""

from collections.abc import Iterable

from perdes_flow.errors import DocxRefused
from perdes_flow.word.gate.parts import Reference, content_types
from perdes_flow.word.names import W
from perdes_flow.word.package import Package

_OFFICE = "{urn:schemas-microsoft-com:office:office}"

# by the kind of a relationship, by a word in a content type, by an element of the text
_KINDS = {
    "vbaProject": "MACRO",
    "wordVbaData": "MACRO",
    "keyMapCustomizations": "MACRO",
    "attachedToolbars": "MACRO",
    "control": "ACTIVEX",
    "activeXControlBinary": "ACTIVEX",
    "aFChunk": "ALTCHUNK",
    "font": "FONT",
}
_TYPE_WORDS = {
    "activex": "ACTIVEX",
    "obfuscatedfont": "FONT",
    "application/x-font": "FONT",
    "image/svg": "SVG",
}
_ELEMENTS = {W + "altChunk": "ALTCHUNK", W + "control": "ACTIVEX"}


def refuse_active_parts(package: Package, references: Iterable[Reference]) -> None:
    """DocxRefused for macros, ActiveX, inserted documents, embedded fonts, by what the parts say of themselves."""
    for reference in references:
        if reference.kind in _KINDS and not reference.external:
            raise DocxRefused(_KINDS[reference.kind], {"part": reference.part})
    for kind in content_types(package):
        for word, code in _TYPE_WORDS.items():
            if word in kind:
                raise DocxRefused(code)


def refuse_active_elements(package: Package, parts: Iterable[str]) -> None:
    """The same by what stands in the text."""
    for part in parts:
        for element in package.tree(part).iter(*_ELEMENTS, _OFFICE + "OLEObject"):
            raise DocxRefused(_ELEMENTS.get(str(element.tag), "OLE"), {"part": part})
