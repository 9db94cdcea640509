"""What every fact has: nothing but its fields, and what the log's leaf shows of it."""

from typing import Annotated

from pydantic import Field

from perdes_flow.domain.values import Sha256, Value

Count = Annotated[int, Field(ge=0, le=1_000_000)]
Number = Annotated[int, Field(ge=1, le=1_000_000)]
SizeBytes = Annotated[int, Field(ge=0, lt=2**53)]


class Fact(Value):
    """Base of all facts. The three properties are what the log's leaf shows of a fact."""

    @property
    def leaf_version(self) -> int | None:
        """The version of the text that the fact is about."""
        return getattr(self, "version", None)

    @property
    def leaf_sha256(self) -> Sha256 | None:
        """SHA-256 of the file that the fact is about."""
        return getattr(self, "docx_sha256", None) or getattr(self, "file_sha256", None)

    @property
    def leaf_text_sha256(self) -> Sha256 | None:
        """SHA-256 of the normalised text that the fact is about."""
        return getattr(self, "text_sha256", None)
