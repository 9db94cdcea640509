"""Automatic numbers as Word shows them: "Pasal 5", "(2)", "a.". They stand nowhere in the text; Word counts them.

Lists that share a definition count on together; an instance's own start holds from its first use.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from perdes_flow.word.markup import paragraph_properties
from perdes_flow.word.names import W
from perdes_flow.word.ordinals import written
from perdes_flow.word.package import Package

ListPlace = tuple[str, int]  # list id, level from 0
_LEVELS = 9
_LISTED, _STYLED = W + "numPr", W + "pStyle"
_LEVEL_SIGNS = "012345678"


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list. `restart` is the level (from 0) after which it starts again; None: after any above it."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int | None = None
    arabic_only: bool = False


@dataclass(frozen=True, slots=True)
class List:
    """One list as paragraphs name it: the definition that it shares, its levels, and its own starts."""

    definition: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int] = field(default_factory=dict)


class Counter:
    """Counts the numbered paragraphs of one story in reading order."""

    def __init__(self, lists: Mapping[str, List]) -> None:
        self._lists = lists
        self._counts: dict[str, list[int | None]] = {}
        self._started: set[tuple[str, int]] = set()

    def next(self, list_id: str, level: int) -> str:
        """The number of the next paragraph in that list at that level (from 0); "" for bullets and unknown lists."""
        numbered = self._lists.get(list_id)
        if numbered is None or level not in numbered.levels:
            return ""
        counts = self._counts.setdefault(numbered.definition, [None] * _LEVELS)
        self._count(counts, numbered, list_id, level)
        return self._shown(counts, numbered, level)

    def _count(self, counts: list[int | None], numbered: List, list_id: str, level: int) -> None:
        own_start = numbered.starts.get(level)
        if own_start is not None and (list_id, level) not in self._started:
            self._started.add((list_id, level))
            counts[level] = own_start
        else:
            current = counts[level]
            counts[level] = numbered.levels[level].start if current is None else current + 1
        for above in range(level):
            if counts[above] is None:  # a level that was passed over counts as begun
                counts[above] = self._first(numbered, above)
        for below in range(level + 1, _LEVELS):
            restart = numbered.levels[below].restart if below in numbered.levels else None
            if restart is None or (restart > 0 and level < restart):
                counts[below] = None

    def _first(self, numbered: List, level: int) -> int:
        return numbered.starts.get(level, numbered.levels[level].start if level in numbered.levels else 1)

    def _shown(self, counts: list[int | None], numbered: List, level: int) -> str:
        own = numbered.levels[level]
        if own.form == "bullet":
            return ""
        shown = own.text
        for index in range(_LEVELS):
            mark = f"%{index + 1}"
            if mark in shown:
                form = numbered.levels[index].form if index in numbered.levels else "decimal"
                value = counts[index] if counts[index] is not None else self._first(numbered, index)
                shown = shown.replace(mark, written(value or 0, "decimal" if own.arabic_only else form))
        return shown


class Numbering:
    """The lists of a package, and which list a paragraph belongs to, by itself or by its style."""

    def __init__(self, package: Package) -> None:
        self._package = package

    def counter(self) -> Counter:
        return Counter(self._lists)

    @property
    def lists(self) -> Mapping[str, List]:
        """All lists by their ids."""
        return self._lists

    def sharing(self, list_ids: Collection[str]) -> frozenset[str]:
        """The lists that count on together with one of these, themselves among them."""
        shared = {found.definition for name in list_ids if (found := self._lists.get(name)) is not None}
        together = (name for name, found in self._lists.items() if found.definition in shared)
        return frozenset((*list_ids, *together))

    def place(self, paragraph: etree._Element) -> ListPlace | None:
        """List id and level of a paragraph; None where it has no number."""
        return self.place_by(paragraph_properties(paragraph))

    def place_by(self, properties: Mapping[str, etree._Element]) -> ListPlace | None:
        """The same by the paragraph's properties."""
        own, style = properties.get(_LISTED), properties.get(_STYLED)
        name = style.get(W + "val", "") if style is not None else self._default_style
        by_style = self._style_places.get(name)
        if own is None:
            return by_style
        number, level = own.find(W + "numId"), own.find(W + "ilvl")
        list_id = number.get(W + "val", "0") if number is not None else by_style[0] if by_style else "0"
        if list_id == "0":  # Word's way to say: no number here, whatever the style says
            return None
        if level is None and by_style is not None and by_style[0] == list_id:
            return by_style
        return list_id, _int(level, 0)

    @cached_property
    def _lists(self) -> dict[str, List]:
        definitions, found = self._definitions, {}
        for number in self._roots("numbering", "num"):
            reference = number.find(W + "abstractNumId")
            name = reference.get(W + "val", "") if reference is not None else ""
            name = self._links.get(name, name)
            levels = dict(definitions.get(name, {}))
            starts: dict[int, int] = {}
            for index, override in _by_level(number, "lvlOverride"):
                redefined, start = override.find(W + "lvl"), override.find(W + "startOverride")
                if redefined is not None:
                    levels[index] = _level(redefined)
                if start is not None:
                    starts[index] = _int(start, 1)
            found[number.get(W + "numId", "")] = List(name, levels, starts)
        return found

    @cached_property
    def _definitions(self) -> dict[str, dict[int, Level]]:
        return {
            definition.get(W + "abstractNumId", ""): {
                index: _level(level) for index, level in _by_level(definition, "lvl")
            }
            for definition in self._roots("numbering", "abstractNum")
        }

    @cached_property
    def _links(self) -> dict[str, str]:
        """A definition that only refers to a numbering style stands for the one which that style brings."""
        brought = {style: name for name, style in self._naming("styleLink")}
        return {name: brought[style] for name, style in self._naming("numStyleLink") if style in brought}

    def _naming(self, link: str) -> Iterator[tuple[str, str]]:
        """(definition, style) where a definition names a style in this way; the first of a style last."""
        for definition in reversed(self._roots("numbering", "abstractNum")):
            style = definition.find(W + link)
            if style is not None:
                yield definition.get(W + "abstractNumId", ""), style.get(W + "val", "")

    @cached_property
    def _style_places(self) -> dict[str, ListPlace]:
        styles = {style.get(W + "styleId", ""): style for style in self._roots("styles", "style")}
        tied = self._levels_tied_to_styles
        found: dict[str, ListPlace] = {}
        for name in styles:
            place = _inherited(styles, name)
            if place is not None:
                list_id, level = place
                found[name] = (list_id, tied.get((list_id, name), level))
        return found

    @cached_property
    def _levels_tied_to_styles(self) -> dict[tuple[str, str], int]:
        """(list, style) -> level, where the list's definition says which style a level belongs to."""
        by_definition: dict[str, dict[str, int]] = {}
        for definition in self._roots("numbering", "abstractNum"):
            tied = by_definition.setdefault(definition.get(W + "abstractNumId", ""), {})
            for index, level in _by_level(definition, "lvl"):
                style = level.find(W + "pStyle")
                if style is not None:
                    tied[style.get(W + "val", "")] = index
        return {
            (list_id, style): level
            for list_id, numbered in self._lists.items()
            for style, level in by_definition.get(numbered.definition, {}).items()
        }

    @cached_property
    def _default_style(self) -> str:
        for style in self._roots("styles", "style"):
            if style.get(W + "type") == "paragraph" and style.get(W + "default") in ("1", "true", "on"):
                return style.get(W + "styleId", "")
        return ""

    def _roots(self, kind: str, name: str) -> list[etree._Element]:
        return [
            el for part in self._package.related(kind)[:1] for el in self._package.tree(part).iter(W + name)
        ]


