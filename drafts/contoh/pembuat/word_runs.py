"""Writes the words of one line into a paragraph: plain, broken into runs, tracked, or with a comment."""

import re
from datetime import datetime, timedelta
from zlib import crc32

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from pembuat.naskah_source import Line, Piece

TAGS = {"inserted": "w:ins", "deleted": "w:del"}
EDIT_SESSIONS = ("004C21A7", "00B3905E", "00E61F38")  # Word marks each run with the session that typed it
WORDS_PER_RUN = 9


class RunWriter:
    """Writes runs into one document; a tracked change is made a few minutes before the one after it."""

    def __init__(self, document: WordDocument, saved_at: datetime, scattered: bool) -> None:
        self._document = document
        self._scattered = scattered
        self._changed_at = saved_at - timedelta(hours=2)
        self._revisions = 0

    def write(self, paragraph: Paragraph, line: Line, number: str = "") -> None:
        """Write a typed number (with its tab) and the words of `line`."""
        if line.mark:
            self._track_paragraph(paragraph, line)
            return
        if number:
            paragraph.add_run(number)
        for piece in line.pieces:
            if piece.mark in TAGS:
                self._track(paragraph, piece)
            elif piece.mark == "comment":
                self._comment(paragraph, piece)
            elif self._scattered:
                _scatter(paragraph, piece.words)
            else:
                paragraph.add_run(piece.words)

    def _track_paragraph(self, paragraph: Paragraph, line: Line) -> None:
        mark = OxmlElement("w:rPr")
        mark.append(self._revision(TAGS[line.mark], line.author))
        paragraph._p.get_or_add_pPr().append(mark)
        self._track(paragraph, Piece(line.pieces[0].words, line.mark, line.author))

    def _track(self, paragraph: Paragraph, piece: Piece) -> None:
        revision = self._revision(TAGS[piece.mark], piece.author)
        paragraph._p.append(revision)
        run = paragraph.add_run(piece.words)
        if piece.mark == "deleted":
            for text in run._r.findall(qn("w:t")):
                text.tag = qn("w:delText")
                text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        revision.append(run._r)

    def _comment(self, paragraph: Paragraph, piece: Piece) -> None:
        initials = "".join(word[0] for word in piece.author.split())
        run = paragraph.add_run(piece.words)
        comment = self._document.add_comment(run, text=piece.note, author=piece.author, initials=initials)
        comment._comment_elm.set(qn("w:date"), self._next_time())  # python-docx would put the present time

    def _next_time(self) -> str:
        self._changed_at += timedelta(minutes=4)
        return self._changed_at.strftime("%Y-%m-%dT%H:%M:%SZ")

    def _revision(self, tag: str, author: str) -> object:
        self._revisions += 1
        element = OxmlElement(tag)
        element.set(qn("w:id"), str(9000 + self._revisions))
        element.set(qn("w:author"), author)
        element.set(qn("w:date"), self._next_time())
        return element


def _scatter(paragraph: Paragraph, words: str) -> None:
    """Break words into runs at places that depend on the words alone, so that the same source gives the same file."""
    tokens = re.findall(r"\s*\S+\s*", words)
    seed = crc32(words.encode())
    place = 0
    while place < len(tokens):
        size = 1 + (seed + place * 7) % WORDS_PER_RUN
        run = paragraph.add_run("".join(tokens[place : place + size]))
        run._r.set(qn("w:rsidR"), EDIT_SESSIONS[(seed + place) % len(EDIT_SESSIONS)])
        if size == 1 and place:
            _mark_spelling(run)
        place += size


def _mark_spelling(run: Run) -> None:
    """What Word leaves around an Indonesian word while it checks the spelling in English."""
    for kind, add in (("spellStart", run._r.addprevious), ("spellEnd", run._r.addnext)):
        mark = OxmlElement("w:proofErr")
        mark.set(qn("w:type"), kind)
        add(mark)
