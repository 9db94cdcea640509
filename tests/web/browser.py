"""A real browser on the pages: Debian's Chromium through Playwright, on a phone and on a laptop.

Every console error, every report of the content security policy and every dialog makes the test fail at its end,
unless the test foresees it (`Screen.foresee`).
"""

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from django.conf import settings
from django.core.wsgi import get_wsgi_application

CHROMIUM = os.environ.get("PERDES_CHROMIUM", "/usr/bin/chromium")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PHONE, LAPTOP = (360, 740), (1280, 800)

# Playwright's own loop runs in the test's thread, and Django takes that for an asynchronous program.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class _Quiet(WSGIRequestHandler):
    def log_message(self, *args: object) -> None:
        pass


@contextmanager
def serving() -> Iterator[str]:
    """The pages of the workspace of the moment at an address of their own."""
    server = make_server("127.0.0.1", 0, get_wsgi_application(), server_class=_Server, handler_class=_Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """The browser. Without one the test is skipped; PERDES_REQUIRE_BROWSER=1 makes that a failure."""
    try:
        from playwright.sync_api import sync_playwright

        if not Path(CHROMIUM).exists():
            raise FileNotFoundError(CHROMIUM)
    except (ImportError, FileNotFoundError) as missing:
        if os.environ.get("PERDES_REQUIRE_BROWSER") == "1":
            raise
        pytest.skip(f"no browser here: {missing}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield browser
        browser.close()


class Screen:
    """A browser window on the pages, logged in or not. `page` is Playwright's."""

    def __init__(self, context: Any, base: str) -> None:
        self.base, self.context = base, context
        self.page = context.new_page()
        self._said: list[tuple[str, str]] = []  # what, and of which address
        self._foreseen: list[tuple[str, str]] = []
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self._said.append((f"script: {error}", self.page.url)))
        self.page.on("dialog", self._dialog)

    def log_in(self, account: Any) -> "Screen":
        """As if this person had just typed the PIN."""
        from django.test import Client

        client = Client()
        client.force_login(account)
        name = settings.SESSION_COOKIE_NAME
        self.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": self.base}])
        return self

    def open(self, path: str) -> Any:
        self.page.goto(self.base + path)
        return self.page

    def foresee(self, words: str, at: str = "") -> None:
        """Take it as right that the browser complains in these words (of that address), sooner or later.

        A browser may report a failed fetch long after the page stands; therefore nothing is ever cleared away.
        """
        self._foreseen.append((words, at))

    @property
    def complaints(self) -> list[str]:
        """Everything the browser complained of so far, but for what was foreseen."""
        return [
            f"{what} ({of})"
            for what, of in self._said
            if not any(words in what and at in of for words, at in self._foreseen)
        ]

    def _console(self, message: Any) -> None:
        if message.type == "error":
            self._said.append((f"console: {message.text}", message.location.get("url", "")))

    def _dialog(self, dialog: Any) -> None:
        self._said.append((f"dialog: {dialog.message}", self.page.url))
        dialog.dismiss()


def press(button: Any) -> None:
    """Press what leads to another page, and wait for it: until then the browser still answers for the old one."""
    with button.page.expect_navigation():
        button.click()


@pytest.fixture
def screen(chromium: Any) -> Iterator[Callable[..., Screen]]:
    """`screen(PHONE)`: a window of that size; `scripts=False` switches scripts off, `dark=True` asks for dark pages."""
    opened: list[Screen] = []
    with serving() as base:

        def window(size: tuple[int, int] = PHONE, *, scripts: bool = True, dark: bool = False) -> Screen:
            context = chromium.new_context(
                viewport={"width": size[0], "height": size[1]},
                java_script_enabled=scripts,
                color_scheme="dark" if dark else "light",
                locale="id-ID",
            )
            opened.append(Screen(context, base))
            return opened[-1]

        yield window
        for one in opened:
            one.context.close()
    found = [complaint for one in opened for complaint in one.complaints]
    assert not found, "the browser complained:\n" + "\n".join(found)
