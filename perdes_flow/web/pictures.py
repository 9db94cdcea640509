"""Pictures that pages make themselves: a QR code, as SVG without a style of its own."""

import segno
from django.utils.safestring import SafeString, mark_safe


def qr(text: str) -> SafeString:
    """A QR code; nothing of the text stands in it but as dark and light."""
    return mark_safe(segno.make(text, error="m", micro=False).svg_inline(scale=4, border=4, light="#fff"))
