"""Checks the entries of Corpus/incidents, counts what they cover, and writes the counts into Corpus/README.md.

    scripts/check-corpus                      every entry, and the coverage promised by Corpus/README.md
    scripts/check-corpus FILE…                only these, without the coverage
    scripts/check-corpus --against PATH…      also no run of eight words in common with these texts
    scripts/check-corpus --write              also writes the coverage tables into Corpus/README.md

Status 0: all is well. 1: something was found; each finding is a line `file: what`. 2: could not run.
"""

import argparse
import collections
import datetime
import json
import pathlib
import re
import sys

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
INCIDENTS = ROOT / "Corpus" / "incidents"
README = ROOT / "Corpus" / "README.md"
READINGS = ROOT / "Corpus" / "labels" / "incidents.readings"
AGREEMENT = ROOT / "Corpus" / "labels" / "incidents.agreement"
SHARED = ROOT.parent / "shared" / "data"

KINDS = (
    "human-action automation assistive-ai-misunderstanding autonomous-ai-action configuration-change code-defect "
    "deployment capacity cascading-failure dependency network hardware-or-power data-store expiry-or-time security "
    "missing-safeguard detection-gap response-gap"
).split()
STANCES = "asserted suspected denied".split()
ROLES = "trigger contributing hindered-recovery mitigating".split()
STAMPS = "impact_start detected alerted engaged declared mitigated resolved".split()
REQUIRED = "title organisation services source archived language labels".split()
FIELDS = set(REQUIRED) | set("date severity published duration stamps other_sources incident".split())
HEADINGS = ["Summary", "Timeline", "What made it possible", "What is disputed", "What helped", "What changed"]
AI = {"assistive-ai-misunderstanding", "autonomous-ai-action"}

WORDS = range(150, 451)
# Flesch-Kincaid: the school year after which the text reads easily. Ours is for engineers; a statute has 17 and more.
HIGHEST_GRADE = 14.0
SHINGLE = 8

# What Corpus/README.md promises: at least this many.
PROMISED = {"entries": 300, "organisations": 120, "entries about AI": 40, "entries whose source states no cause": 25}
PROMISED_ASSERTED = 12
PROMISED_STANCE = {"denied": 15, "suspected": 15}
SOURCES_OF_ONE_INCIDENT = 5


