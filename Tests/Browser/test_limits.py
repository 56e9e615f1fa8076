"""Nasty sources: an answer or a clear refusal, in memory and time that grow no faster than the source."""

import gzip
import os
import re
import resource
import subprocess
import tempfile

import pytest

MEGABYTE = 1_000_000
# What the process takes for itself, and how many bytes it may take for each byte it reads. Markdown's tree has a node for
# each bracket, star or quote mark, so a source of nothing else takes 250 bytes for each of its own.
BASE, FACTOR = 80 * MEGABYTE, {".md": 260}
OTHER_FACTOR = 60
HEAD = "<!doctype html><title>T</title><body><article><p>The disk of the primary was full.</p>"


def filled(unit, size, before="", after=""):
    """`unit` again and again, up to so many bytes."""
    count = max(1, (size - len(before) - len(after)) // len(unit.encode()))
    return (before + unit * count + after).encode()


def feed(entry, size):
    return filled(entry, size, '<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title>', "</feed>")


# Name of the file, and its bytes for a size.
SOURCES = {
    "words": ("a.html", lambda size: filled("word ", size, HEAD + "<p>")),
    "tiny elements": ("a.html", lambda size: filled("<b>x</b>", size, HEAD)),
    "empty elements": ("a.html", lambda size: filled("<p>", size, HEAD)),
    "unclosed links": ("a.html", lambda size: filled("<a href=//e.org/x><i>", size, HEAD)),
    "bold around blocks": ("a.html", lambda size: filled("<div>x</div>", size, HEAD + "<b><i><u><s><em>" * 20)),
    "a long link around blocks": ("a.html", lambda size: filled("<div>x</div>", size, HEAD + f"<a href='//e.org/{'x' * 4000}'>")),
    "breaks": ("a.html", lambda size: filled("<br>", size, HEAD + "x")),
    "entities": ("a.html", lambda size: filled("&lt;", size, HEAD)),
    "unknown entities": ("a.html", lambda size: filled("&x", size, HEAD)),
    "attributes": ("a.html", lambda size: filled("<p a=b c=d e=f g=h i=j>x", size, HEAD)),
    "one tag's attributes": ("a.html", lambda size: filled("a=b ", size, HEAD + "<p ")),
    "nesting": ("a.html", lambda size: filled("<div>", size, HEAD)),
    "nested lists": ("a.html", lambda size: filled("<ul><li>", size, HEAD)),
    "rows": ("a.html", lambda size: filled("<tr><td>14:02<td>x", size, HEAD + "<table>")),
    "cells": ("a.html", lambda size: filled("<td>x", size, HEAD + "<table><tr>")),
    "tables in tables": ("a.html", lambda size: filled("<table><tr><td>x<td>y</table>", size, HEAD)),
    "comments": ("a.html", lambda size: filled("<!--x-->", size, HEAD)),
    "open comments": ("a.html", lambda size: filled("<!--", size, HEAD)),
    "less-than signs": ("a.html", lambda size: filled("<", size, HEAD)),
    "closing tags": ("a.html", lambda size: filled("</p>", size, HEAD)),
    "scripts": ("a.html", lambda size: filled("<script>x</script>", size, HEAD)),
    "headings": ("a.html", lambda size: filled("<h2>Timeline</h2>", size, HEAD)),
    "images": ("a.html", lambda size: filled("<img alt='a b c d e'>", size, HEAD)),
    "linked data": ("a.html", lambda size: filled("[", size, HEAD + '<script type="application/ld+json">')),
    "feed on one line": ("a.atom", lambda size: feed("<entry><id>1</id><title>t</title><summary>" + "x" * 3000 + "</summary></entry>", size)),
    "one long entry": ("a.atom", lambda size: filled("&lt;p&gt;x", size, '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>t</title><content type="html">', "</content></entry></feed>")),
    "feed nesting": ("a.atom", lambda size: filled("<a>", size, '<feed xmlns="http://www.w3.org/2005/Atom"><entry>')),
    "feed attributes": ("a.atom", lambda size: filled("<a b='c' d='e'/>", size, '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>t</title>', "</entry></feed>")),
    "nested quotes": ("a.md", lambda size: filled(">", size, "# T\n\n")),
    "nested brackets": ("a.md", lambda size: filled("[", size, "# T\n\n")),
    "nested emphasis": ("a.md", lambda size: filled("*a **b ", size, "# T\n\n")),
    "nested items": ("a.md", lambda size: "".join("  " * at + "- x\n" for at in range(int(size ** 0.5))).encode()),
    "links": ("a.md", lambda size: filled("[a](b)", size, "# T\n\n")),
    "raw elements": ("a.md", lambda size: filled("<b>", size, "# T\n\n")),
    "table": ("a.md", lambda size: filled("| 14:02 | x |\n", size, "# T\n\n## Timeline\n\n| Time | Event |\n|---|---|\n")),
    "references": ("a.md", lambda size: filled("[a]: /b\n", size, "# T\n\n")),
    "front matter": ("a.md", lambda size: filled("- a\n", size, "---\ntitle: T\nservices:\n", "---\n# T\n\nx\n")),
    "nested front matter": ("a.md", lambda size: filled("[", size, "---\ntitle: ", "\n---\n# T\n\nx\n")),
    "one line": ("a.log", lambda size: filled("14:02 x ", size)),
    "log": ("a.log", lambda size: filled("2024-03-05 14:02:10 UTC something happened\n", size)),
    "prose": ("a.txt", lambda size: filled("It lasted 47 minutes, between 14:02 and 15:10 UTC. ", size)),
    "rows of text": ("a.csv", lambda size: filled("2024-03-05T14:02:00Z,x,y\n", size, "time,event,who\n")),
    "open quote": ("a.csv", lambda size: filled('"', size, "time,event\n")),
    "nested arrays": ("a.json", lambda size: filled("[", size)),
    "nested objects": ("a.json", lambda size: filled('{"a":', size)),
    "events": ("a.json", lambda size: filled('{"time":"2024-03-05T14:02:00Z","text":"x"},', size, "[", '{"time":"14:02","text":"y"}]')),
    "lines of JSON": ("a.jsonl", lambda size: filled('{"time":"2024-03-05T14:02:00Z","text":"x"}\n', size)),
}

LAUGHS = "---\na: &a [x,x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{name}: &{name} [{','.join([f'*{before}'] * 10)}]\n" for before, name in zip("abcdefgh", "bcdefghi")) + "---\n# T\n\nx\n"


