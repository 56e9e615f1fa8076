"""Every known script-injection string, ingested as a page, a feed entry, Markdown and a timeline, runs nothing on the site."""

import csv
import html
import json
import pathlib
import re
import subprocess
import time

import pytest
from conftest import CHECKOUT

PAYLOADS = CHECKOUT.parent / "shared/data/security/xss-payload-list.txt"
BATCH = 25

# In every document before anything of its own: whatever a payload would do is told to the test (`eval` by the policy).
WATCH = """
for (const name of ["alert", "confirm", "prompt", "print", "open", "fetch"]) {
  window[name] = (...words) => (top.ran ||= []).push(`${location.pathname}: ${name}(${words})`);
}
addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) =>
  (top.ran ||= []).push(`${location.pathname}: ${violatedDirective} kept ${blockedURI} ${sample}`));
addEventListener("error", ({ message }) => (top.ran ||= []).push(`${location.pathname}: ${message}`));
"""

# Opens pages in frames, some at a time, and looks at what became of each document.
HARNESS = """
const allowed = new Set(("html head meta title link script body a header nav form label input main article p time h1 h2 h3 h4 h5 "
  + "h6 bdi aside dl div dt dd span section figure figcaption svg g line circle rect path text table caption thead tbody tfoot "
  + "tr th td b small i em strong u s sub sup code kbd samp var abbr del ins pre blockquote ul ol li hr br footer cite q mark "
  + "details summary polyline polygon use defs desc noscript button select option").split(" "));
const wanted = new Set(Object.getOwnPropertyNames(window));
window.problems = [];
window.texts = {};
window.opened = 0;
function look(path, frame) {
  const [page, document] = [frame.contentWindow, frame.contentDocument];
  const say = (what) => problems.push(`${path}: ${what}`);
  if (!document?.querySelector("main")) return say("no page");
  for (const element of document.querySelectorAll("*")) {
    if (!allowed.has(element.localName)) say(`<${element.localName}>`);
    for (const { name, value } of element.attributes) {
      if (/^on|^(style|srcdoc|srcset|formaction|background|ping|nonce|is)$/i.test(name)) say(`${name}="${value}"`);
      if (/href|src|action/i.test(name) && !/^(https?:|mailto:|#|[\\w./-]+([?#].*)?$)/i.test(value)) say(`${name}="${value}"`);
    }
  }
  if ([...document.scripts].some(({ src }) => !src.startsWith(location.origin))) say("a script of its own");
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  if (new Set(ids).size < ids.length) say("an id twice");
  for (const id of ids) if (wanted.has(id)) say(`id ${id} hides a global`);
  if (document.querySelector("[name]:not(meta, input, select)")) say("a name attribute");
  if (page.location.pathname !== new URL(path, location.href).pathname) say(`it went to ${page.location.href}`);
  for (const { name } of page.performance.getEntriesByType("resource")) {
    if (!name.startsWith(location.origin + "/")) say(`asked for ${name}`);
  }
  if (keep.test(path)) texts[path] = document.body.textContent;
}
async function work(paths) {
  for (let path; (path = paths.pop());) {
    const frame = document.createElement("iframe");
    frame.src = path;
    const loaded = new Promise((resolve) => (frame.onload = resolve));
    document.body.append(frame);
    await loaded;
    look(path, frame);
    frame.remove();
    opened += 1;
  }
}
async function openAll(paths, pattern) {
  window.keep = new RegExp(pattern);
  await Promise.all(Array.from({ length: 8 }, () => work(paths)));
  window.done = true;
}
"""


def normal(text):
    """As a page shows it: blanks collapsed, nothing that hides or reverses."""
    text = re.sub("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]", "", text)
    return re.sub(r"\s+", " ", text).strip()


# Ends whatever a raw payload left open, so that the next one is read too; no less hostile itself.
CLOSER = """--></script></style></textarea></title></xmp></noscript></iframe></svg></math></template></select></table>'">"""