def _by_level(parent: etree._Element, name: str) -> Iterator[tuple[int, etree._Element]]:
    """The elements of that name with the level (0 to 8) they are for; those for no real level are passed over."""
    for element in parent.iter(W + name):
        said = element.get(W + "ilvl", "0").strip()
        if len(said) == 1 and said in _LEVEL_SIGNS:
            yield int(said), element


def _level(element: etree._Element) -> Level:
    form, text = element.find(W + "numFmt"), element.find(W + "lvlText")
    restart, legal = element.find(W + "lvlRestart"), element.find(W + "isLgl")
    return Level(
        _int(element.find(W + "start"), 0 if form is None else 1),
        form.get(W + "val", "decimal") if form is not None else "decimal",
        text.get(W + "val", "") if text is not None else "",
        _int(restart, 0) if restart is not None else None,
        legal is not None and legal.get(W + "val", "1") not in ("0", "false", "off"),
    )


def _inherited(styles: Mapping[str, etree._Element], name: str) -> ListPlace | None:
    """The list that a paragraph style brings, its own or that of the style it is based on."""
    seen: set[str] = set()
    list_id: str | None = None
    level: int | None = None
    while name in styles and name not in seen:
        seen.add(name)
        numbering = styles[name].find(f"{W}pPr/{W}numPr")
        if numbering is not None:
            number, depth = numbering.find(W + "numId"), numbering.find(W + "ilvl")
            level = _int(depth, 0) if level is None and depth is not None else level
            if number is not None:
                list_id = number.get(W + "val", "0")
                break
        base = styles[name].find(W + "basedOn")
        name = base.get(W + "val", "") if base is not None else ""
    return (list_id, level or 0) if list_id not in (None, "0") else None


def _int(element: etree._Element | None, otherwise: int) -> int:
    """The number in w:val; files hold all sorts of things there."""
    try:
        return int(element.get(W + "val", "")) if element is not None else otherwise
    except ValueError:
        return otherwise
