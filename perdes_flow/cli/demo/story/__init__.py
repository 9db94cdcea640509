"""The story that the demo plays: who did what on which day, two mistakes and how they were mended among it.

One file a stage. People appear by office only. The times are those of the sample files (drafts/contoh).
"""

from perdes_flow.cli.demo.scene import Scene
from perdes_flow.cli.demo.story import (
    agreement,
    beginning,
    consultation,
    enactment,
    first_deliberation,
    internal_meeting,
    revision,
)


def story() -> tuple[Scene, ...]:
    """All scenes in their order."""
    stages = (beginning, consultation, internal_meeting, first_deliberation, revision, agreement, enactment)
    return tuple(scene for stage in stages for scene in stage.SCENES)
