"""Where a comment on one version of a text belongs in another: computed each time, never stored.

First the unit, found by what it says, then the quote in it with what stood before and behind it. Three outcomes: placed;
doubtful, which a person has to look at; orphan, kept with its old wording. A wrong place would be worse than none.
"""

from perdes_flow.legal.anchoring.anchor import Anchor, Placement, Span, Status
from perdes_flow.legal.anchoring.placing import Carrier
from perdes_flow.legal.anchoring.seeking import seek_at, seek_quote, seek_unit

__all__ = ["Anchor", "Carrier", "Placement", "Span", "Status", "seek_at", "seek_quote", "seek_unit"]
