"""Publication dates beside htmldate's, on pages whose day is known.

The processor time of one job is what counts as speed: every page is read under many names, so that starting up hardly
shows, and htmldate is warmed up first. The postmortem figure includes all that `extract` does, content and timeline too.
"""

import argparse
import gzip
import json
import logging
import os
import resource
import subprocess
import tempfile
import time
from pathlib import Path

from htmldate import find_date

COPIES = 5


def pages(folder: Path) -> dict[str, tuple[bytes, str | None]]:
    """Each page's bytes and its day; no day where the page has none."""
    truth = json.loads((folder / "ground-truth.json").read_text())
    found = {}
    for name, entry in truth.items():
        day = entry["date"]
        found[name.removesuffix(".gz")] = (
            gzip.decompress((folder / "html" / name).read_bytes()),
            day if isinstance(day, str) else None,
        )
    return found


def ours(binary: str, found: dict[str, tuple[bytes, str | None]]) -> tuple[dict[str, str | None], float]:
    """The day that `extract` prints for each page, and processor seconds for each page."""
    with tempfile.TemporaryDirectory() as folder:
        for copy in range(COPIES):
            for name, (data, _) in found.items():
                (Path(folder) / f"{copy}-{name}").write_bytes(data)
        command = [binary, "extract", "--format", "json", "--quiet", folder]
        if "--jobs" in subprocess.run([binary, "extract", "--help"], capture_output=True, text=True).stdout:
            command[2:2] = ["--jobs", "1"]
        else:
            os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        output = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    days: dict[str, str | None] = {name: None for name in found}
    for line in output.splitlines():
        report = json.loads(line)
        name = os.path.basename(report["source"])
        if name.startswith("0-"):
            days[name[2:]] = (report.get("published") or "")[:10] or None
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return days, seconds / (COPIES * len(found))


def theirs(found: dict[str, tuple[bytes, str | None]], extensive: bool) -> tuple[dict[str, str | None], float]:
    """The same of htmldate."""

    def read(data: bytes) -> str | None:
        try:
            return find_date(data, original_date=True, extensive_search=extensive)
        except (TypeError, ValueError):
            return None

    for data, _ in list(found.values())[:10]:
        read(data)
    start = time.process_time()
    days = {name: read(data) for name, (data, _) in found.items()}
    return days, (time.process_time() - start) / len(found)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--data", required=True, type=Path)
    parser.add_argument("--misses", action="store_true", help="list the pages that are not right")
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)
    found = pages(options.data / "dates")
    rows = [
        ("postmortem extract", *ours(options.binary, found)),
        ("htmldate, default", *theirs(found, extensive=False)),
        ("htmldate, extensive", *theirs(found, extensive=True)),
    ]
    print(f"dates: {len(found)} pages, processor time of one job\n")
    print(f"{'':22}{'right':>7}{'wrong':>7}{'none':>7}{'accuracy':>10}{'pages/s':>9}")
    for label, days, seconds in rows:
        right = sum(days[name] == day for name, (_, day) in found.items())
        none = sum(days[name] is None and day is not None for name, (_, day) in found.items())
        wrong = len(found) - right - none
        print(f"{label:22}{right:7}{wrong:7}{none:7}{right / len(found):10.3f}{1 / seconds:9.0f}")
    if options.misses:
        print()
        for name, (_, day) in found.items():
            if rows[0][1][name] != day:
                print(f"{name}: {day}, read {rows[0][1][name]}, htmldate {rows[2][1][name]}")


if __name__ == "__main__":
    main()
