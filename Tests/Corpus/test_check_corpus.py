"""The check of the corpus finds what it claims to find: one sound entry, and that entry damaged in one way each."""

import pathlib

import pytest
from check_corpus import (
    Entry, agreements, check_copying, check_duplicates, check_readings, coverage, reading_grade, rows_of, runs,
)

SOUND = """---
title: The ledger stopped for an hour
organisation: Tidewater Freight
services: [ledger]
date: 2024-03-02
published: 2024-03-05
duration: 1h05m
stamps:
  impact_start: {at: "2024-03-02T09:10Z", estimated: false, from: "report"}
  resolved: {at: "2024-03-02T10:15Z", estimated: false, from: "report"}
source: https://tidewater.example/ledger
archived: https://web.archive.org/web/2024/https://tidewater.example/ledger
language: en
labels:
  - {kind: human-action, stance: asserted, role: trigger, quote: "An operator emptied the wrong table"}
---

# The ledger stopped for an hour

## Summary

An operator emptied the wrong table and the ledger stopped. %s

## Timeline

All times are UTC.

| Time | What happened |
|---|---|
| 2024-03-02 09:10 | Writes begin to fail |
| 2024-03-02 10:15 | The table is back and writes succeed |
""" % " ".join(f"The team wrote note {n} that day." for n in range(20))


def findings(folder, text, name="2024-03-02-tidewater-freight-ledger.md"):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return Entry(path).findings


def test_a_sound_entry_has_no_findings(tmp_path):
    assert findings(tmp_path, SOUND) == []


@pytest.mark.parametrize(
    "old, new, finding",
    [
        ("---\n\n# The", "# The", "no front matter between two lines of ---, followed by an empty line"),
        ("services: [ledger]\n", "", "field 'services' is missing"),
        ("language: en\n", "language: en\nroot_cause: x\n", "unknown field 'root_cause'"),
        ("source: https://", "source: ", "'source' is no address: tidewater.example/ledger"),
        ("web.archive.org/web/2024/", "tidewater.example/", "'archived' is no copy in the web archive"),
        ("date: 2024-03-02\n", "", "field 'date' is missing"),
        ("date: 2024-03-02", "date: soon", "'date' is no day: soon"),
        ("published: 2024-03-05", "published: 2024-02-05", "published 2024-02-05, before it happened on 2024-03-02"),
        ("duration: 1h05m", "duration: an hour", "'duration' is not of the form 2d3h, 4h17m or 47m: an hour"),
        ("09:10Z", "09:10", "stamp 'impact_start' has no time with a zone: 2024-03-02T09:10"),
        ("10:15Z", "08:15Z", "stamp 'resolved' comes before 'impact_start'"),
        ("  resolved:", "  ended:", "stamp 'ended' needs at, estimated and from"),
        ("# The ledger", "# A ledger", "the first heading is not the title"),
        ("## Timeline", "## Root cause", "heading 'Root cause' is none of: Summary, Timeline, What made it possible, "
         "What is disputed, What helped, What changed"),
        ("| 2024-03-02 10:15", "| 10:15", "timeline row '10:15' is no YYYY-MM-DD HH:MM and no YYYY-MM-DD"),
        ("| 2024-03-02 10:15", "| 2024-03-02 08:15", "the timeline goes back at 2024-03-02 08:15:00"),
        ("All times are UTC.\n", "", "no line says the zone of the timeline ('All times are UTC.', or that the source "
         "names none)"),
        (SOUND[SOUND.index("labels:"):SOUND.index("---\n\n#")], "labels: []\n", "'labels' is no list of labels; an entry "
         "whose source states no factor has 'labels: none'"),
        ("kind: human-action", "kind: human-error", "label 'human-error': 'human-error' is none of: "),
        ("stance: asserted", "stance: proven", "label 'human-action': 'proven' is none of: asserted, suspected, denied"),
        ("wrong table\"}", "right table\"}", "label 'human-action': its quote does not stand in one line of the body: "
         "An operator emptied the right table"),
        ("wrong table\"}", "wrong table\", by: a regulator}", "label 'human-action': the text does not name 'a regulator'"),
        ("The team wrote note 7 that day.", "It stopped \u2014 badly.", "a dash or a character that is not ours "
         "(U+2014, U+FFFD)"),
    ],
)
def test_a_damaged_entry_is_found(tmp_path, old, new, finding):
    assert old in SOUND
    found = findings(tmp_path, SOUND.replace(old, new, 1))
    assert any(line.startswith(finding) for line in found), found


