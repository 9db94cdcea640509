"""The facts of the review: comments and their answers, what was set aside, Word files that came back, suggested wording.

What comes in a Word file is that of the person who sent it; `word_author` is the name that Word put beside it.
"""

from typing import Annotated, Literal

from pydantic import StringConstraints

from perdes_flow.domain.events.fact import Count, Fact, Number, SizeBytes
from perdes_flow.domain.values import AnswerOutcome, Label, Sha256, Text, Weight


class CommentOpened(Fact):
    type: Literal["comment_opened"] = "comment_opened"
    comment: Number
    version: Number
    address: Label  # "Pasal 5 ayat (2)"
    quote: str = ""
    text: Text
    weight: Weight = "penting"


class CommentReplied(Fact):
    type: Literal["comment_replied"] = "comment_replied"
    comment: Number
    text: Text


class CommentAnswered(Fact):
    type: Literal["comment_answered"] = "comment_answered"
    comment: Number
    outcome: AnswerOutcome
    reason: Text


class CommentResolved(Fact):
    type: Literal["comment_resolved"] = "comment_resolved"
    comment: Number


class CommentReopened(Fact):
    type: Literal["comment_reopened"] = "comment_reopened"
    comment: Number
    reason: Text


# Words of a text: one line a paragraph; "" where there are none.
Wording = Annotated[str, StringConstraints(max_length=200_000)]
FileBasis = Literal["sama", "isi"]  # its text is that of the version, letter for letter; or changed


# ---- set aside, never deleted


class CommentWithdrawn(Fact):
    """Its author takes it back; it stays readable."""

    type: Literal["comment_withdrawn"] = "comment_withdrawn"
    comment: Number
    reason: Text


class CommentHidden(Fact):
    """Its words are no longer shown (an insult, private data); it still counts, and still wants its answer."""

    type: Literal["comment_hidden"] = "comment_hidden"
    comment: Number
    reason: Text


# ---- Word files that come back


class FileReceived(Fact):
    """A Word file came back; `version` is the one it was made from. The counts are those of the file."""

    type: Literal["file_received"] = "file_received"
    version: Number
    basis: FileBasis
    file_sha256: Sha256
    file_name: Label
    size_bytes: SizeBytes
    comments: Count  # replies among them
    changes: Count
    silent: Count  # of the changes: those that Word did not track


class CommentReceived(Fact):
    """A comment that stood in a received file. `paragraph` counts all paragraphs of the version, from 0."""

    type: Literal["comment_received"] = "comment_received"
    comment: Number
    version: Number
    address: Label
    paragraph: Count | None = None
    quote: Wording = ""  # as it stands in the version
    occurrence: Count = 0  # which of several equal quotes in that paragraph, from 0
    text: Wording
    weight: Weight = "penting"
    word_author: Wording
    written_at: str = ""  # as Word wrote it; "" where it did not
    file_words: Wording = ""  # what it was on in the file, where the version does not have these words


class ReplyReceived(Fact):
    """A reply that stood in a received file."""

    type: Literal["reply_received"] = "reply_received"
    comment: Number
    text: Wording
    word_author: Wording
    written_at: str = ""


# ---- suggested wording


class SuggestionMade(Fact):
    """Other words for paragraphs of a version.

    paragraph  the first of them among all paragraphs of the version, from 0
    quote      the paragraphs as they are, one a line; "": new ones behind that paragraph
    text       as they should be, one a line; "": they go
    silent     found by comparison: in the file that came back the change was not tracked
    """

    type: Literal["suggestion_made"] = "suggestion_made"
    suggestion: Number
    version: Number
    address: Label
    paragraph: Count
    quote: Wording
    text: Wording
    reason: str = ""
    word_author: str = ""
    silent: bool = False


class SuggestionWithdrawn(Fact):
    """Its author takes it back."""

    type: Literal["suggestion_withdrawn"] = "suggestion_withdrawn"
    suggestion: Number
    reason: Text


class SuggestionTaken(Fact):
    """The drafter took it over; `version` is the new one that holds it as a tracked change of its author."""

    type: Literal["suggestion_taken"] = "suggestion_taken"
    suggestion: Number
    version: Number


class SuggestionRefused(Fact):
    """The drafter did not take it over."""

    type: Literal["suggestion_refused"] = "suggestion_refused"
    suggestion: Number
    reason: Text


# ---- a member finds a unit good as it reads: no vote, no consent, nothing is counted from it


class UnitEndorsed(Fact):
    """`words_sha256` is that of the unit's words (see legal.wording): with other words the mark says nothing."""

    type: Literal["unit_endorsed"] = "unit_endorsed"
    endorsement: Number
    version: Number
    address: Label
    words_sha256: Sha256


class EndorsementTakenBack(Fact):
    """The person who marked it does not any more."""

    type: Literal["endorsement_taken_back"] = "endorsement_taken_back"
    endorsement: Number
