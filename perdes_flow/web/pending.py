"""Word files that wait between being looked at and being handed in: one for each person and draft, gone after an hour."""

from datetime import timedelta
from secrets import token_urlsafe

from django.db import transaction
from django.utils import timezone

from perdes_flow.domain.values import DraftId
from perdes_flow.web.models import Account, PendingUpload

LASTS = timedelta(hours=1)
MOST = 3  # of one person, over all drafts


def keep(account: Account, draft: DraftId, name: str, data: bytes) -> str:
    """Keep a file in the place of the one before; its token. Files whose hour is over go."""
    now = timezone.now()
    with transaction.atomic():
        PendingUpload.objects.filter(expires__lte=now).delete()
        account.pending.filter(draft=draft).delete()
        oldest_first = account.pending.order_by("expires").values_list("pk", flat=True)
        PendingUpload.objects.filter(pk__in=list(oldest_first)[: -(MOST - 1)]).delete()
        kept = account.pending.create(
            token=token_urlsafe(24), draft=draft, name=name[:300], data=data, expires=now + LASTS
        )
    return str(kept.token)


def kept(account: Account, draft: DraftId, token: str) -> PendingUpload | None:
    """The file behind a token, for the person who sent it, while its hour lasts."""
    found: PendingUpload | None = account.pending.filter(
        draft=draft, token=token, expires__gt=timezone.now()
    ).first()
    return found


def drop(account: Account, draft: DraftId) -> None:
    """The file was handed in."""
    account.pending.filter(draft=draft).delete()