class Entry:
    """One file: its front matter, its body, and what is wrong with it."""

    def __init__(self, path):
        self.path, self.findings = path, []
        self.matter, self.body = {}, ""
        text = path.read_text(encoding="utf-8")
        parts = re.match(r"---\n(.*?)\n---\n\n(.*)\Z", text, re.S)
        if parts is None:
            self.found("no front matter between two lines of ---, followed by an empty line")
            return
        try:
            self.matter = yaml.safe_load(parts[1]) or {}
        except yaml.YAMLError as error:
            self.found(f"front matter is no YAML: {' '.join(str(error).split())}")
            return
        self.body = parts[2]
        for check in (self.fields, self.dates, self.shape, self.timeline, self.label_list, self.prose):
            check()

    def found(self, what):
        self.findings.append(what)

    @property
    def labels(self):
        labels = self.matter.get("labels")
        return [label for label in labels if isinstance(label, dict)] if isinstance(labels, list) else []

    @property
    def lines(self):
        return self.body.split("\n")

    def fields(self):
        for name in sorted(set(self.matter) - FIELDS):
            self.found(f"unknown field '{name}'")
        for name in REQUIRED:
            if name not in self.matter or (name != "labels" and not self.matter[name]):
                self.found(f"field '{name}' is missing")
        for name in ("source", "archived"):
            if not re.match(r"https?://\S+\Z", str(self.matter.get(name))):
                self.found(f"'{name}' is no address: {self.matter.get(name)}")
        if "web.archive.org/web/" not in str(self.matter.get("archived")):
            self.found("'archived' is no copy in the web archive")
        for address in self.matter.get("other_sources") or []:
            if not re.match(r"https?://\S+\Z", str(address)):
                self.found(f"'other_sources' has no address: {address}")

    def dates(self):
        date = self.matter.get("date")
        if date is None:
            # The source names no day: the month in the file's name stands for it.
            if not re.match(r"\d{4}-\d\d-[a-z]", self.path.name):
                self.found("field 'date' is missing")
        elif not isinstance(date, datetime.date):
            self.found(f"'date' is no day: {date}")
        elif not re.match(rf"{date.isoformat()}-|{date:%Y-%m}-(?=[a-z])", self.path.name):
            self.found(f"the file's name begins neither with its date, {date}, nor, the day unknown, with its month")
        published = self.matter.get("published")
        if isinstance(date, datetime.date) and isinstance(published, datetime.date):
            # Zones may put the local day of publication one before the UTC day of the incident.
            if published < date - datetime.timedelta(days=1):
                self.found(f"published {published}, before it happened on {date}")
        duration = self.matter.get("duration")
        if duration is not None and not re.fullmatch(r"(?=.)(\d+d)?(\d+h)?(\d+m)?(\d+s)?", str(duration)):
            self.found(f"'duration' is not of the form 2d3h, 4h17m or 47m: {duration}")
        self.stamps()

    def stamps(self):
        """Each has a moment with a zone, or a day; they come in their natural order."""
        moments = {}
        for name, stamp in (self.matter.get("stamps") or {}).items():
            if name not in STAMPS or not isinstance(stamp, dict) or set(stamp) != {"at", "estimated", "from"}:
                self.found(f"stamp '{name}' needs at, estimated and from")
                continue
            at = str(stamp["at"])
            if not re.fullmatch(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d))?", at):
                self.found(f"stamp '{name}' has no time with a zone: {at}")
            elif "T" in at:
                try:
                    moments[name] = datetime.datetime.fromisoformat(at.replace("Z", "+00:00"))
                except ValueError:
                    self.found(f"stamp '{name}' is no time: {at}")
        start = moments.get("impact_start")
        for name, moment in moments.items():
            if start and moment < start and name in ("mitigated", "resolved"):
                self.found(f"stamp '{name}' comes before 'impact_start'")
        if {"mitigated", "resolved"} <= set(moments) and moments["resolved"] < moments["mitigated"]:
            self.found("stamp 'resolved' comes before 'mitigated'")

    def shape(self):
        if not self.body.startswith(f"# {self.matter.get('title')}\n"):
            self.found("the first heading is not the title")
        headings = re.findall(r"^## (.*)$", self.body, re.M)
        for heading in headings:
            if heading not in HEADINGS:
                self.found(f"heading '{heading}' is none of: {', '.join(HEADINGS)}")
        known = [HEADINGS.index(heading) for heading in headings if heading in HEADINGS]
        if known != sorted(known) or len(set(known)) != len(known):
            self.found("the headings are not in their order, each once")
        if "Summary" not in headings:
            self.found("no summary")

    def timeline(self):
        rows = [row for row in re.findall(r"^\| *(\S.*?) *\|.*\|$", self.body, re.M) if row.strip("-: ") not in ("", "Time")]
        if len(rows) < 2:
            self.found("the timeline has fewer than two rows")
        clocked = []
        for row in rows:
            try:
                moment = datetime.datetime.fromisoformat(row)
            except ValueError:
                self.found(f"timeline row '{row}' is no YYYY-MM-DD HH:MM and no YYYY-MM-DD")
                continue
            clocked.append((moment.date(), moment if len(row) > 10 else None))
        if any(moment for _, moment in clocked) and not re.search(r"\b([Aa]ll times|Times|times of day) are \S+", self.body):
            self.found("no line says the zone of the timeline ('All times are UTC.', or that the source names none)")
        for (day, moment), (next_day, next_moment) in zip(clocked, clocked[1:]):
            if next_day < day or (moment and next_moment and next_moment < moment):
                self.found(f"the timeline goes back at {next_moment or next_day}")

    def label_list(self):
        if not self.labels and self.matter.get("labels") != "none":
            self.found("'labels' is no list of labels; an entry whose source states no factor has 'labels: none'")
        seen = set()
        for label in self.labels:
            name = label.get("kind")
            if not {"kind", "stance", "role", "quote"} <= set(label) <= {"kind", "stance", "role", "quote", "by"}:
                self.found(f"label '{name}' has the fields {', '.join(map(str, label))}")
                continue
            for value, allowed in ((name, KINDS), (label["stance"], STANCES), (label["role"], ROLES)):
                if value not in allowed:
                    self.found(f"label '{name}': '{value}' is none of: {', '.join(allowed)}")
            quote = str(label["quote"])
            if len(quote) < 8 or not any(quote in line for line in self.lines if not line.startswith("#")):
                self.found(f"label '{name}': its quote does not stand in one line of the body: {quote}")
            if "by" in label and str(label["by"]).lower() not in self.body.lower():
                self.found(f"label '{name}': the text does not name '{label['by']}'")
            if (name, label["stance"], quote) in seen:
                self.found(f"label '{name}' stands twice with one quote")
            seen.add((name, label["stance"], quote))

    def prose(self):
        count = sum(1 for word in self.body.split() if re.search(r"\w", word))
        if count not in WORDS:
            self.found(f"{count} words; {WORDS.start} to {WORDS.stop - 1} are wanted")
        if "\u2014" in self.body or "\ufffd" in self.body:
            self.found("a dash or a character that is not ours (U+2014, U+FFFD)")
        grade = reading_grade(self.body)
        if grade > HIGHEST_GRADE:
            self.found(f"reads hard: grade {grade:.1f}, at most {HIGHEST_GRADE:.0f} is wanted")


