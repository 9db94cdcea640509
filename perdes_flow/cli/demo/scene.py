"""One moment of the demo's story."""

from dataclasses import dataclass

from perdes_flow.cli.demo.deeds import Deed


@dataclass(frozen=True, slots=True)
class Scene:
    """What happens at one moment; `refused` if it is meant to be refused, and then nothing is written."""

    at: str
    title: str
    deeds: tuple[Deed, ...]
    refused: bool = False
