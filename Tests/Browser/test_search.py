"""The search box finds what the command line finds, in the same order, and is usable without a mouse."""

import itertools
import json
import re
import sqlite3
import subprocess
import urllib.parse

import pytest
from conftest import CHECKOUT, Published, all_hits, settled

QUERIES = [
    "dns", "dns outage", "DNS Outage", "configuration", "configurat*", "rout*", '"health check"', "health check",
    "database -replication", "certificate OR expired", "network OR power capacity", "us-east-1", "title:dns",
    "org:cloudflare", 'org:"amazon web services"', "org:amazon*", "service:s3", "factor:automation", "factor:ai",
    "factor:!autonomous-ai-action", "factor:human-action dns", "-factor:human-action", "date:2021", "date:>=2024",
    "date:2019-06..2021-12", "duration:>6h", "duration:1h..3h", "duration:<30m database", "kind:public-report",
    "kind:status*", "severity:sev1", "id:2017*", "is:reviewed", "is:reviewed OR dns", "dns OR org:github",
    "ERR_CONN_RESET", "HTTP 503 errors from the load balancer", "the", "the command removed servers", "zzzzqqqq",
    "zzzzqqqq dns", "...", "-", "--force", "a AND b", "NEAR(a b, 5)", '"unclosed phrase', "date:soon", "title:*",
    "naïve café", "ΣΊΣΥΦΟΣ", "数据库", "deleted deleting deletion", "failover* -dns org:google",
    "'; DROP TABLE report; --", "</script><img src=x onerror=alert(1)>",
    "The engineer ran the command and the database was gone for six hours before anyone noticed the backup was empty",
]


@pytest.mark.parametrize("query", QUERIES)
def test_the_browser_finds_what_the_command_line_finds(page, published, query, served):
    if not (published.binary and published.base):
        pytest.skip("no binary or no knowledge base to compare with")
    page.goto(f"{served}/index.html?q={urllib.parse.quote(query)}")
    settled(page, query)
    assert all_hits(page) == published.search(query)


def test_the_browser_finds_by_what_people_decided(page, published, tmp_path):
    if not published.binary:
        pytest.skip("no binary to decide with")
    base = tmp_path / "base"

    def run(*arguments):
        done = subprocess.run([published.binary, *arguments], capture_output=True, text=True, timeout=600)
        assert done.returncode == 0, done.stderr
        return done.stdout

    run("init", base)
    run("ingest", "--base", base, CHECKOUT / "Corpus")
    run("classify", "--base", base)
    labelled = len(Published(None, base, published.binary).search("is:reviewed"))
    assert labelled > 300
    first, second = [json.loads(line) for line in run("review", "--base", base, "--format", "json").splitlines()][:2]
    run("review", "--base", base, first["id"], "--reject", first["waiting"][0]["kind"])
    run("review", "--base", base, second["id"], "--accept", second["waiting"][0]["kind"], "--stance", "denied")
    run("publish", "--base", base, "--output", base / "site")
    reviewed = Published(base / "site", base, published.binary)
    kinds = {factor["kind"] for item in (first, second) for factor in item["waiting"][:1]}
    queries = ["is:reviewed", "-is:reviewed dns"] + [f"factor:{sign}{kind}" for kind in sorted(kinds) for sign in ("", "!")]
    for query in queries:
        page.goto(f"{reviewed.site.as_uri()}/index.html?q={urllib.parse.quote(query)}")
        settled(page, query)
        assert all_hits(page) == reviewed.search(query), query
    assert len(reviewed.search("is:reviewed")) == labelled + 2


def test_queries_are_taken_apart_as_the_library_does(page, address):
    path = CHECKOUT / "Tests/SearchIndexTests/queries.json"
    cases = json.loads(path.read_text())
    page.goto(f"{address}/index.html")
    parsed = page.evaluate(
        """async (queries) => {
            const { kinds } = await postmortemSearch.manifest();
            return queries.map((query) => postmortemSearch.parse(query, kinds));
        }""",
        [case["query"] for case in cases])
    wrong = [(case["query"], found) for case, found in zip(cases, parsed) if found != case["ast"]]
    assert wrong == []