def syllables(word):
    """Vowel groups, a silent last e left out: near enough for an average over a page."""
    word = re.sub(r"(?<=[^aeiouyl])e$", "", word.lower())
    return max(1, len(re.findall(r"[aeiouy]+", word)))


def reading_grade(body):
    """The Flesch-Kincaid grade of the prose: paragraphs, without tables and headings."""
    prose = " ".join(line for line in body.split("\n") if line and line[0] not in "#|")
    sentences = [part for part in re.split(r"(?<=[.!?])\s+", prose) if re.search(r"[a-z]", part)]
    words = re.findall(r"[A-Za-z]+(?:['’][a-z]+)?", prose)
    if not sentences or not words:
        return 0.0
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def runs(text):
    """Runs of eight words, lower-cased, except those that are mostly names and figures."""
    words = re.findall(r"[\w'’./:-]*\w", text)
    for i in range(len(words) - SHINGLE + 1):
        part = words[i : i + SHINGLE]
        if sum(1 for word in part if word[0].islower()) >= SHINGLE - 2:
            yield " ".join(part).lower()


def texts_at(paths):
    """(name, text) of each text in files and folders; JSON lines give their `text`."""
    for path in paths:
        files = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
        for file in files:
            text = file.read_text(encoding="utf-8", errors="replace")
            if file.suffix == ".jsonl":
                for line in filter(None, text.split("\n")):
                    record = json.loads(line)
                    yield f"{file.name}#{record.get('id')}", str(record.get("text", ""))
            else:
                yield file.name, text


def check_copying(entries, paths):
    ours = collections.defaultdict(list)
    for entry in entries:
        for run in set(runs(entry.body)):
            ours[run].append(entry)
    count = 0
    for name, text in texts_at(paths):
        count += 1
        for run in sorted(set(runs(text)) & ours.keys()):
            for entry in ours[run]:
                entry.found(f"eight words in common with {name}: {run}")
    return count


def rows_of(path):
    """The rows of a table with a header, as dictionaries."""
    header, *lines = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
    return [dict(zip(header.split("\t"), line.split("\t"))) for line in lines]


def check_readings(entries, path):
    """Every entry was read again by somebody who did not write it."""
    readings = {row["entry"]: row for row in rows_of(path)}
    for entry in entries:
        row = readings.get(entry.path.name)
        if row is None or not row["read by"]:
            entry.found(f"{path.name} names no second reader")
        elif row["read by"] == row["written by"]:
            entry.found(f"{path.name}: read again by its own writer")


class Agreement:
    """Of one kind: how often writer and reader name it, and Cohen's kappa over all entries of the sample."""

    def __init__(self, pairs):
        self.both = sum(1 for one, other in pairs if one and other)
        self.writer = sum(1 for one, other in pairs if one and not other)
        self.reader = sum(1 for one, other in pairs if other and not one)
        total = len(pairs)
        named = (self.both + self.writer) / total, (self.both + self.reader) / total
        chance = named[0] * named[1] + (1 - named[0]) * (1 - named[1])
        observed = 1 - (self.writer + self.reader) / total
        # Where both always say the same, kappa divides nothing by nothing.
        self.kappa = (observed - chance) / (1 - chance) if chance < 1 else None


