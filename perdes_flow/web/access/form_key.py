"""The key of a form, by which the same form sent twice is written once."""

from hashlib import sha256

from django.http import HttpRequest

FORM_KEY = "kunci"  # the hidden field that makes a form count once


def key_of(ask: HttpRequest, sender: str) -> str:
    """The key of this very form from this very sender, with what is in it; "" for a form without a hidden key.

    What was typed is part of it: a form sent again after the browser's back button, with other words, is a new act.
    """
    form_key = ask.POST.get(FORM_KEY, "") if ask.method == "POST" else ""
    if not form_key:
        return ""
    said = sha256(f"{sender}\n{ask.path}\n".encode())
    for name in sorted(ask.POST):
        if name not in ("csrfmiddlewaretoken", "pin"):
            said.update(repr((name, ask.POST.getlist(name))).encode())
    for name, file in sorted(ask.FILES.items()):
        said.update(name.encode())
        for chunk in file.chunks():
            said.update(chunk)
        file.seek(0)
    return f"web-{said.hexdigest()}"
