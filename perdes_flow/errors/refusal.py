"""What all refusals have in common."""

from typing import ClassVar


class Refusal(Exception):
    """Base of all refusals. `code` names the reason and never changes once released."""

    code: ClassVar[str]
