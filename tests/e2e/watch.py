"""What a page may not do while a test drives it: throw, break its Content-Security-Policy, ask anybody else."""

from urllib.parse import urlsplit

from playwright.sync_api import Page

HARMLESS = (
    "WebSocket connection to",
    "net::ERR_CONNECTION_REFUSED",
    "net::ERR_EMPTY_RESPONSE",
    "ERR_CONNECTION_RESET",
    "ERR_SOCKET_NOT_CONNECTED",
    "ERR_INTERNET_DISCONNECTED",
    # A draft that was on its way when the run ended: the server takes none any more, and the desk sends none again.
    "status of 409 (Conflict)",
)
"""What Chromium writes to the console when a test has cut the line, or ended a run in the middle of a word."""

REPORT = "addEventListener('securitypolicyviolation', (event) => console.error('CSP', event.violatedDirective))"


def watch_page(page: Page, *, url: str) -> list[str]:
    """A list that fills with what goes wrong on `page`, which belongs to the site at `url`."""
    seen: list[str] = []
    host = urlsplit(url).netloc

    def hear(kind: str, text: str) -> None:
        if kind == "error" and not any(words in text for words in HARMLESS):
            seen.append(text)

    page.on("console", lambda message: hear(message.type, message.text))
    page.on("pageerror", lambda error: seen.append(str(error)))
    page.on("request", lambda request: urlsplit(request.url).netloc in (host, "") or seen.append(request.url))
    page.add_init_script(REPORT)
    return seen