def page_of(payloads):
    """Payloads wherever a page has words of others: spelled as text first, then raw."""
    everything = html.escape(" ".join(payloads))
    head = "".join(f"""<meta name="author" content="{html.escape(payload)}">""" for payload in payloads)
    stated = json.dumps({"@type": "Article", "headline": payloads[0], "author": [{"name": name} for name in payloads]})
    quoted = "".join(f"""<p>{word}</p><p><a href="{word}" title="{word}" id="{word}" name="{word}">link</a>
<img src="x" alt="{word}"></p><pre>{word}</pre><ul><li>14:02 UTC {word}</ul><abbr title="{word}">x</abbr>
<time datetime="{word}">then</time><p lang="{word}" dir="{word}" style="{word}" class="{word}">x</p>"""
                     for word in map(html.escape, payloads))
    raw = "".join(f"""<p>{payload}</p>{CLOSER}<p title="{payload}">x</p>{CLOSER}<p title='{payload}'>x</p>{CLOSER}
<a href={payload}>x</a>{CLOSER}<script>{payload}</script>{CLOSER}<!-- {payload} -->{CLOSER}<svg>{payload}</svg>{CLOSER}
<math><mtext>{payload}{CLOSER}<noscript>{payload}{CLOSER}<textarea>{payload}{CLOSER}<td>{payload}""" for payload in payloads)
    return f"""<!doctype html><html lang="en"><head><title>{everything}</title>{head}
<meta property="og:site_name" content="{html.escape(payloads[1 % len(payloads)])}"><base href="{html.escape(payloads[0])}">
<link rel="canonical" href="{html.escape(payloads[-1])}"><script type="application/ld+json">{stated}</script></head>
<body><article><p>The disk of the primary was full and writes failed for customers for an hour, until it was extended.</p>
<p>The alert fired late and the runbook was wrong about which of the two nodes was safe to restart.</p>
{quoted}{raw}</article></body></html>"""


def feed_of(batches):
    def entry(number, payloads):
        words = [html.escape(payload) for payload in payloads]
        content = "".join(f"<div><p>{payload}</p>{CLOSER}</div>" for payload in payloads)
        people = "".join(f"<author><name>{word}</name></author><category term='{word}'/>" for word in words)
        return f"""<entry><id>tag:acme.test,2024:{number}</id><title type="html">{html.escape(" ".join(words))}</title>{people}
<updated>2024-03-05T14:02:00Z</updated><link href="{words[0]}"/><summary>{words[-1]}</summary>
<content type="html">{html.escape(f"<p>Entry {number}</p>{content}")}</content></entry>"""

    entries = "".join(entry(number, payloads) for number, payloads in enumerate(batches))
    clean = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", entries)
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>{html.escape(batches[0][0])}</title><id>x</id>{clean}</feed>'


def markdown_of(number, payloads):
    keys = ["organisation", "severity", "summary", "url", "source", "published", "impact_start"]
    front = "".join(f"{key}: {json.dumps(payloads[at % len(payloads)])}\n" for at, key in enumerate(keys))
    front += f"services: {json.dumps(payloads[:2])}\nauthors: {json.dumps(payloads)}\n"
    # Code first: a raw comment or script that never ends takes what follows with it.
    parts = "\n\n".join([f"Code:\n\n    {payload}" for payload in payloads]
                        + [f"{payload}\n\n[{payload}](<{payload}>) ![x]({payload})" for payload in payloads])
    return f"---\ntitle: Markdown {number:04}\n{front}---\n\n# Markdown {number:04}\n\n{parts}\n"


