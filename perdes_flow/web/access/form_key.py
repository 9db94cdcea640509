"""The key of a form, by which the same form sent twice is written once."""

from django.http import HttpRequest

from perdes_flow.web.access import sending

FORM_KEY = "kunci"  # the hidden field that makes a form count once


def key_of(ask: HttpRequest, sender: str) -> str:
    """The key of this very form from this very sender, with what is in it; "" for a form without a hidden key.

    What was typed is part of it: a form sent again after the browser's back button, with other words, is a new act.
    """
    form_key = ask.POST.get(FORM_KEY, "") if ask.method == "POST" else ""
    return sending.key_of(ask, sender, ("csrfmiddlewaretoken", "pin", "kunci_layar")) if form_key else ""
