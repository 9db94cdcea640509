"""Facts of erasing: what was said, or who somebody was, is gone for good; that it was there, and why it went, stays."""

from typing import Literal

from perdes_flow.domain.events.fact import Fact, Number
from perdes_flow.domain.values import Label, PersonId, Role, Sha256


class WordsErased(Fact):
    """The words of a hidden and settled comment and of its replies were erased; it is still counted.

    Author, office and version stand here because the comment's own fact is gone with its words.
    """

    type: Literal["words_erased"] = "words_erased"
    comment: Number
    on_version: Number
    author: PersonId
    office: Role
    files: tuple[Sha256, ...] = ()  # Word files that came back and hold these words still
    reason: Label


class PersonErased(Fact):
    """Name and contacts of a person without office were erased; the number, the offices and what was done stay."""

    type: Literal["person_erased"] = "person_erased"
    person: PersonId
    reason: Label
