"""A DOCX as its parts: read once, parsed once, and written back the same way every time."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from perdes_flow.errors import DocxRefused
from perdes_flow.word.archive import (
    GENEROUS,
    Entry,
    Limits,
    Packed,
    as_packed,
    compress,
    inflate,
    part_key,
    read_directory,
    write_archive,
)
from perdes_flow.word.markup import parse_xml, serialise
from perdes_flow.word.names import (
    CONTENT_TYPES,
    CONTENT_TYPES_PART,
    PACKAGE_RELATIONSHIPS,
    ROOT_RELATIONSHIPS_PART,
)

_NO_RELATIONSHIPS = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
_RELATIONSHIPS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
_STORIES = ("header", "footer", "footnotes", "endnotes")


@dataclass(frozen=True, slots=True)
class Relationship:
    """`kind` is the full type; `target` a part's name, or an address outside where `external`."""

    id: str
    kind: str
    target: str
    external: bool

    @property
    def short(self) -> str:
        """The last word of the type: "header", "image" …"""
        return self.kind.rsplit("/", 1)[-1]


class Package:
    """The parts of a DOCX by name ("word/document.xml"). Trees are shared: who changes one changes it for all."""

    def __init__(self, data: bytes, entries: Mapping[str, Entry]) -> None:
        self._data = data
        self._entries = dict(entries)
        self._spellings = {part_key(name): name for name in entries}
        self._parts: dict[str, bytes] = {}
        self._trees: dict[str, etree._Element] = {}
        self._relationships: dict[str, dict[str, Relationship]] = {}
        self._added: list[str] = []
        self._changed: set[str] = set()
        self.main = self._main()

    @classmethod
    def open(cls, data: bytes, limits: Limits = GENEROUS) -> "Package":
        """Read the directory of a DOCX; DocxRefused where it is no archive, or has no main part."""
        return cls(data, {entry.name: entry for entry in read_directory(data, limits)})

    def as_it_came(self) -> "Package":
        """The same file once more, without what was changed here; its directory is not read again."""
        return Package(self._data, self._entries)

    def names(self) -> tuple[str, ...]:
        """All parts, in the order of the file."""
        return tuple(self._entries)

    def has(self, name: str) -> bool:
        """Whether the package holds a part of that name."""
        return name in self._entries or name in self._parts

    def spelling(self, name: str) -> str:
        """A part's name as the archive spells it: references may differ in case, and in percent signs."""
        return name if name in self._entries else self._spellings.get(part_key(name), name)

    def read(self, name: str) -> bytes:
        """The bytes of a part as it came; DocxRefused where it is missing or damaged. They are not kept."""
        if name in self._parts:
            return self._parts[name]
        entry = self._entries.get(name)
        if entry is None:
            raise DocxRefused("OPC_MISSING", {"part": name})
        return inflate(self._data, entry)

    def holds_same(self, name: str, other: "Package") -> bool:
        """Does a part stand in another package as it stands here, to the letter of the archive? Nothing is inflated."""
        mine, others = self._entries.get(name), other._entries.get(name)
        if mine is None or others is None or (mine.crc, mine.size) != (others.crc, others.size):
            return False
        return as_packed(self._data, mine) == as_packed(other._data, others)

    def tree(self, name: str, data: bytes | None = None) -> etree._Element:
        """The root of an XML part, parsed once; DocxRefused where it is no XML, or has a DTD.

        `data` are the part's bytes, where the caller has read them already.
        """
        if name not in self._trees:
            self._trees[name] = parse_xml(self.read(name) if data is None else data, name)
        return self._trees[name]

    def parsed(self) -> tuple[str, ...]:
        """The parts whose trees are there already."""
        return tuple(self._trees)

    def relationships(self, name: str = "") -> Mapping[str, Relationship]:
        """What a part ("": the package) refers to, by id."""
        if name not in self._relationships:
            self._relationships[name] = {r.id: r for r in self._read_relationships(name)}
        return self._relationships[name]

    def related(self, short: str) -> tuple[str, ...]:
        """The parts that the main part refers to by the last word of their type, in the order of the file."""
        every = self.relationships(self.main).values()
        return tuple(r.target for r in every if r.short == short and not r.external and self.has(r.target))

    def stories(self) -> tuple[tuple[str, str], ...]:
        """Kind and name of every part that holds text of the document, in reading order, each once."""
        found = [("body", self.main)]
        found += [(short.removesuffix("s"), part) for short in _STORIES for part in self.related(short)]
        return tuple(dict.fromkeys(found))

    # ---- changing

    def content_type(self, name: str) -> str:
        """The content type of a part, its own or that of its ending; "" where none is said."""
        types = self.tree(CONTENT_TYPES_PART)
        for override in types.iter(CONTENT_TYPES + "Override"):
            if override.get("PartName", "").lstrip("/").casefold() == name.casefold():
                return override.get("ContentType", "")
        ending = name.rsplit(".", 1)[-1].casefold()
        for default in types.iter(CONTENT_TYPES + "Default"):
            if default.get("Extension", "").casefold() == ending:
                return default.get("ContentType", "")
        return ""

    def add_part(self, name: str, data: bytes, content_type: str) -> None:
        """A further part, under a name that is free."""
        self._parts[name] = data
        self._added.append(name)
        if self.content_type(name) != content_type:
            types = self.tree(CONTENT_TYPES_PART)
            etree.SubElement(types, CONTENT_TYPES + "Override", PartName=f"/{name}", ContentType=content_type)
            self._changed.add(CONTENT_TYPES_PART)

    def add_relationship(
        self, name: str, kind: str, target: str, *, external: bool, rid: str | None = None
    ) -> str:
        """A further relationship of a part; its id, a free one unless `rid` names it."""
        known = dict(self.relationships(name))
        number = len(known) + 1
        while rid is None or (rid in known and rid.startswith("rIdP")):
            rid = f"rIdP{number}"
            number += 1
        part = self.spelling(relationships_part(name))
        if not self.has(part):
            self.add_part(part, _NO_RELATIONSHIPS, _RELATIONSHIPS_TYPE)
        element = etree.SubElement(self.tree(part), PACKAGE_RELATIONSHIPS + "Relationship", Id=rid, Type=kind)
        element.set("Target", target if external else f"/{target}")
        if external:
            element.set("TargetMode", "External")
        self._changed.add(part)
        self._relationships[name] = {**known, rid: Relationship(rid, kind, target, external)}
        return rid

    def pack(self, touched: Iterable[str] = (), written: Mapping[str, bytes] | None = None) -> bytes:
        """The file again: parts whose trees were changed (`touched`) written anew, all others copied as they stand.

        `written` are parts whose new bytes are at hand.
        """
        changed, given = {*touched, *self._changed}, written or {}
        names = (*self._entries, *self._added)
        return write_archive(self._packed(name, name in changed, given.get(name)) for name in names)

    def _packed(self, name: str, changed: bool, written: bytes | None) -> Packed:
        if written is not None or changed:
            return compress(name, serialise(self._trees[name]) if written is None else written)
        entry = self._entries.get(name)
        return as_packed(self._data, entry) if entry is not None else compress(name, self._parts[name])

    def _main(self) -> str:
        if not self.has(ROOT_RELATIONSHIPS_PART):
            known = self.has(CONTENT_TYPES_PART)  # half a Word file, or another kind of ZIP
            raise DocxRefused("OPC_MISSING" if known else "NOT_DOCX", {"part": ROOT_RELATIONSHIPS_PART})
        mains = [r.target for r in self.relationships().values() if r.short == "officeDocument"]
        if not mains:
            raise DocxRefused("NOT_DOCX")
        for main in mains:
            if self.has(main):
                return main
        raise DocxRefused("OPC_MISSING", {"part": mains[0]})

    def _read_relationships(self, name: str) -> Iterator[Relationship]:
        part = self.spelling(relationships_part(name))
        if not self.has(part):
            return
        for element in self.tree(part).iter(PACKAGE_RELATIONSHIPS + "Relationship"):
            external = element.get("TargetMode") == "External"
            target = element.get("Target", "")
            place = target if external else self.spelling(resolved(name, target))
            yield Relationship(element.get("Id", ""), element.get("Type", ""), place, external)


def relationships_part(name: str) -> str:
    """Where a part's relationships are written down."""
    if not name:
        return ROOT_RELATIONSHIPS_PART
    folder, file = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def resolved(source: str, target: str) -> str:
    """A target as a part's name; relative ones start at the folder of the part that refers to it."""
    plain = unquote(target.split("#", maxsplit=1)[0]).replace("\\", "/")
    folder = "/" if plain.startswith("/") else f"/{posixpath.dirname(source)}"
    return posixpath.normpath(posixpath.join(folder, plain)).lstrip("/")
