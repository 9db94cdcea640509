"""A file that leaves as a download: never opened as a page, under a name made here."""

from django.http import HttpResponse

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def attachment(data: bytes, name: str, media_type: str) -> HttpResponse:
    """`name` is ours (slugs and numbers), never one that somebody typed."""
    answer = HttpResponse(data, content_type=media_type)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "private, no-store"
    return answer
