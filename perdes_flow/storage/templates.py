"""The templates of official papers: a village's own ones lie in the workspace, below `templat/`."""

from pathlib import Path

from perdes_flow.domain.values import Slug, VillageId
from perdes_flow.errors import StorageFailed


class TemplateFolder:
    """ports.TemplateShelf on two folders. A template below the village's name goes before one for all villages."""

    def __init__(self, folder: Path, shipped: Path, village: VillageId) -> None:
        self._folder, self._shipped, self._village = folder, shipped, village

    def own(self, kind: Slug) -> bytes | None:
        """The village's own template of that kind; None where it has none."""
        for path in (self._path(kind), self._folder / f"{kind}.docx"):
            if path.is_file():
                return _read(path)
        return None

    def shipped(self, kind: Slug) -> bytes:
        """The template of this release."""
        return _read(self._shipped / f"{kind}.docx")

    def put(self, kind: Slug, template: bytes) -> None:
        """Take a template into use."""
        path = self._path(kind)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(template)
        except OSError as error:
            raise StorageFailed(f"{path}: {error.strerror}") from error

    def remove(self, kind: Slug) -> None:
        """Go back to the template of this release."""
        try:
            self._path(kind).unlink(missing_ok=True)
        except OSError as error:
            raise StorageFailed(f"{self._path(kind)}: {error.strerror}") from error

    def _path(self, kind: Slug) -> Path:
        return self._folder / self._village / f"{kind}.docx"


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise StorageFailed(f"{path}: {error.strerror}") from error
