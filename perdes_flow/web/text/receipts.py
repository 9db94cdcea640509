"""The receipt that an author takes home."""

from django.contrib import messages
from django.utils.translation import gettext

from perdes_flow.use_cases.desk import Written
from perdes_flow.web.access.visitor import Ask


def receipted(ask: Ask, written: Written) -> Written:
    """What was written, as it came; the next page shows its receipts, to be kept."""
    for entry in written:
        messages.info(
            ask,
            gettext("Tanda terima: %(receipt)s. Simpan kode ini sebagai bukti.") % {"receipt": entry.receipt},
        )
    return written
