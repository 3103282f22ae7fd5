"""Makes one PDF in a process of its own: it is given every file that a page may use, and reaches for nothing else.

The page and its files come as JSON on standard input, the PDF goes to standard output. WeasyPrint takes seconds to
import and hundreds of megabytes on a long text, so the process that serves the site never loads it. Run as
`python -m livecompact.frame.pdf_child`; exit code 3: WeasyPrint, or the system's Pango, is not here.
"""

import base64
import json
import logging
import sys

HERE = "https://here.invalid/"  # the address of the page, for names within it; nothing can answer there (RFC 2606)
SECONDS = 60  # of the processor
MEMORY = 2_000_000_000  # bytes
KINDS = {"css": "text/css", "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg"}
NOT_HERE = 3


def main() -> int:
    """Make the PDF that is asked for; the exit code."""
    _bound()
    logging.getLogger("weasyprint").setLevel(logging.ERROR)  # it warns of each rule that paper does not know
    try:
        from weasyprint import HTML  # noqa: PLC0415 (seconds, and an extra)
        from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse  # noqa: PLC0415
    except (ImportError, OSError) as problem:
        sys.stderr.write(str(problem))
        return NOT_HERE
    given = json.load(sys.stdin.buffer)

    class OnlyGiven(URLFetcher):  # type: ignore[misc]  # it comes without types
        """Hands out the files that came with the page, and refuses every other address."""

        def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:  # noqa: ARG002 (WeasyPrint's own shape)
            name = url.removeprefix(HERE)
            if name not in given["files"]:
                raise FatalURLFetchingError(f"{url} was not given")
            kind = KINDS[name.rpartition(".")[2]]
            return URLFetcherResponse(url, base64.b64decode(given["files"][name]), {"Content-Type": kind})

    page = HTML(string=given["html"], base_url=HERE, url_fetcher=OnlyGiven())
    sys.stdout.buffer.write(page.write_pdf(pdf_variant="pdf/ua-1"))
    return 0


def _bound() -> None:
    """Let the system end this process where it takes too much, on systems that can."""
    try:
        import resource  # noqa: PLC0415 (not on Windows)
    except ImportError:
        return
    for what, most in ((resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_AS, MEMORY)):
        resource.setrlimit(what, (most, most))


if __name__ == "__main__":
    sys.exit(main())
