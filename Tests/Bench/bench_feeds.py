"""Feeds of 1,000 entries: our processor time beside feedparser's, on the same files, one thread each.

Made fresh in a temporary folder, always the same: Atom with HTML content, RSS with content:encoded, and the history of a
status page. `ours` is the user and system time of `postmortem extract --quiet`, start-up and printing included, and again
without what the binary needs for a feed of one entry. feedparser is timed inside its process, without start-up.
"""

import argparse
import glob
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from xml.sax.saxutils import escape

import feedparser

ENTRIES = 1000
ROUNDS = 7
WORDS = (
    "the service database request error latency queue deploy region customer began cache writes failed recovered "
    "monitoring engineers rollback traffic capacity alert network disk primary replica degraded a of to and in for"
).split()


def sentence(rng, count):
    return " ".join(rng.choice(WORDS) for _ in range(count)).capitalize() + "."


def article(rng, number):
    parts = [f"<h2>{sentence(rng, 5)}</h2>"]
    for _ in range(4):
        text = sentence(rng, 40)
        parts.append(f'<p class="body">{text} <a href="/posts/{number}">{sentence(rng, 4)}</a> <em>{sentence(rng, 3)}</em></p>')
    parts.append("<ul>" + "".join(f"<li>{sentence(rng, 8)}</li>" for _ in range(4)) + "</ul>")
    parts.append(f'<p><img src="/i/{number}.png" alt="graph"><code>{sentence(rng, 3)}</code> &amp; {sentence(rng, 20)}</p>')
    return "\n".join(parts)


def moment(number):
    return time.gmtime(1_700_000_000 - number * 40_000)


def stamp(seconds):
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", seconds)


def atom(count):
    rng = random.Random(1)
    entries = [
        f"""<entry><id>tag:blog.acme.test,2024:{n}</id><title>{sentence(rng, 7)}</title>
<link rel="alternate" type="text/html" href="https://blog.acme.test/posts/{n}"/><published>{stamp(moment(n))}</published>
<updated>{stamp(moment(n))}</updated><author><name>Ada Smith</name></author><category term="outage"/>
<content type="html">{escape(article(rng, n))}</content></entry>"""
        for n in range(count)
    ]
    head = '<title>Acme Engineering</title><id>https://blog.acme.test/</id><link href="https://blog.acme.test/"/>'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">{head}' + "\n".join(entries) + "</feed>"


def rss(count):
    rng = random.Random(2)
    items = [
        f"""<item><title>{sentence(rng, 7)}</title><link>https://blog.acme.test/posts/{n}</link>
<guid isPermaLink="false">https://blog.acme.test/?p={n}</guid><pubDate>{time.strftime("%a, %d %b %Y %H:%M:%S +0000", moment(n))}</pubDate>
<dc:creator><![CDATA[Ada Smith]]></dc:creator><category><![CDATA[outage]]></category>
<description><![CDATA[{sentence(rng, 30)}]]></description><content:encoded><![CDATA[{article(rng, n)}]]></content:encoded></item>"""
        for n in range(count)
    ]
    names = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    head = "<title>Acme Engineering</title><link>https://blog.acme.test/</link><description>News</description>"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" {names}><channel>{head}' + "\n".join(items) + "</channel></rss>"


def status(count):
    rng = random.Random(3)
    entries = []
    for n in range(count):
        end = 1_700_000_000 - n * 40_000
        updates = []
        for step, word in enumerate(["Resolved", "Monitoring", "Update", "Identified", "Investigating"]):
            at = time.gmtime(end - step * 1500)
            updates.append(
                f"<p><small>{time.strftime('%b', at)} <var data-var='date'>{at.tm_mday:2}</var>, "
                f"<var data-var='time'>{at.tm_hour:02}:{at.tm_min:02}</var> UTC</small><br>"
                f"<strong>{word}</strong> - {sentence(rng, 25)}</p>"
            )
        content = escape("".join(updates))
        entries.append(
            f"""<entry><id>tag:status.acme.test,2005:Incident/{n}</id><published>{stamp(time.gmtime(end))}</published>
<updated>{stamp(time.gmtime(end))}</updated><link rel="alternate" type="text/html" href="https://status.acme.test/incidents/{n}"/>
<title>{sentence(rng, 5)}</title><content type="html">{content}</content></entry>"""
        )
    head = "<id>tag:status.acme.test,2005:/history</id><title>Acme Status - Incident History</title><author><name>Acme</name></author>"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<feed xml:lang="en-US" xmlns="http://www.w3.org/2005/Atom">{head}' + "\n".join(entries) + "</feed>"


def ours(binary, path):
    """The least processor time of several runs, in seconds, and the reports printed."""
    best, lines = None, 0
    for _ in range(ROUNDS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        run = subprocess.run([binary, "extract", "--quiet", "--format", "json", path], capture_output=True, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        best = spent if best is None else min(best, spent)
        lines = run.stdout.count(b"\n")
    return best, lines


def theirs(path):
    with open(path, "rb") as file:
        data = file.read()
    best = None
    for _ in range(2):
        start = time.process_time()
        feedparser.parse(data)
        spent = time.process_time() - start
        best = spent if best is None else min(best, spent)
    return best


def gofeed(binary, data):
    """How many of the peer's example feeds are read without a failure; the tests compare their fields."""
    paths = sorted(glob.glob(os.path.join(data, "feeds/gofeed/**/*.xml"), recursive=True))
    read = 0
    for start in range(0, len(paths), 40):
        run = subprocess.run(
            [binary, "extract", "--format", "json", *paths[start : start + 40]], capture_output=True, text=True
        )
        # Entries that hold nothing but an author are named, and are no fault of the feed.
        failed = {line.split(": ")[0] for line in run.stderr.splitlines() if ".xml" in line and ".xml#" not in line and "no entries" not in line}
        read += len(paths[start : start + 40]) - len(failed)
    return read, len(paths)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--data", required=True)
    arguments = parser.parse_args()
    print(f"feeds of {ENTRIES:,} entries, processor time in ms (feedparser {feedparser.__version__})")
    print(f"{'feed':24}{'MB':>6}{'ours':>8}{'less start-up':>15}{'feedparser':>12}{'times':>8}")
    with tempfile.TemporaryDirectory() as folder:
        for name, make in (("Atom, HTML content", atom), ("RSS, content:encoded", rss), ("status history", status)):
            path, small = os.path.join(folder, "feed.xml"), os.path.join(folder, "small.xml")
            for where, count in ((path, ENTRIES), (small, 1)):
                with open(where, "w", encoding="utf-8") as file:
                    file.write(make(count))
            whole, lines = ours(arguments.binary, path)
            start, _ = ours(arguments.binary, small)
            if lines != ENTRIES:
                sys.exit(f"{name}: {lines} reports instead of {ENTRIES}")
            peer = theirs(path)
            size = os.path.getsize(path) / 1e6
            print(f"{name:24}{size:6.1f}{whole * 1e3:8.0f}{(whole - start) * 1e3:15.0f}{peer * 1e3:12.0f}{peer / whole:8.1f}")
    read, total = gofeed(arguments.binary, arguments.data)
    print(f"gofeed examples read: {read} of {total} (fields compared by the test GofeedTests)")


if __name__ == "__main__":
    main()
