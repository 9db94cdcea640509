"""Brings what deleted text needs from the old package into the new one: pictures, links, lists, styles, notes."""

import posixpath
import re
from copy import deepcopy

from lxml import etree

from perdes_flow.word.names import VML, R, W
from perdes_flow.word.redline.content import attributes
from perdes_flow.word.redline.naming import RENAMED
from perdes_flow.word.redline.side import NOTE_KINDS, Side


class Carrier:
    """Copies elements of one old part so that they work in one new part."""

    def __init__(self, old: Side, new: Side, old_part: str, new_part: str) -> None:
        self._old, self._new = old, new
        self._old_part, self._new_part = old_part, new_part

    def carry(self, element: etree._Element) -> etree._Element:
        """A copy of an old element, ready to stand in the new part."""
        return self.adapt(deepcopy(element))

    def adapt(self, copy: etree._Element) -> etree._Element:
        """Make a copy of an old element fit, in place."""
        for node in list(copy.iter(etree.Element)):
            if node.tag in _LEFT_BEHIND and node is not copy:
                parent = node.getparent()
                if parent is not None:
                    parent.remove(node)
                continue
            if node.attrib:
                self._attributes(node)
            if node.tag == W + "numId":
                node.set(W + "val", self._list(node.get(W + "val", "")))
            elif node.tag in _STYLES:
                self.bring_style(node.get(W + "val", ""))
            elif node.tag in NOTE_KINDS:
                node.set(W + "id", self._note(node))
            elif node.tag == _DRAWING:
                node.set("id", _free_drawing(self._new))
            elif node.tag.startswith(VML) and "id" in node.attrib:
                self._rename_shape(copy, node)
        return copy

    def _rename_shape(self, copy: etree._Element, shape: etree._Element) -> None:
        """Give a shape, or the kind of one, a name that nobody has, also where others call it by that."""
        known = shape.get("id", "")
        name = f"{known}{RENAMED}{_free_drawing(self._new)}"
        shape.set("id", name)
        for thing in copy.iter(etree.Element):
            for attribute, called in (("ShapeID", ""), ("type", "#")):
                if thing.get(attribute) == called + known:
                    thing.set(attribute, called + name)

    def _attributes(self, node: etree._Element) -> None:
        for name, value in attributes(node):
            if name.startswith(R) and value:
                rid = self._relationship(value)
                if rid:
                    node.set(name, rid)
                else:
                    del node.attrib[name]
            elif name.startswith(_LATER_WORD) and node.tag.startswith((W, VML, _DRAWINGS)):
                del node.attrib[name]  # counts things, and the new part may not know of such attributes

    def _relationship(self, rid: str) -> str:
        """The id in the new part of what an id in the old part leads to."""
        wanted = self._old.target(self._old_part, rid)
        relationship = self._old.package.relationships(self._old_part).get(rid)
        if relationship is None:
            return ""
        for known in self._new.package.relationships(self._new_part):
            if self._new.target(self._new_part, known) == wanted:
                return known
        target = relationship.target
        if not relationship.external and self._old.package.has(target):
            story = relationship.short in ("header", "footer")
            target = (carry_story if story else carry_part)(self._old, self._new, target)
        return self._new.package.add_relationship(
            self._new_part, relationship.kind, target, external=relationship.external
        )

    def _list(self, number: str) -> str:
        """The id in the new package of a list of the old one."""
        if number == "0" or number not in self._old.numbering or self._old.tells_lists:
            return number
        return carry_list(self._old, self._new, number)

    def bring_style(self, style: str) -> None:
        """Let the new package have a style of the old one."""
        if ("style", style) not in self._new.carried:
            self._new.carried["style", style] = style
            carry_style(self._old, self._new, style)

    def _note(self, reference: etree._Element) -> str:
        """The id of a copy of the note that an old reference leads to."""
        kind = NOTE_KINDS[reference.tag]
        number = reference.get(W + "id", "")
        key = (kind, number)
        if key not in self._new.carried:
            self._new.carried[key] = carry_note(self._old, self._new, kind, number)
        return self._new.carried[key]


def _names(*names: str) -> frozenset[str]:
    return frozenset(W + name for name in names)


_LEFT_BEHIND = _names(
    "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference", "permStart", "permEnd",
    "proofErr", "lastRenderedPageBreak",
)  # fmt: skip
_STYLES = _names("pStyle", "rStyle", "tblStyle")
_DRAWINGS = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_DRAWING = _DRAWINGS + "docPr"
_LATER_WORD = "{http://schemas.microsoft.com/office/word/2"


def _free_drawing(new: Side) -> str:
    """A number that no drawing has; looked for once, then counted on."""
    key = ("last", "drawing")
    if key not in new.carried:
        stories = (new.package.read(part) for _, part in new.package.stories())
        numbers = [int(number) for story in stories for number in _DRAWING_NUMBER.findall(story)]
        new.carried[key] = str(max(numbers, default=0))
    new.carried[key] = str(int(new.carried[key]) + 1)
    return new.carried[key]


_DRAWING_NUMBER = re.compile(rb'docPr\s[^<>]*?\bid="(\d{1,9})"')


def carry_story(old: Side, new: Side, part: str, *, use: str = "story") -> str:
    """Copy a header or footer of the old main part, once for each use; the name of the copy."""
    known = (use, part) in new.carried
    name = carry_part(old, new, part, use=use)
    if not known:
        Carrier(old, new, part, name).adapt(new.tree(name))
        new.touch(name)
    return name


