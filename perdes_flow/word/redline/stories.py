"""The stories of a document one after the other: body, headers and footers, notes."""

from lxml import etree

from perdes_flow.word.names import R, W
from perdes_flow.word.redline.blocks import redline_blocks, redline_story
from perdes_flow.word.redline.carrying import carry_story
from perdes_flow.word.redline.marking import mark_blocks
from perdes_flow.word.redline.proof import headers_of
from perdes_flow.word.redline.shop import Shop
from perdes_flow.word.redline.side import NOTE_KINDS

_SECTION_PROPERTIES = W + "sectPr"


def redline_stories(shop: Shop) -> None:
    """Turn every story of the new package into its redline."""
    bodies = shop.ledger.bodies
    redline_story(shop, *bodies, same_place=False)
    old_section, new_section = bodies[0].last_section(), bodies[1].last_section()
    if old_section is not None and new_section is None:
        new_section = etree.Element(_SECTION_PROPERTIES)
        bodies[1].place(new_section, len(bodies[1].blocks))
    if new_section is not None:
        old_section = etree.Element(_SECTION_PROPERTIES) if old_section is None else old_section
        shop.ledger.sections.append((old_section, new_section))
    done: set[str] = set()
    for old, new in shop.ledger.sections:
        _redline_section(shop, old, new, done)
    for kind in ("footnotes", "endnotes"):
        _redline_notes(shop, kind)
    shop.new.settle_stories()


def _redline_section(shop: Shop, old: etree._Element, new: etree._Element, done: set[str]) -> None:
    if shop.tools.old_names.properties(old) != shop.tools.new_names.properties(new):
        shop.pen.change(new, shop.carry(old))
    olds, news = headers_of(shop.old, shop.old.main, old), headers_of(shop.new, shop.new.main, new)
    for key, new_part in news.items():
        if new_part in done:
            continue
        done.add(new_part)
        root = shop.new.tree(new_part)
        if key in olds:
            there = shop.at(olds[key], new_part)
            if there.tools.old_deep.blocks(shop.old.tree(olds[key])) != there.tools.new_deep.blocks(root):
                redline_blocks(there, shop.old.tree(olds[key]), root)
                shop.new.touch(new_part)
        else:
            mark_blocks(shop.pen, root, "ins")
            shop.new.touch(new_part)
    for key in [key for key in olds if key not in news]:  # in order: the same input gives the same bytes
        _bring_header(shop, old, new, key)


def _bring_header(shop: Shop, old: etree._Element, new: etree._Element, key: tuple[str, str]) -> None:
    """A header that went comes back with all its text deleted: Word has no mark for a header that went."""
    reference = next(r for r in old.iter(key[0]) if r.get(W + "type", "default") == key[1])
    known = "header gone", reference.get(R + "id", "")
    if known not in shop.new.carried:
        relationship = shop.old.package.relationships(shop.old.main)[known[1]]
        part = carry_story(shop.old, shop.new, relationship.target, use="header gone")
        mark_blocks(shop.pen, shop.new.tree(part), "del")
        shop.new.carried[known] = shop.new.package.add_relationship(
            shop.new.main, relationship.kind, part, external=False
        )
    new.insert(0, etree.Element(key[0], {W + "type": key[1], R + "id": shop.new.carried[known]}))


def _redline_notes(shop: Shop, kind: str) -> None:
    """Notes go with their references: those kept are compared, the others came or went as a whole."""
    new_part, old_part = shop.new.part_of(kind), shop.old.part_of(kind)
    if new_part is None:
        return
    olds, news = shop.old.notes(kind), shop.new.notes(kind)
    there = shop.at(old_part or new_part, new_part)
    body = shop.ledger.bodies[1].holding_all(b"oteReference")
    for reference in list(body.iter(*(tag for tag, k in NOTE_KINDS.items() if k == kind))):
        number = reference.get(W + "id", "")
        note = news.get(number)
        if note is None:
            continue
        state = _state(reference)
        if state:
            mark_blocks(shop.pen, note, state)
            shop.new.touch(new_part)
        elif (kind, number) in shop.notes.mates:
            old_note = olds[shop.notes.mates[kind, number]]
            if there.tools.old_deep.blocks(old_note) != there.tools.new_deep.blocks(note):
                redline_blocks(there, old_note, note)
                shop.new.touch(new_part)


def _state(reference: etree._Element) -> str:
    for around in reference.iterancestors(W + "ins", W + "moveTo", W + "del", W + "moveFrom"):
        return "ins" if around.tag in (W + "ins", W + "moveTo") else "del"
    return ""
