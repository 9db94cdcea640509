"""The batang tubuh: headings, Pasal, ayat and their lists."""

import re
from collections.abc import Sequence

from perdes_flow.legal.numbering import Marker, roman_value
from perdes_flow.legal.parsing.ayat import NO_AYAT, ayat_after, ayat_marker, read_spelt_ayat
from perdes_flow.legal.parsing.headings import SECTIONS, chapter_listed_last, heading_here
from perdes_flow.legal.parsing.lines import (
    Heading,
    Line,
    ends_with_and,
    is_dangling,
    is_finished,
    may_be_heading,
    read_heading,
    read_number,
    starts_sentence,
)
from perdes_flow.legal.parsing.lists import OpenLists, defines, item_kind
from perdes_flow.legal.parsing.nodes import Node, Run
from perdes_flow.legal.parsing.quoting import names, quotes_below, speaks_of_a_change, still_to_come
from perdes_flow.legal.parsing.titles import is_title, may_be_title
from perdes_flow.legal.parsing.usual import usual_pasal
from perdes_flow.legal.units import HEADINGS, Remark

_TITLED = frozenset(HEADINGS) - {"pasal"}
_DEEPEST = 8  # quoted regulations; without an end, a text could lead too deep to be walked
OUTSIDE = "teks ini berdiri di luar Pasal"