def test_length_is_bounded(tmp_path):
    assert any("words; 150 to 450 are wanted" in line for line in findings(tmp_path, SOUND.split(" The team")[0]))


def test_the_file_name_carries_the_date(tmp_path):
    assert findings(tmp_path, SOUND, "2024-03-tidewater-freight.md") == []
    assert findings(tmp_path, SOUND, "2024-04-02-tidewater-freight.md") == [
        "the file's name begins neither with its date, 2024-03-02, nor, the day unknown, with its month"]


def test_common_wording_is_found_and_names_are_not(tmp_path):
    path = tmp_path / "2024-03-02-a.md"
    path.write_text(SOUND, encoding="utf-8")
    entry = Entry(path)
    other = tmp_path / "other.txt"
    other.write_text("They say an operator emptied the wrong table and the ledger stopped there.", encoding="utf-8")
    assert check_copying([entry], [other]) == 1
    assert "eight words in common with other.txt: an operator emptied the wrong table and the" in entry.findings
    assert list(runs("Amazon Web Services US East Virginia and Google Cloud Platform Iowa 2024 01 02 03")) == []


def test_two_entries_of_one_source_and_of_one_day_are_found(tmp_path):
    one, two = tmp_path / "2024-03-02-a.md", tmp_path / "2024-03-02-b.md"
    for path in (one, two):
        path.write_text(SOUND, encoding="utf-8")
    entries = [Entry(one), Entry(two)]
    check_duplicates(entries)
    assert entries[0].findings == []
    assert [line.split(":")[0] for line in entries[1].findings] == [
        "has the source of 2024-03-02-a.md", "may tell of the incident of 2024-03-02-a.md",
        f"shares {len(set(runs(entries[0].body)))} runs of eight words with 2024-03-02-a.md"]


def test_coverage_counts_reports_and_not_labels(tmp_path):
    path = tmp_path / "2024-03-02-a.md"
    second = '  - {kind: human-action, stance: asserted, role: trigger, quote: "emptied the wrong table"}\n---'
    path.write_text(SOUND.replace("---\n\n#", second + "\n\n#"), encoding="utf-8")
    rows, labelled = coverage([Entry(path)])
    assert ("human-action, asserted", 1, 12) in rows
    assert {kind for kind, _ in labelled if labelled[kind, "asserted"]} == {"human-action"}


def test_reading_grade_tells_plain_from_hard():
    plain = "The disk was full. We made room. The service came back."
    hard = "Notwithstanding considerable organisational deliberation, remediation necessitated infrastructural " \
        "reconfiguration of interdependent authentication components throughout geographically distributed facilities."
    assert reading_grade(plain) < 5 < 25 < reading_grade(hard)


def test_an_entry_that_nobody_else_read_is_found(tmp_path):
    entries = []
    for name in ("a", "b", "c"):
        path = tmp_path / f"2024-03-02-{name}.md"
        path.write_text(SOUND, encoding="utf-8")
        entries.append(Entry(path))
    table = tmp_path / "readings.tsv"
    table.write_text(
        "entry\twritten by\tread by\tlooked up\tchanged\n"
        "2024-03-02-a.md\twriter 1\treader 1\tyes\t-\n2024-03-02-b.md\twriter 1\twriter 1\tyes\t-\n",
        encoding="utf-8")
    check_readings(entries, table)
    assert [entry.findings for entry in entries] == [
        [], ["readings.tsv: read again by its own writer"], ["readings.tsv names no second reader"]]


def test_agreement_is_counted_for_each_kind_and_corrected_for_chance(tmp_path):
    table = tmp_path / "agreement.tsv"
    table.write_text(
        "entry\twriter\treader\n"
        "a\tcapacity:asserted network:asserted\tcapacity:asserted\nb\tcapacity:suspected\tcapacity:asserted\n"
        "c\t\t\nd\t\tnetwork:denied\n", encoding="utf-8")
    kinds, overall = agreements(rows_of(table))
    assert overall == {"texts": 4, "f1": 4 / 6, "stance": 0.5}
    assert (kinds["capacity"].both, kinds["capacity"].kappa) == (2, 1.0)
    network = kinds["network"]
    assert (network.both, network.writer, network.reader) == (0, 1, 1)
    assert round(network.kappa, 3) == -0.333
    assert kinds["security"].kappa is None