def agreements(rows):
    """What two independent readings of the same texts have in common, for each kind, and over kinds with stances."""
    readings = [
        tuple(dict(label.split(":") for label in row.get(who, "").split()) for who in ("writer", "reader"))
        for row in rows
    ]
    kinds = {kind: Agreement([(kind in one, kind in other) for one, other in readings]) for kind in KINDS}
    shared = [(one[kind], other[kind]) for one, other in readings for kind in one.keys() & other.keys()]
    named = sum(len(one) + len(other) for one, other in readings)
    overall = {
        "texts": len(readings), "f1": 2 * len(shared) / named if named else 0.0,
        "stance": sum(1 for one, other in shared if one == other) / len(shared) if shared else 0.0,
    }
    return kinds, overall


def check_duplicates(entries):
    """One source, one entry; two entries of one day and organisation belong to one `incident`; no shared sentences."""
    by_source, by_day, by_run = (collections.defaultdict(list) for _ in range(3))
    for entry in entries:
        address = re.sub(r"^https?://(www\.)?|/$|#.*$", "", str(entry.matter.get("source")))
        # A page may review several incidents, of several days.
        by_source[address, entry.matter.get("date")].append(entry)
        by_day[entry.matter.get("date"), str(entry.matter.get("organisation")).lower()].append(entry)
        for run in set(runs(entry.body)):
            by_run[run].append(entry)
    for group in by_source.values():
        for entry in group[1:]:
            entry.found(f"has the source of {group[0].path.name}")
    for group in by_day.values():
        if len({entry.matter.get("incident") or entry.path for entry in group}) > 1:
            group[1].found(f"may tell of the incident of {group[0].path.name}: give both one 'incident', or merge them")
    pairs = collections.Counter()
    for group in by_run.values():
        for i, one in enumerate(group):
            for other in group[i + 1 :]:
                pairs[one.path.name, other.path.name] += 1
    names = {entry.path.name: entry for entry in entries}
    for (one, other), count in sorted(pairs.items()):
        if count > 3:
            names[other].found(f"shares {count} runs of eight words with {one}")


def coverage(entries):
    """Rows of (what, count, promised), in the order to print."""
    labelled = collections.defaultdict(set)
    for entry in entries:
        for label in entry.labels:
            labelled[label.get("kind"), label.get("stance")].add(entry.path)
    about_ai = {entry.path for entry in entries if AI & {label.get("kind") for label in entry.labels}}
    about_ai |= {entry.path for entry in entries if re.search(r"\bAI\b|chatbot|language model", entry.body)}
    linked = collections.Counter(entry.matter["incident"] for entry in entries if entry.matter.get("incident"))
    rows = [
        ("entries", len(entries), PROMISED["entries"]),
        ("organisations", len({entry.matter.get("organisation") for entry in entries}), PROMISED["organisations"]),
        ("entries about AI", len(about_ai), PROMISED["entries about AI"]),
        (
            "entries whose source states no cause", sum(1 for entry in entries if not entry.labels),
            PROMISED["entries whose source states no cause"],
        ),
        ("sources of one incident, at most", max(linked.values(), default=0), SOURCES_OF_ONE_INCIDENT),
    ]
    for stance, promised in PROMISED_STANCE.items():
        reports = set().union(*(labelled[kind, stance] for kind in KINDS))
        rows.append((f"entries with a factor {stance}", len(reports), promised))
    rows += [(f"{kind}, asserted", len(labelled[kind, "asserted"]), PROMISED_ASSERTED) for kind in KINDS]
    return rows, labelled