class Body:
    """Reads line after line into `base`. A Pasal that changes another regulation has a Body of its own for what it quotes."""

    def __init__(self, base: Node, remarks: list[Remark], depth: int = 0) -> None:
        self.base = base
        self._depth = depth  # how many regulations quote one another around this one
        self._remarks = remarks
        self._headings: list[Node] = []
        self._ayat: Node | None = None
        self._ayat_number: Marker | None = None
        self._lists: OpenLists | None = None
        self._last: Node = base
        self._reached = self._reached_bab = 0  # the numbers of the Pasal and of the Bab read last
        self._quoted: Body | None = None
        self._second: Line | None = None  # of a heading in two lines
        self._title: Line | None = None  # the first line below a Pasal, while it may turn out to be its title
        self._next_pasal = "Pasal 1"  # the lines that go on with the count, as most do
        self._next_ayat = NO_AYAT

    @property
    def deepest(self) -> Node:
        """The unit that was read last: a table goes below it."""
        return self._quoted.deepest if self._quoted else self._last

    def take(self, line: Line, following: list[Line]) -> None:
        """One line; `following` are the next few, to tell a heading from a listed one."""
        if self._quoted and not self._returns_from_quote(line):
            self._quoted.take(line, following)
            return
        self._quoted = None
        if line is self._second:
            self._last.grow("", line.block)
            return
        heading = self.heading(line, following) if may_be_heading(line.text) else None
        if heading:
            self._open_heading(heading, line, following)
        elif not ((self._last.kind in _TITLED and self._take_title(line)) or self._take_number(line)):
            self._take_plain(line)

    # ---- the next Pasal or ayat in its usual form: what the rules below would find too, after more questions

    def goes_on(self, line: Line) -> bool:
        """The line is that, and is taken."""
        if self._quoted is not None:
            return False
        if line.text.startswith(self._next_ayat):
            return self._goes_on_with_ayat(line)
        return line.text == self._next_pasal and self._goes_on_with_pasal(line)

    def _goes_on_with_ayat(self, line: Line) -> bool:
        rest = line.text[len(self._next_ayat) :]
        if rest[0].islower() or not (self._last.kind == "pasal" or self._last.ends_a_sentence):
            return False
        self._add_ayat(ayat_marker(self._next_ayat), rest, line)
        return True

    def _goes_on_with_pasal(self, line: Line) -> bool:
        if self._may_begin_pasal():
            self._open(Heading("pasal", line.text, ""), line)
            return True
        return False

    def _may_begin_pasal(self) -> bool:
        if not (self._last.kind in HEADINGS or self._last.ends_a_sentence) or self._changes_another():
            return False
        return not (self._lists and self._lists.is_open and self._lists.deepest.tail.endswith(":"))

    def take_usual(self, lines: Sequence[Line], place: int) -> int:
        """The next Pasal and those after it that are in their usual form and whole; how many lines they were."""
        if self._quoted is not None or lines[place].text != self._next_pasal or not self._may_begin_pasal():
            return 0
        if whole := usual_pasal(lines, place, self._reached + 1):
            headings = [node for node in self._headings if node.kind != "pasal"]
            (headings[-1] if headings else self.base).children.append(Run(whole))
            self._reached += len(whole)
            self._next_pasal = f"Pasal {self._reached + 1}"
        return sum([1 + len(pasal.children) for pasal in whole])

    # ---- headings

    def heading(self, line: Line, following: list[Line]) -> Heading | None:
        """The heading that the line is here, given what stands before and after it."""
        if not may_be_heading(line.text):
            return None
        before = self._last.tail if self._last.kind not in HEADINGS else ""
        if (found := self._named_above(line)) is not None:
            return found
        in_listing = self._last.kind == "larik" and self._ayat is not None
        if in_listing and self._ayat and line.text[:1] == "B":
            before = chapter_listed_last([node.tail for node in self._ayat.children[-SECTIONS:]]) or before
        return heading_here(
            line,
            following,
            before=before,
            reached=self._reached,
            reached_bab=self._reached_bab,
            in_listing=in_listing,
        )

    @property
    def _pasal(self) -> Node | None:
        return self._headings[-1] if self._headings and self._headings[-1].kind == "pasal" else None

    def _open_heading(self, heading: Heading, line: Line, following: list[Line]) -> None:
        if self._may_quote and self._quotes(heading):
            assert self._lists is not None
            self._quoted = Body(self._lists.deepest, self._remarks, self._depth + 1)
            self._quoted._open_heading(heading, line, following)
        else:
            self._open(heading, line)
            self._second = following[0] if heading.manner == "in two" else None

    def _open(self, heading: Heading, line: Line) -> None:
        rank = HEADINGS.index(heading.kind)
        while self._headings and HEADINGS.index(self._headings[-1].kind) >= rank:
            self._headings.pop()
        parent = self._headings[-1] if self._headings else self.base
        title = heading.rest if heading.kind != "pasal" else ""
        node = parent.add(heading.kind, heading.number, title, line.block)
        self._headings.append(node)
        self._ayat = self._ayat_number = self._lists = None
        self._last = node
        self._next_ayat = "(1) " if heading.kind == "pasal" else NO_AYAT
        if heading.kind == "pasal" and (value := heading.value) is not None:
            self._reached = value
            self._next_pasal = f"Pasal {value + 1}"
        self._reached_bab = heading.bab or self._reached_bab
        if heading.kind == "pasal" and heading.rest:
            rest = Line(line.block, heading.rest, automatic=False, centred=line.centred)
            if not self._take_number(rest):
                self._take_plain(rest)

    @property
    def _may_quote(self) -> bool:
        """A list of changes is open, or the Pasal changes one thing only and says so without a list."""
        if not self._lists or self._depth >= _DEEPEST:
            return False
        return self._lists.is_open or quotes_below(self._lists.owner)

    def _quotes(self, heading: Heading) -> bool:
        """The heading belongs to another regulation: below "… diubah sehingga berbunyi sebagai berikut:"."""
        if self._changes_another():
            return not (heading.kind == "pasal" and _is_roman(heading.number))
        item = self._lists.deepest if self._lists else self.base
        if not quotes_below(item):
            return False
        return names(item, heading) or (heading.kind == "pasal" and heading.value != self._reached + 1)

    def _named_above(self, line: Line) -> Heading | None:
        """The heading that the item above says it is going to quote."""
        if not self._lists or not self._lists.is_open or not quotes_below(self._lists.deepest):
            return None
        heading = read_heading(line.text)
        return heading if heading and not heading.rest and names(self._lists.deepest, heading) else None

    def _changes_another(self) -> bool:
        """Pasal I, II: the form of a regulation that does nothing but change another one."""
        return self._pasal is not None and _is_roman(self._pasal.number)

    def _returns_from_quote(self, line: Line) -> bool:
        found = read_heading(line.text)
        if found and self._changes_another():
            return found.kind == "pasal" and _is_roman(found.number)
        if found and self._quoted and still_to_come(self._quoted.base, found):
            return False
        if found:
            return found.kind == "bab" or (found.kind == "pasal" and found.value == self._reached + 1)
        number = read_number(line.text)
        if not number or number[0].shape == "()" or not self._lists or not self._quoted:
            return False
        marker, text = number
        return self._lists.continues(marker) and (
            not self._quoted.continues(marker) or speaks_of_a_change(text)
        )

    def continues(self, marker: Marker) -> bool:
        """The number is the next one of a list that is open here."""
        return self._lists is not None and self._lists.continues(marker)

    def _take_title(self, line: Line) -> bool:
        node = self._last
        if read_number(line.text):
            return False
        capitals = not any(letter.islower() for letter in line.text)
        fits = (
            capitals
            if node.kind in ("buku", "bab")
            else len(line.text) < 120 and not line.text.endswith((".", ";", ":"))
        )
        if node.tail and not fits:
            return False
        node.grow(line.text, line.block)
        return True

    # ---- numbered and plain text

    def _take_number(self, line: Line) -> bool:
        found = read_number(line.text) if self._pasal else None
        if not found:
            return self._take_spelt_ayat(line)
        marker, rest = found
        if marker.shown == "(l)" and self._lists is None and starts_sentence(rest):
            marker = _MISREAD_FIRST
        if marker.shape == "()" and not self._lists_brackets():
            return self._take_ayat(marker, rest, line)
        lists = self._lists_here()
        marker = lists.read(marker)
        level = lists.level_of(marker, rest, certain=line.automatic)
        if level is None:
            return False
        kind = "definisi" if level == 0 and defines(" ".join(lists.owner.pieces)) else item_kind(marker)
        self._last = lists.take(level, marker, rest, line.block, kind)
        return True

    def _lists_brackets(self) -> bool:
        """Definitions numbered (1), (2): a slip seen in real drafts; they are a list, not ayat."""
        if self._ayat is None or self._ayat.number:
            return False
        return defines(self._ayat.tail) or any(child.kind == "definisi" for child in self._ayat.children)

    def _take_ayat(self, marker: Marker, rest: str, line: Line) -> bool:
        before = self._last.tail
        if not line.automatic:
            if is_dangling(before):
                return False
            known = self._ayat_number
            next_one = marker.first if known is None else marker.follows(known)
            begins = starts_sentence(rest)
            if not ((begins and next_one) or ((begins or next_one) and is_finished(before))):
                return False
        self._raise_title()
        self._add_ayat(marker, rest, line)
        return True

    def _take_spelt_ayat(self, line: Line) -> bool:
        """ "Ayat (1)" before its text, or above it; "ayat (1)" at the start of a line may be a reference too."""
        found = read_spelt_ayat(line.text) if self._pasal and line.text[:1] in "Aa" else None
        if not found or is_dangling(self._last.tail):
            return False
        marker, rest = found
        known = self._ayat_number
        next_one = marker.first if known is None else marker.follows(known)
        ended = self._last is self._pasal or is_finished(self._last.tail)
        later = ended and (known is None or marker.value > known.value)  # a number was left out
        if not (starts_sentence(rest) and ((next_one and line.text[0] == "A") or later)):
            return False
        self._raise_title()
        self._add_ayat(marker, rest, line)
        return True

    def _raise_title(self) -> None:
        """What stands between the Pasal and its first ayat is its title: "Hak Pekerja Migran"."""
        above = self._ayat
        if above and not (above.number or above.children) and may_be_title(" ".join(above.pieces)):
            self._give_title(above)

    def _give_title(self, above: Node) -> None:
        pasal = self._headings[-1]
        pasal.children.pop()
        pasal.pieces += above.pieces
        pasal.blocks += [block for block in above.blocks if block not in pasal.blocks]
        self._ayat = self._lists = None
        self._last = pasal

    def _add_ayat(self, marker: Marker, rest: str, line: Line) -> None:
        self._ayat = self._last = self._headings[-1].add("ayat", marker.shown, rest, line.block)
        self._ayat_number = marker
        self._lists = OpenLists(self._ayat)
        self._next_ayat = ayat_after(marker.value)

    def _lists_here(self) -> OpenLists:
        if self._lists is None:
            self._next_ayat = NO_AYAT  # a Pasal with text before its first number is looked at more closely
            self._ayat = self._headings[-1].add("ayat")
            self._lists = OpenLists(self._ayat)
            self._last = self._ayat
        return self._lists

    def _take_plain(self, line: Line) -> None:
        title, self._title = self._title, None
        if not self._pasal:
            self._take_outside(line)
        elif self._lists is None or self._ayat is None:
            self._take_first(line)
        elif (
            title and self._ayat.pieces == [title.text] and not self._ayat.children and is_title(title, line)
        ):
            self._give_title(self._ayat)
            self._take_first(line)
        elif self._closes_list(line):
            owner = self._lists.close_one() if self._last.tail.endswith((",", ";")) else self._ayat
            if owner is self._ayat:
                self._lists.close()
            self._last = owner.add("lanjutan", "", line.text, line.block)
        elif self._is_listed(line):
            self._lists.close()
            self._last = self._ayat.add("larik", "", line.text, line.block)
        elif self._last.children:  # a table or a quoted Pasal stands between
            self._last = self._last.add("lanjutan", "", line.text, line.block)
        else:
            self._last.grow(line.text, line.block)

    def _take_first(self, line: Line) -> None:
        """The first line of a Pasal without ayat."""
        fresh = not self._headings[-1].pieces
        self._lists_here()
        self._last.grow(line.text, line.block)
        self._title = line if fresh and may_be_title(line.text) else None

    def _take_outside(self, line: Line) -> None:
        parent = self._headings[-1] if self._headings else self.base
        self._last = parent.add("larik", "", line.text, line.block)
        self._remarks.append(Remark(line.block, OUTSIDE))

    def _closes_list(self, line: Line) -> bool:
        """A line without number after the last item of a list goes on with what introduced the list, not with the item."""
        if not self._lists or not self._lists.is_open or self._last.kind in ("definisi", "larik"):
            return False
        text = self._last.tail
        if text.endswith(","):
            before = self._lists.siblings()[:-1]
            if not before or not ends_with_and(before[-1].end) or _GOES_ON.match(line.text):
                return False
            return _JUDGES.match(line.text) is not None or not self._lists.broke_at_margin(
                self._last, line.text
            )
        if text.endswith(";"):
            return not _ONLY_AND.fullmatch(line.text)
        return text.endswith(".") and starts_sentence(line.text)

    def _is_listed(self, line: Line) -> bool:
        """Lines without number after a colon: each its own, e.g. the chapters of an annexed plan."""
        if not starts_sentence(line.text) and not line.text[:1].isdigit():
            return False
        if self._last.kind == "larik":
            return (
                is_finished(self._last.tail)
                or _OUTLINE_NUMBER.match(line.text) is not None
                or read_heading(line.text) is not None
            )
        return self._last is self._ayat and self._last.tail.endswith(":") and not self._last.children


_OUTLINE_NUMBER = re.compile(r"\d+\.\d")  # 1.1, 2.3: the sections of a plan
_GOES_ON = re.compile(
    r"(?:Pasal|ayat|huruf|angka|Bab|BAB|dan|atau|serta|dan/atau)\b|[\d(]"
)  # … Pasal 4, | Pasal 5
_JUDGES = re.compile(
    r"(?:dipidana|pidananya|dikena\w+|diancam|dihukum|dicabut|dinyatakan|wajib|harus|dilarang|berlaku|berhak)\b"
)  # how the end of a sentence begins whose middle is a list
_MISREAD_FIRST = Marker("(l)", "decimal", "()", 1)  # right below a Pasal: what a scan makes of (1)
_ONLY_AND = re.compile(r"(?:dan|atau|dan\s*/\s*atau)\W*", re.IGNORECASE)


def _is_roman(number: str) -> bool:
    return roman_value(number.rsplit(maxsplit=1)[-1]) is not None