def write_sources(folder, payloads):
    for name in ("pages", "feeds", "markdown", "timelines"):
        (folder / name).mkdir()
    batches = [payloads[start:start + BATCH] for start in range(0, len(payloads), BATCH)]
    (folder / "feeds/status.atom").write_text(feed_of(batches), errors="replace")
    for number, some in enumerate(batches):
        (folder / f"pages/{number:04}.html").write_text(page_of(some), errors="replace")
        (folder / f"markdown/{number:04}.md").write_text(markdown_of(number, some), errors="replace")
        with open(folder / f"timelines/{number:04}.csv", "w", errors="replace", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(["time", "event", "who"])
            rows.writerows([f"2024-03-05T14:{at:02}:00Z", payload, payload] for at, payload in enumerate(some))
    events = [{"time": f"2024-03-05T14:{at % 60:02}:00Z", "text": payload, "actor": payload}
              for at, payload in enumerate(payloads[:600])]
    (folder / "timelines/events.json").write_text(json.dumps(events))
    for name in ('"><img src=x onerror=alert(1)>', "\u202egpj.exe", "javascript:alert(1)", "<b>&lt;", "' onload='alert(1)"):
        (folder / f"markdown/{name}.md").write_text("The operator had removed too many servers, which an alert found.\n")


@pytest.fixture(scope="module")
def hostile(request, tmp_path_factory):
    """A site of every payload, and the payloads."""
    binary = request.config.getoption("--binary")
    if not PAYLOADS.exists() or binary is None:
        pytest.skip("no --binary, or the shared data is not there")
    payloads = list(dict.fromkeys(filter(str.strip, PAYLOADS.read_text(errors="replace").splitlines())))
    assert len(payloads) > 6000
    folder = tmp_path_factory.mktemp("hostile")
    write_sources(folder, payloads)
    base, site = folder / "base", folder / "site"
    for command in (["init", base],
                    ["ingest", "--quiet", "--base", base, *(folder / name for name in ("pages", "feeds", "markdown", "timelines"))],
                    ["classify", "--quiet", "--base", base], ["publish", "--quiet", "--base", base, "--output", site]):
        started = time.monotonic()
        done = subprocess.run([binary.resolve(), *command], capture_output=True, text=True, timeout=600)
        print(f"{command[0]}: {time.monotonic() - started:.0f} s")
        # A page made only of a script may have nothing to read, which is a reason to refuse it and no reason to run.
        assert done.returncode in (0, 2), done.stderr[-2000:]
        assert "Fatal" not in done.stderr, done.stderr[-2000:]
    return site, payloads


@pytest.fixture(scope="module")
def pages(hostile):
    """Paths of all report pages, and their titles."""
    return {report["page"]: report["title"] for report in json.loads((hostile[0] / "reports.json").read_text())}


@pytest.fixture(scope="module")
def visited(hostile, pages, browser):
    """Every page opened in two tabs: what ran, what was asked for, what stood in the documents, and texts of some."""
    import functools
    import http.server
    import threading
    from conftest import QuietHandler, BASE_PATH

    handler = functools.partial(QuietHandler, directory=str(hostile[0]))
    paths = sorted(path.relative_to(hostile[0]).as_posix() for path in hostile[0].rglob("*.html"))
    texts_of = "|".join(re.escape(page) for page, title in pages.items() if re.match(r"Markdown \d{4}$", title or ""))
    found, texts, tabs = [], {}, []
    started = time.monotonic()
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        root = f"http://127.0.0.1:{server.server_port}{BASE_PATH}"
        for half in (paths[::2], paths[1::2]):
            context = browser.new_context()
            context.add_init_script(WATCH)
            tab = context.new_page()
            tab.on("dialog", lambda dialog: (found.append(f"dialog {dialog.message}"), dialog.dismiss()))
            tab.on("pageerror", lambda error: found.append(str(error)))
            tab.on("console", lambda message: message.type == "error" and found.append(message.text))
            tab.on("popup", lambda popup: found.append(f"popup {popup.url}"))
            context.route("**/harness.html", lambda route: route.fulfill(
                content_type="text/html", body=f"<!doctype html><body><script>{HARNESS}</script>"))
            tab.goto(f"{root}/harness.html")
            tab.evaluate("([paths, pattern]) => { openAll(paths, pattern); }", [half, texts_of or "^$"])
            tabs.append(tab)
        for tab in tabs:
            tab.wait_for_function("() => window.done", timeout=300_000)
            found += tab.evaluate("window.ran || []") + tab.evaluate("problems")
            texts |= tab.evaluate("texts")
            tab.context.close()
        server.shutdown()
    print(f"{len(paths)} pages opened: {time.monotonic() - started:.0f} s")
    return paths, found, texts


def test_nothing_runs_on_any_page(hostile, visited):
    paths, found, _ = visited
    assert len(paths) > 3 * len(hostile[1]) / BATCH
    assert found == [], f"{len(found)} findings, such as {found[:20]}"


def test_payloads_stay_readable_as_text(hostile, pages, visited):
    """Each payload in a code block of Markdown stands in its page letter for letter."""
    _, payloads = hostile
    shown = {pages[path]: normal(text) for path, text in visited[2].items()}
    lost = []
    for start in range(0, len(payloads), BATCH):
        text = shown.get(f"Markdown {start // BATCH:04}", "")
        lost += [payload for payload in payloads[start:start + BATCH] if normal(payload) not in text]
    assert lost == [], f"{len(lost)} lost, such as {lost[:10]}"


def test_the_sites_own_feeds_stay_whole(hostile):
    """Well-formed, and what is HTML in them holds no element or attribute that acts."""
    import xml.etree.ElementTree

    site = hostile[0]
    atom = xml.etree.ElementTree.parse(site / "feed.xml")
    texts = [element.text or "" for element in atom.iter() if element.get("type") in ("html", "xhtml")]
    texts += [item.get("content_html", "") for item in json.loads((site / "feed.json").read_text())["items"]]
    for text in texts:
        assert not re.search(r"<\s*(script|svg|math|iframe|img|style|form|object)|<[^>]*\s(on\w+|style)\s*=", text, re.I), text[:300]
    links = [element.get("href") for element in atom.iter() if element.get("href")]
    assert all(re.match(r"(https?:|[\w./-]*$)", link) for link in links)


@pytest.mark.parametrize("words", ["alert", "script onerror", "<img src=x onerror=alert(1)>", "javascript:alert(1)",
                                   "<svg/onload=prompt(1)>", "title:script"])
def test_search_results_run_nothing(hostile, page, words):
    page.add_init_script(WATCH)
    page.goto(f"{hostile[0].as_uri()}/index.html")
    page.fill("#q", words)
    page.wait_for_function("words => document.getElementById('results').dataset.query === words", arg=words)
    assert page.locator("#hits > li").count() > 0
    assert page.evaluate("window.ran || []") == []
    assert page.locator("#hits").locator("script, img, svg, iframe, [onerror], [onload], [style]").count() == 0
    page.locator("#hits a.title").first.click()
    assert page.locator("h1").is_visible()
    assert page.evaluate("window.ran || []") == []