def words_to_stem(site):
    """Words of the site and made-up ones: every ending the stemmer knows on stems of many shapes."""
    words = set(re.findall(r"[a-z0-9]+", (site / "reports.json").read_text().lower()))
    stems = ["", "a", "y", "tr", "agre", "fall", "hop", "hopp", "fizz", "conflat", "troubl", "siz", "happ", "sky", "rel",
             "predic", "oper", "abc", "xxy", "controll", "roll", "rat", "ceas", "ss", "bow", "fix", "say", "yield"]
    endings = ("s sses ies ss eed ed ing ational tional enci anci izer logi bli alli entli eli ousli ization ation ator "
               "alism iveness fulness ousness aliti iviti biliti icate ative alize iciti ical ful ness al ance ence er ic "
               "able ible ant ement ment ent sion tion ion ou ism ate iti ous ive ize e y l ll es at bl iz").split()
    words |= {stem + ending for stem in stems for ending in endings}
    words |= {stem + first + second for stem in ("rel", "oper", "t") for first, second in
              itertools.product(endings, repeat=2)}
    words |= {"café", "naïve", "größes", "ÅNGSTRÖM", "Ǖber", "İstanbul", "ΣΊΣΥΦΟΣ", "ёлка", "данные", "数据库", "한국어",
              "x" * 63 + "s", "x" * 64 + "s", "e\u0301te\u0301s", "ﬁnding", "ⅷ", "٣٤"}
    return sorted(word for word in words if word)


def test_words_are_folded_and_stemmed_as_sqlite_does(page, published, address):
    words = words_to_stem(published.site)
    database = sqlite3.connect(":memory:")
    try:
        database.execute("CREATE VIRTUAL TABLE t USING fts5(x, tokenize='porter unicode61 remove_diacritics 2')")
    except sqlite3.OperationalError:
        pytest.skip("Python's SQLite has no FTS5")
    database.executemany("INSERT INTO t(rowid, x) VALUES (?, ?)", enumerate(words))
    database.execute("CREATE VIRTUAL TABLE v USING fts5vocab(t, 'instance')")
    expected = [[] for _ in words]
    for number, term in database.execute("SELECT doc, term FROM v ORDER BY doc, offset"):
        expected[number].append(term)
    page.goto(f"{address}/index.html")
    found = page.evaluate("words => words.map((word) => postmortemSearch.tokens(word).map(({ term }) => term))", words)
    assert [case for case in zip(words, expected, found) if case[1] != case[2]] == []


def test_nothing_is_fetched_before_the_reader_searches(page, address):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/index.html")
    page.wait_for_timeout(300)
    assert [url for url in asked if "/search/" in url and not url.endswith("/manifest.js")] == []
    page.locator("#q").fill("dns")
    settled(page, "dns")
    assert any("/search/" in url for url in asked)


def test_keys_lead_to_a_report_and_back(page, address):
    page.goto(f"{address}/index.html")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.type("the")
    settled(page, "the")
    assert "?q=the" in page.url
    assert re.match(r"\d+ incident", page.locator("#count").inner_text())
    titles = page.locator("#hits a.title")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert titles.nth(1).evaluate("link => link === document.activeElement")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.press("ArrowDown")
    target = titles.first.get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{target.split('/')[-1]}")
    page.go_back()
    settled(page, "the")
    assert page.locator("#q").input_value() == "the"
    page.locator("#q").focus()
    page.keyboard.press("Escape")
    assert page.locator("#q").input_value() == ""
    assert page.locator("#overview").is_visible()
    assert not page.locator("#results").is_visible()
    assert "?q=" not in page.url


def test_back_leads_from_a_search_to_the_page_before_it(page, address):
    page.goto(f"{address}/index.html")
    page.locator("#q").type("dns", delay=40)
    settled(page, "dns")
    page.go_back()
    page.wait_for_function("() => !document.getElementById('overview').hidden")
    assert page.locator("#q").input_value() == ""


def test_every_page_leads_to_the_search(page, address):
    page.goto(f"{address}/about.html")
    page.keyboard.press("/")
    page.keyboard.type("dns & \"zone\"")
    page.keyboard.press("Enter")
    page.wait_for_url("**/index.html?q=*")
    settled(page, 'dns & "zone"')


def test_matches_are_marked_and_counts_announced(page, address):
    page.goto(f"{address}/index.html?q=deleted")
    settled(page, "deleted")
    if page.locator("#hits > li").count() == 0:
        pytest.skip("no report of this site has the word")
    assert page.locator("#count").get_attribute("aria-live") == "polite"
    marks = page.locator("#hits mark").all_inner_texts()
    assert marks and all(mark.lower().startswith("delet") for mark in marks)


def test_a_hostile_query_is_only_text(page, address):
    query = "<img src=x onerror=alert(1)> __proto__ constructor " + "(" * 500 + "é" * 2000
    page.goto(f"{address}/index.html?q={urllib.parse.quote(query)}")
    settled(page, query[:len(query)])
    assert page.locator("#results img").count() == 0
