"""How a suggested wording stands, in words."""

from typing import Protocol

from perdes_flow.domain.suggestions import Suggestion
from perdes_flow.domain.words import all_of
from perdes_flow.legal.proposals import Fitted

_FITS = {
    "cocok": "menunggu keputusan, dapat diambil alih",
    "sudah": "menunggu keputusan, versi terakhir sudah memuatnya",
    "berubah": "menunggu keputusan, kata-katanya sudah berubah dalam versi terakhir",
    "tanpa_tempat": "menunggu keputusan, tempatnya tidak ditemukan lagi dengan pasti",
}


class Stand(Protocol):
    @property
    def suggestion(self) -> Suggestion: ...

    @property
    def fitted(self) -> Fitted | None: ...

    @property
    def rivals(self) -> tuple[int, ...]: ...


def standing_of(stand: Stand) -> str:
    """ "menunggu keputusan, dapat diambil alih; bertabrakan dengan usul no. 3", "diambil alih dalam versi 3" …"""
    decision = stand.suggestion.decision
    if decision is None:
        fit = _FITS[stand.fitted.fit] if stand.fitted else "menunggu keputusan"
        rivals = all_of(f"no. {number}" for number in stand.rivals)
        return f"{fit}; bertabrakan dengan usul {rivals}" if rivals else fit
    if decision.fate == "diambil":
        return f"diambil alih dalam versi {decision.version}"
    return f"{decision.fate}: {decision.reason}"
