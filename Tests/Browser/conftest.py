"""A published site in Debian's Chromium: opened from the disk, and served below a base path.

    python -m pytest Tests/Browser --site DIR --binary PATH [--base DIR]

Without --site the binary makes a knowledge base of Corpus/ and publishes it. --base is the knowledge base the site was
published from, for comparing searches; by default the nearest folder above the site that holds `knowledge.db`.
"""

import functools
import http.server
import pathlib
import shutil
import subprocess
import threading

import pytest
from playwright.sync_api import sync_playwright

CHECKOUT = pathlib.Path(__file__).resolve().parents[2]
BASE_PATH = "/some/base"


def pytest_addoption(parser):
    parser.addoption("--site", type=pathlib.Path, help="a published site")
    parser.addoption("--binary", type=pathlib.Path, help="the postmortem command")
    parser.addoption("--base", type=pathlib.Path, help="the knowledge base the site was published from")
    parser.addoption("--chromium", default=shutil.which("chromium") or "chromium", help="the browser")


class Published:
    """A site, the knowledge base it was made from, and the command that made it; the latter two may be None."""

    def __init__(self, site, base, binary):
        self.site, self.base, self.binary = site, base, binary

    def search(self, query):
        """What the command line finds, as ids in order."""
        import json

        done = subprocess.run(
            [self.binary, "search", "--base", self.base, "--format", "json", "--limit", "1000", "--", query],
            capture_output=True, text=True, timeout=60)
        assert done.returncode in (0, 1), done.stderr
        return [hit["id"] for hit in json.loads(done.stdout.splitlines()[0])["hits"]] if done.stdout else []


@pytest.fixture(scope="session")
def published(request, tmp_path_factory):
    site, binary, base = (request.config.getoption(name) for name in ("--site", "--binary", "--base"))
    binary = binary and binary.resolve()
    if site is None:
        if binary is None:
            pytest.skip("neither --site nor --binary given")
        base = tmp_path_factory.mktemp("base") / "library"
        site = base / "site"
        for command in (["init", base], ["ingest", "--base", base, CHECKOUT / "Corpus"], ["classify", "--base", base],
                        ["publish", "--base", base, "--output", site]):
            done = subprocess.run([binary, *command], capture_output=True, text=True, timeout=600)
            assert done.returncode == 0, done.stderr
    site = site.resolve()
    if base is None:
        base = next((folder for folder in site.parents if (folder / "knowledge.db").exists()), None)
    return Published(site, base, binary)


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serves the site below BASE_PATH and nothing else."""

    def translate_path(self, path):
        if not path.startswith(BASE_PATH + "/"):
            return str(pathlib.Path(self.directory) / "no-such-file")
        return super().translate_path(path[len(BASE_PATH):])

    def log_message(self, *arguments):
        pass


@pytest.fixture(scope="session")
def served(published):
    """The address of the site below a base path on loopback."""
    handler = functools.partial(QuietHandler, directory=str(published.site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{BASE_PATH}"
        server.shutdown()


@pytest.fixture(scope="session")
def browser(request):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=request.config.getoption("--chromium"), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session", params=["file", "http"])
def address(request, published):
    """The site's address without a slash at its end, once from the disk and once over HTTP."""
    return published.site.as_uri() if request.param == "file" else request.getfixturevalue("served")


@pytest.fixture
def page(browser):
    """A page that must end without a console error, a script error or a request to another host."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    complaints = []
    page.on("console", lambda message: message.type in ("error", "warning") and complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: request.url.startswith(("file:", "http://127.0.0.1", "data:"))
            or complaints.append(f"asked for {request.url}"))
    yield page
    context.close()
    assert complaints == []


def settled(page, query):
    """Waits until the results of a query are shown."""
    page.wait_for_function("query => document.getElementById('results').dataset.query === query", arg=query)


def all_hits(page):
    """The ids of every hit, the further pages of the list included."""
    while page.locator("#more").is_visible():
        shown = page.locator("#hits > li").count()
        page.locator("#more").click()
        page.wait_for_function("shown => document.querySelectorAll('#hits > li').length > shown", arg=shown)
    links = page.locator("#hits a.title").evaluate_all("links => links.map((link) => link.getAttribute('href'))")
    return [link.split("/")[-1].removesuffix(".html") for link in links]