def agreement_table(path):
    """How far two readers agree, as Markdown."""
    kinds, overall = agreements(rows_of(path))
    out = [
        f"On {overall['texts']} entries two readers who did not see each other's labels agree on kinds with F1 "
        f"{overall['f1']:.2f}, and on the stance of {100 * overall['stance']:.0f} % of the kinds they share.", "",
        "| Kind | both | writer only | reader only | Cohen's kappa |", "|---|---:|---:|---:|---:|",
    ]
    out += [
        f"| `{kind}` | {found.both} | {found.writer} | {found.reader} | "
        + (f"{found.kappa:.2f} |" if found.kappa is not None else "– |") for kind, found in kinds.items()
    ]
    return out


def tables(entries):
    """The coverage as Markdown, for Corpus/README.md."""
    rows, labelled = coverage(entries)
    out = ["| What | How many | At least |", "|---|---:|---:|"]
    out += [f"| {what} | {count} | {promised} |" for what, count, promised in rows if ", asserted" not in what]
    out += ["", "| Kind | asserted | suspected | denied |", "|---|---:|---:|---:|"]
    out += [
        f"| `{kind}` | " + " | ".join(str(len(labelled[kind, stance])) for stance in STANCES) + " |" for kind in KINDS
    ]
    years = collections.Counter(
        entry.matter["date"].year for entry in entries if isinstance(entry.matter.get("date"), datetime.date))
    spans = [(1900, 2007), (2008, 2011), (2012, 2015), (2016, 2019), (2020, 2022), (2023, 2024), (2025, 2030)]
    out += ["", "| Years | Entries |", "|---|---:|"]
    for first, last in spans:
        name = "before 2008" if first == 1900 else f"{first} to {last}" if last < 2030 else f"since {first}"
        out.append(f"| {name} | {sum(count for year, count in years.items() if first <= year <= last)} |")
    if AGREEMENT.exists():
        out += ["", *agreement_table(AGREEMENT)]
    return "\n".join(out) + "\n"


def write_tables(entries):
    text = README.read_text(encoding="utf-8")
    parts = re.split(r"(?<=<!-- coverage -->\n)(.*?)(?=<!-- end of coverage -->)", text, flags=re.S)
    if len(parts) != 3:
        print("check-corpus: Corpus/README.md has no place for the tables (<!-- coverage --> …)", file=sys.stderr)
        raise SystemExit(2)
    README.write_text(parts[0] + tables(entries) + parts[2], encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(
        prog="scripts/check-corpus", description=__doc__.split("\n")[0], allow_abbrev=False)
    parser.add_argument("files", nargs="*", type=pathlib.Path, help="entries; by default all of them")
    parser.add_argument("--against", nargs="+", type=pathlib.Path, default=[], help="texts to compare the wording with")
    parser.add_argument("--write", action="store_true", help="write the coverage tables into Corpus/README.md")
    options = parser.parse_args()

    paths = options.files or sorted(INCIDENTS.glob("*.md"))
    against = options.against or [
        path for path in (SHARED / "classification" / "dev.jsonl", SHARED / "incidents") if path.exists()]
    for path in [*paths, *against]:
        if not path.exists():
            print(f"check-corpus: {path}: no such file", file=sys.stderr)
            return 2
    entries = [Entry(path) for path in paths]
    compared = check_copying(entries, against)
    check_duplicates(entries)
    if not options.files:
        check_readings(entries, READINGS)
    failed = False
    for entry in entries:
        for finding in entry.findings:
            failed = True
            print(f"{entry.path.name}: {finding}")
    print(f"{len(entries)} entries, compared with {compared} texts")
    if options.files:
        return int(failed)
    kinds, overall = agreements(rows_of(AGREEMENT))
    print(
        f"two readers of {overall['texts']} entries: F1 {overall['f1']:.3f} on kinds, the same stance in "
        f"{overall['stance']:.3f} of those they share")
    for what, count, promised in coverage(entries)[0]:
        short = count < promised
        failed = failed or short
        print(f"{count:5d}  {what}" + (f"  (at least {promised} are promised)" if short else ""))
    if options.write:
        write_tables(entries)
    elif tables(entries) not in README.read_text(encoding="utf-8"):
        failed = True
        print("Corpus/README.md: its coverage tables are out of date; scripts/check-corpus --write writes them")
    return int(failed)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except BrokenPipeError:
        # Whoever reads has seen enough, as `head` has.
        sys.stderr.close()
        sys.exit(1)