def carry_part(old: Side, new: Side, part: str, *, use: str = "part") -> str:
    """Copy a part with all that it leads to under a free name; the name. A plain part that is there already serves itself."""
    if (use, part) in new.carried:
        return new.carried[use, part]
    same = use == "part" and new.package.has(part) and new.package.read(part) == old.package.read(part)
    if same and not old.package.relationships(part):
        return new.carried.setdefault((use, part), part)
    stem, extension = posixpath.splitext(part)
    count, name = 1, part
    while new.package.has(name):
        name, count = f"{stem}-lama{count}{extension}", count + 1
    new.carried[use, part] = name
    new.package.add_part(name, old.package.read(part), old.package.content_type(part))
    for rid, relationship in old.package.relationships(part).items():
        target = relationship.target
        if not relationship.external and old.package.has(target):
            target = carry_part(old, new, target)
        new.package.add_relationship(name, relationship.kind, target, external=relationship.external, rid=rid)
    return name


def carry_list(old: Side, new: Side, number: str) -> str:
    """Copy a list of the old numbering part, once; its new id."""
    if ("list", number) not in new.carried:
        new.carried["list", number] = _carry_list(old, new, number)
    return new.carried["list", number]


def _carry_list(old: Side, new: Side, number: str) -> str:
    old_part, new_part = old.part_of("numbering"), new.part_of("numbering")
    if old_part is None:
        return number
    if new_part is None:
        new_part = carry_part(old, new, old_part)
        new.package.add_relationship(new.main, _kind(old, "numbering"), new_part, external=False)
        new.forget_numbering()
        new.carried.update({("list", name): name for name in old.numbering})
        return number
    target, instance = new.tree(new_part), old.lists.get((W + "num", number))
    reference = instance.find(W + "abstractNumId") if instance is not None else None
    if instance is None or reference is None:
        return number
    definition = _carry_definition(old, new, target, reference.get(W + "val", ""))
    copy = _plain_copy(instance)
    free = _free(new, target, "num", "numId")
    copy.set(W + "numId", free)
    copied_reference = copy.find(W + "abstractNumId")
    if definition is not None and copied_reference is not None:
        copied_reference.set(W + "val", definition.get(W + "abstractNumId", ""))
    _insert_after_last(target, copy, W + "num")
    new.touch(new_part)
    new.add_list(copy, definition)
    return free


def _plain_copy(element: etree._Element) -> etree._Element:
    """A copy without the attributes that the new part may not know."""
    copy = deepcopy(element)
    for attribute in [key for key, _ in attributes(copy) if key.startswith(_LATER_WORD)]:
        del copy.attrib[attribute]
    return copy


def _carry_definition(old: Side, new: Side, target: etree._Element, name: str) -> etree._Element | None:
    """Copy what a list is defined by, once for all lists that share it: they count on together."""
    key = ("abstractNum", name)
    if key in new.carried:
        return new.lists[W + "abstractNum", new.carried[key]]
    found = old.lists.get((W + "abstractNum", name))
    if found is None:
        return None
    definition = _plain_copy(found)
    new.carried[key] = _free(new, target, "abstractNum", "abstractNumId")
    definition.set(W + "abstractNumId", new.carried[key])
    for random in (W + "nsid", W + "tmpl"):
        for node in definition.findall(random):
            definition.remove(node)
    _insert_after_last(target, definition, W + "abstractNum")
    new.lists[W + "abstractNum", new.carried[key]] = definition
    return definition


def carry_style(old: Side, new: Side, style: str) -> None:
    """Copy a style that only the old package has, with those that it is based on."""
    old_part, new_part = old.part_of("styles"), new.part_of("styles")
    if old_part is None or new_part is None:
        return
    target = new.tree(new_part)
    if any(s.get(W + "styleId") == style for s in target.iter(W + "style")):
        return
    found = next((s for s in old.tree(old_part).iter(W + "style") if s.get(W + "styleId") == style), None)
    if found is None:
        return
    copy = deepcopy(found)
    copy.attrib.pop(W + "default", "")
    for number in copy.iter(W + "numId"):
        number.set(W + "val", carry_list(old, new, number.get(W + "val", "")))
    target.append(copy)
    new.touch(new_part)
    for base in copy.iter(W + "basedOn", W + "link", W + "next"):
        carry_style(old, new, base.get(W + "val", ""))


def carry_note(old: Side, new: Side, kind: str, number: str) -> str:
    """Copy a note; its new id."""
    old_part = old.part_of(kind)
    note = old.notes(kind).get(number)
    if old_part is None or note is None:
        return number
    new_part = new.part_of(kind)
    if new_part is None:  # all of them come, those with the lines between text and notes too
        new_part = carry_story(old, new, old_part)
        new.package.add_relationship(new.main, _kind(old, kind), new_part, external=False)
        new.carried.update({(kind, name): name for name in old.notes(kind)})
        return number
    root = new.tree(new_part)
    free = _free(new, root, etree.QName(note).localname, "id")
    copy = Carrier(old, new, old_part, new_part).carry(note)
    copy.set(W + "id", free)
    root.append(copy)
    new.touch(new_part)
    return free


def _kind(side: Side, name: str) -> str:
    return next(r.kind for r in side.package.relationships(side.main).values() if r.kind.endswith("/" + name))


def _free(new: Side, root: etree._Element, name: str, attribute: str) -> str:
    """A number that nothing of that name has; looked for once, then counted on."""
    key = ("last", name)
    if key not in new.carried:
        numbers = (e.get(W + attribute, "0") for e in root.iter(W + name))
        new.carried[key] = str(max((int(n) for n in numbers if n.lstrip("-").isdigit()), default=0))
    new.carried[key] = str(int(new.carried[key]) + 1)
    return new.carried[key]


def _insert_after_last(root: etree._Element, element: etree._Element, tag: str) -> None:
    last = next(root.iterchildren(tag, reversed=True), None)
    if last is not None:
        last.addnext(element)
    elif tag == W + "abstractNum":
        root.insert(0, element)
    else:
        root.append(element)
