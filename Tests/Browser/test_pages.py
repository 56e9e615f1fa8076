"""Pages read well at any width, in light and dark, with and without scripts, and stay within their budgets."""

import json
import re

import pytest


def sample(published):
    """One page of each sort, and the reports with most on them."""
    reports = json.loads((published.site / "reports.json").read_text())
    richest = sorted(reports, key=lambda report: -(published.site / report["page"]).stat().st_size)[:2]
    pages = ["index.html", "incidents.html", "factors.html", "organisations.html", "services.html", "about.html",
             "404.html", "factors/automation.html", *(report["page"] for report in richest)]
    for folder in ("organisations", "services"):
        pages += sorted(f"{folder}/{path.name}" for path in (published.site / folder).glob("*.html"))[:1]
    return pages


@pytest.mark.parametrize("width", [1280, 768, 320])
def test_no_page_scrolls_sideways(page, published, address, width):
    page.set_viewport_size({"width": width, "height": 800})
    wide = []
    for path in sample(published):
        page.goto(f"{address}/{path}")
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wide.append(path)
    assert wide == []


def test_search_results_do_not_scroll_sideways_on_a_small_screen(page, address):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{address}/index.html?q=the")
    page.wait_for_selector("#hits > li")
    assert not page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")


CONTRAST = """() => {
  const channel = (value) => { const part = value / 255; return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4; };
  const luminance = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = numbers(getComputedStyle(at).backgroundColor);
      if (colour.length < 4 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  const faint = [];
  for (const element of document.body.querySelectorAll("*")) {
    const words = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!words || element.closest(".vh, svg, [hidden], option") || !element.getClientRects().length) continue;
    const style = getComputedStyle(element);
    const [a, b] = [luminance(numbers(style.color)), luminance(behind(element))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) faint.push(`${element.tagName}.${element.className} ${ratio.toFixed(2)}`);
  }
  return [...new Set(faint)];
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_what_is_behind_them(page, published, address, scheme):
    page.emulate_media(color_scheme=scheme)
    faint = {}
    for path in sample(published):
        page.goto(f"{address}/{path}")
        found = page.evaluate(CONTRAST)
        if found:
            faint[path] = found
    assert faint == {}


def test_dark_is_dark(page, address):
    page.emulate_media(color_scheme="dark")
    page.goto(f"{address}/index.html")
    red, green, blue = map(int, re.findall(r"\d+", page.evaluate("getComputedStyle(document.body).backgroundColor"))[:3])
    assert max(red, green, blue) < 60


STRUCTURE = """() => {
  const problems = [];
  const levels = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((heading) => Number(heading.tagName[1]));
  if (levels.filter((level) => level === 1).length !== 1) problems.push("not one h1");
  levels.forEach((level, at) => { if (at && level > levels[at - 1] + 1) problems.push(`h${levels[at - 1]} then h${level}`); });
  for (const landmark of ["header", "nav", "main", "footer"]) {
    if (!document.querySelector(landmark)) problems.push(`no ${landmark}`);
  }
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  if (new Set(ids).size !== ids.length) problems.push("an id twice");
  for (const link of document.querySelectorAll('a[href^="#"]')) {
    if (!document.getElementById(decodeURIComponent(link.hash.slice(1)))) problems.push(`${link.hash} leads nowhere`);
  }
  for (const field of document.querySelectorAll("input, select")) if (!field.labels.length) problems.push("a field without a label");
  for (const drawing of document.querySelectorAll("svg")) {
    if (!drawing.ariaLabel && !drawing.closest("[aria-hidden=true]")) problems.push("a drawing without words");
  }
  return problems;
}"""


def test_pages_have_landmarks_headings_in_order_and_labels(page, published, address):
    found = {}
    for path in sample(published):
        page.goto(f"{address}/{path}")
        problems = page.evaluate(STRUCTURE)
        if problems:
            found[path] = problems
    assert found == {}


def test_targets_are_large_enough(page, published, address):
    """WCAG 2.2, 2.5.8: 24 px, except in running text; equal targets elsewhere on the page excuse a small one."""
    small = {}
    for path in sample(published):
        page.goto(f"{address}/{path}")
        found = page.evaluate(
            """() => [...document.querySelectorAll("a, button, input, select, summary")].filter((element) => {
                const box = element.getBoundingClientRect();
                if (!box.width || element.closest(".prose, p:not(.chips), li:not(.rows > li), dd, td, th, h3, .skip")) return false;
                return box.height < 24 || box.width < 24;
            }).map((element) => `${element.className} ${element.textContent.trim()}`)""")
        if found:
            small[path] = found
    assert small == {}


def test_pages_are_readable_without_scripts(browser, published, served):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}/incidents.html")
    rows = page.locator("#rows .rows > li")
    assert rows.count() == len(json.loads((published.site / "reports.json").read_text()))
    rows.first.locator("a.title").click()
    assert page.locator("h1").is_visible()
    assert page.locator("#factors-title").is_visible()
    context.close()


def test_the_filter_lives_in_the_address(page, address):
    page.goto(f"{address}/incidents.html")
    every = page.locator("#rows .rows > li:visible").count()
    option = page.locator("select[name=factor] option").nth(1).get_attribute("value")
    page.locator("select[name=factor]").select_option(option)
    assert f"factor={option}" in page.url
    some = page.locator("#rows .rows > li:visible").count()
    assert 0 < some <= every
    page.reload()
    assert page.locator("select[name=factor]").input_value() == option
    assert page.locator("#rows .rows > li:visible").count() == some
    page.go_back()
    page.wait_for_function("() => !location.search")
    assert page.locator("#rows .rows > li:visible").count() == every


def test_evidence_is_marked_in_the_text(page, published, address):
    reports = json.loads((published.site / "reports.json").read_text())
    quoted = next((report for report in reports if report["factors"]), None)
    if quoted is None:
        pytest.skip("no report carries a factor")
    page.goto(f"{address}/{quoted['page']}")
    link = page.locator(".quotes a.goto").first
    link.click()
    target = page.evaluate("document.querySelector(':target').textContent")
    assert target and target.strip() in re.sub(r"\s+", " ", page.locator(".quotes q").first.inner_text()) + target


def test_budgets_hold(published):
    styles = sum(path.stat().st_size for path in published.site.glob("*.css"))
    scripts = sum(path.stat().st_size for path in published.site.glob("*.js"))
    manifest = (published.site / "search/manifest.js").stat().st_size
    assert (styles <= 20_000, scripts <= 20_000, manifest <= 20_000) == (True, True, True), (styles, scripts, manifest)


def test_printing_leaves_out_what_paper_cannot_use(page, published, address):
    page.emulate_media(media="print")
    page.goto(f"{address}/{sample(published)[8]}")
    assert not page.locator("nav").is_visible()
    assert page.locator("h1").is_visible()
