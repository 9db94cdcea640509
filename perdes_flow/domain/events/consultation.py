"""The facts of asking the people: what they said, what became of it, pictures."""

from typing import Literal

from perdes_flow.domain.events.fact import Fact, Number, SizeBytes
from perdes_flow.domain.values import AnswerOutcome, InputWay, Label, Sha256, Text


class InputReceived(Fact):
    """What a resident asked for. `name` is empty where he or she does not want to be named."""

    type: Literal["input_received"] = "input_received"
    input: Number  # 1, 2, 3 … within the draft
    meeting: Number | None = None  # the consultation at which it was said
    name: str = ""
    unsur: str = ""  # "keluarga PMI", "warga RT 03"
    way: InputWay
    address: str = ""  # "Pasal 5 ayat (2)"; "" for the whole
    text: Text


class InputAnswered(Fact):
    """What becomes of it, and why; a later answer replaces the earlier."""

    type: Literal["input_answered"] = "input_answered"
    input: Number
    outcome: AnswerOutcome
    reason: Text


class PhotoFiled(Fact):
    """A picture of a meeting."""

    type: Literal["photo_filed"] = "photo_filed"
    meeting: Number
    file_sha256: Sha256
    suffix: Literal[".jpg", ".png"]
    size_bytes: SizeBytes
    caption: Label