def bound(name, size):
    """The most memory, in bytes, that reading a source may take. A process is counted with what its parent took."""
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return max(BASE, own) + FACTOR.get(os.path.splitext(name)[1], OTHER_FACTOR) * size


def run(binary, name, data, *options):
    """Exit status, standard error, processor seconds and peak bytes of reading a source."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, name)
        with open(path, "wb") as file:
            file.write(data)
        with open(os.path.join(folder, "errors"), "w+b") as errors, open(os.devnull, "wb") as nothing:
            process = subprocess.Popen([binary, "extract", "--format", "json", *options, path], stdout=nothing, stderr=errors)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            errors.seek(0)
            return process.returncode, errors.read().decode(), usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024


@pytest.fixture(scope="module")
def binary(request):
    binary = request.config.getoption("--binary")
    if binary is None:
        pytest.skip("no --binary given")
    return str(binary.resolve())


factors = {}


@pytest.mark.parametrize("name", SOURCES)
def test_time_and_memory_are_in_proportion(binary, name):
    file, source = SOURCES[name]
    one, four = (run(binary, file, source(size)) for size in (MEGABYTE, 4 * MEGABYTE))
    for status, errors, _, _ in (one, four):
        assert status in (0, 2), errors[-500:]
        assert status == 0 or re.search(r"/a\.\w+(:\d+)?: .*; ", errors), errors[-500:]
    factors[name] = max(0, four[3] - 30 * MEGABYTE) / (4 * MEGABYTE)
    assert four[3] <= bound(file, 4 * MEGABYTE), f"{four[3] / MEGABYTE:.0f} MB"
    # Four times the source takes four times as long; sixteen times if time went with the square. A busy machine adds to
    # any one measurement, so the least of several counts.
    small, large = one[2], four[2]
    for _ in range(3):
        if large <= 9 * small + 0.3:
            break
        large = min(large, run(binary, file, source(4 * MEGABYTE))[2])
    assert large <= 9 * small + 0.3, f"{small:.2f} s, then {large:.2f} s"
    assert large <= 10, f"{large:.2f} s"


def test_the_worst_factor_is_stated(binary):
    worst = sorted(factors.items(), key=lambda item: -item[1])[:5]
    print("measured memory per byte read, worst:", ", ".join(f"{name} {factor:.0f}" for name, factor in worst))


@pytest.mark.parametrize("name, data, words", [
    ("a.html", filled("word ", 50 * MEGABYTE, HEAD), "50 MB is over the limit of 20 MB"),
    ("a.html.gz", gzip.compress(bytes(400 * MEGABYTE), 6), "unpacked, it holds more than the limit of 20 MB"),
    ("a.html.gz", gzip.compress(gzip.compress(filled("<p>x", 30 * MEGABYTE), 6)), ""),
    ("a.html", filled("<i>x</i>", 19 * MEGABYTE, HEAD), "elements and texts"),
    ("a.html", filled("<div>", 1 * MEGABYTE, HEAD), "nested more than 512 deep"),
    ("a.md", LAUGHS.encode(), ""),
    ("a.atom", feed("<entry><title>t</title></entry>", 1 * MEGABYTE), "more than 10000 entries"),
])
def test_what_is_over_a_limit_says_so(binary, name, data, words):
    status, errors, seconds, peak = run(binary, name, data)
    assert status in ((2,) if words else (0, 2)), errors[-500:]
    assert words in errors, errors[-500:]
    assert seconds < 10 and peak < bound(name, min(len(data), 20 * MEGABYTE)), (seconds, peak)
