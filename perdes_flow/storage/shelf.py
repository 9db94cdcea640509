"""The workflow files of a workspace; a draft's own one is put aside, so that it can go on after the file was changed."""

import os
import re
from pathlib import Path
from uuid import uuid4

from perdes_flow.domain.values import Sha256, Slug, WorkflowPin, sha256_of
from perdes_flow.errors import ProcedureMissing, StorageFailed, WorkflowRefused
from perdes_flow.messages.mishaps import mishap
from perdes_flow.workflow.definition import Procedure, load

# A name in a folder, never a way out of it; an overlay is named by the code of its kabupaten and its own name.
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,58}")
BASE, OVERLAY = "alur.yaml", "overlay.yaml"


class WorkflowShelf:
    """ports.ProcedureShelf on two folders: the files that people edit, and those put aside."""

    def __init__(self, folder: Path, aside: Path) -> None:
        self._folder = folder
        self._aside = aside

    def current(self, id: Slug, overlay: Slug | None = None) -> Procedure:
        """The procedure as its file says today, checked; ProcedureMissing, WorkflowRefused."""
        base, over = self._current_files(id, overlay)
        for name, path in ((id, base), (overlay or "", over)):
            if path is not None and not (_NAME.fullmatch(name) and path.is_file()):
                raise ProcedureMissing(name, "")
        return _checked(base, over)

    def pinned(self, pin: WorkflowPin) -> Procedure:
        """The very file that a draft was started on; ProcedureMissing where no file has that hash."""
        aside = self._aside / pin.sha256[:16]
        over = aside / OVERLAY
        try:
            if (aside / BASE).is_file():
                found = _checked(aside / BASE, over if over.is_file() else None)
                if found.sha256 == pin.sha256:
                    return found
            found = self.current(pin.id, pin.overlay)
        except WorkflowRefused as error:  # the file was changed for the worse since
            raise ProcedureMissing(pin.id, pin.version, pin.sha256) from error
        if found.sha256 != pin.sha256:
            raise ProcedureMissing(pin.id, pin.version, pin.sha256)
        return found

    def keep(self, pin: WorkflowPin) -> None:
        """Put the current files aside under their hash; what is there already stays."""
        base, over = self._current_files(pin.id, pin.overlay)
        aside = self._aside / pin.sha256[:16]
        try:
            aside.mkdir(parents=True, exist_ok=True)
            for source, name in ((base, BASE), (over, OVERLAY)):
                if source is not None:
                    _keep(aside / name, source.read_bytes())
        except OSError as error:
            raise StorageFailed(f"{aside}: {mishap(error)}") from error

    def _current_files(self, id: Slug, overlay: Slug | None) -> tuple[Path, Path | None]:
        over = self._folder / "overlays" / f"{overlay}.yaml" if overlay else None
        return self._folder / f"{id}.yaml", over


def _checked(base: Path, over: Path | None) -> Procedure:
    """As `load`; a file that passed every check in this process passes again, by its hash: each request asks for it."""
    try:
        content = b"\0".join(path.read_bytes() for path in (base, over) if path is not None)
    except OSError:
        return load(base, overlay=over)  # which says what is wrong
    known = _CHECKED.get(sha256_of(content))
    if known is not None:
        return known
    found = load(base, overlay=over)
    if len(_CHECKED) >= MOST_CHECKED:
        _CHECKED.clear()
    _CHECKED[found.sha256] = found
    return found


_CHECKED: dict[Sha256, Procedure] = {}
MOST_CHECKED = 64


def _keep(path: Path, data: bytes) -> None:
    """On the disk, whole or not at all: a draft that lost its rules could go nowhere."""
    if path.is_file() and path.read_bytes() == data:
        return
    passing = path.with_name(f".{path.name}-{uuid4().hex}")
    with passing.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    passing.replace(path)
