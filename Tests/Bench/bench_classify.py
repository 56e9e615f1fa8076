"""Contributing factors beside a keyword list and TF-IDF with logistic regression, on the labelled texts.

A kind counts as present when it is asserted or suspected; kinds its readers were unsure of are left out. Learned answers
are cross-validated over eight parts, told apart by the SHA-256 of a text's title, as our own training tells them. Our own
figures stand twice: straight, as `evaluate` prints them for the model that is built in, whose threshold and combining
weights were chosen on these texts; and cross-validated, as FactorTraining prints them. Speed is processor time of one job
for 600 words; reading and extracting the Markdown is part of ours.
"""

import argparse
import hashlib
import json
import os
import re
import resource
import subprocess
import tempfile
import time
import warnings
from pathlib import Path

from sklearn.exceptions import ConvergenceWarning
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

KINDS = (
    "human-action automation assistive-ai-misunderstanding autonomous-ai-action configuration-change code-defect "
    "deployment capacity cascading-failure dependency network hardware-or-power data-store expiry-or-time security "
    "missing-safeguard detection-gap response-gap"
).split()
LEAD = KINDS[:4]
PARTS = 8
COPIES = 3

# What somebody who tags by words would look for; each a regular expression on lower-case text.
KEYWORDS = {
    "human-action": r"human error|operator error|typo|mistake|accidental|manually|engineer (ran|executed|applied|made)|wrong (command|server|button)",
    "automation": r"automat|autoscal|script|cron|scheduler|failover|health check|bot\b",
    "assistive-ai-misunderstanding": r"chatbot|copilot|hallucinat|ai assistant|chatgpt|ai-generated|language model",
    "autonomous-ai-action": r"ai agent|coding agent|autonomous(ly)?|agent (deleted|executed|ran|dropped)",
    "configuration-change": r"misconfigur|config(uration)? change|configuration|feature flag|wrong setting",
    "code-defect": r"\bbugs?\b|race condition|memory leak|null pointer|regression|regex|deadlock|defect",
    "deployment": r"deploy|rollout|rolled out|release|upgrade|migrat",
    "capacity": r"capacity|overload|traffic spike|surge|out of memory|oom|exhaust|disk (was )?full|quota|saturat",
    "cascading-failure": r"cascad|retry storm|thundering herd|snowball|domino",
    "dependency": r"third[- ]party|upstream|provider|vendor|dependency",
    "network": r"network|dns|bgp|routing|packet loss|fib(er|re)|load balancer",
    "hardware-or-power": r"hardware|power (outage|failure|loss)|cooling|disk failure|generator|ups\b|flood|lightning",
    "data-store": r"database|replicat|corrupt|postgres|mysql|redis|cassandra|etcd|data loss",
    "expiry-or-time": r"expired|expir(y|ation)|certificate|leap (second|day|year)|time ?zone|clock",
    "security": r"attack|ddos|breach|vulnerab|exploit|malicious|phish|leaked|credential|hijack",
    "missing-safeguard": r"no (validation|check|test|backup|rollback|safeguard)|lack of|missing|without (review|testing)|did not (validate|check)|no canary",
    "detection-gap": r"no alert|not alert|alerts? (did not|didn't)|monitoring (gap|did not|didn't)|undetected|went unnoticed|not detected",
    "response-gap": r"runbook|on-call|escalat|took (us )?(too long|longer)|misdiagnos|ownership|unclear who|documentation",
}


def texts(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def holds(text: dict, kind: str) -> bool:
    return text["labels"].get(kind) in ("asserted", "suspected")


def part(text: dict) -> int:
    return int(hashlib.sha256(text["title"].encode()).hexdigest()[:2], 16) % PARTS


def f1(hits: int, extra: int, missed: int) -> float:
    return 2 * hits / (2 * hits + extra + missed) if hits + extra + missed else 1.0


def score(gold: list[dict], found: list[set[str]]) -> dict[str, float]:
    """F1 of each kind, and of all together under `micro`."""
    total = [0, 0, 0]
    result = {}
    for kind in KINDS:
        counts = [0, 0, 0]
        for text, answer in zip(gold, found):
            if kind in text["unsure"]:
                continue
            labelled, suggested = holds(text, kind), kind in answer
            counts[0] += labelled and suggested
            counts[1] += suggested and not labelled
            counts[2] += labelled and not suggested
        result[kind] = f1(*counts)
        total = [left + right for left, right in zip(total, counts)]
    result["micro"] = f1(*total)
    return result


def evaluated(binary: str, gold: Path) -> dict[str, float]:
    """What `evaluate` prints of the model that is built in."""
    command = [binary, "evaluate", "--gold", gold, "--format", "json", "--quiet"]
    figures = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    result = {kind["kind"]: (kind["f1"] or {"value": 1.0})["value"] for kind in figures["kinds"]}
    return result | {"micro": figures["micro"]["f1"]["value"]}


def cross_validated(training: str, gold: Path) -> dict[str, float] | None:
    """The last table that FactorTraining prints of cross-validated answers; None when it prints none."""
    command = [training, "measure", "Corpus/labels", "Corpus/incidents", "--dev", str(gold)]
    output = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    found: dict[str, float] | None = None
    current: dict[str, float] = {}
    for line in output.splitlines():
        if head := re.match(r"dev, cross-validated[^:]*: .*F1 ([0-9.]+)", line):
            current = {"micro": float(head[1])}
        elif row := re.match(r"\s+([a-z-]+): .*F1 ([0-9.]+)", line):
            current[row[1]] = float(row[2])
            if row[1] in LEAD and "micro" in current:
                found = current
        else:
            current = {}
    return found


def speed(binary: str, gold: list[dict]) -> float:
    """Texts of 600 words that `classify` reads in a second; starting up is measured apart and taken off."""
    with tempfile.TemporaryDirectory() as folder:
        words = [word for text in gold for word in text["text"].split(" ")]
        few, many = Path(folder) / "few", Path(folder) / "many"
        for place in (few, many):
            place.mkdir()
        count = 0
        for copy in range(COPIES):
            for start in range(0, len(words) - 600, 600):
                title = f"# Incident {count}\n\n"
                (many / f"{count:05}.md").write_text(title + " ".join(words[start + copy:start + copy + 600]))
                count += 1
        (few / "0.md").write_text("# Incident\n\nThe disk was full.\n")
        seconds = [processor_seconds([binary, "classify", "--format", "json", "--quiet", place]) for place in (few, many)]
    return count / (seconds[1] - seconds[0])


def processor_seconds(command: list) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def keywords(gold: list[dict]) -> tuple[list[set[str]], float]:
    """What a keyword list finds, and texts of 600 words in a second."""
    patterns = {kind: re.compile(pattern) for kind, pattern in KEYWORDS.items()}
    start = time.process_time()
    found = []
    for text in gold:
        body = (text["title"] + "\n" + text["text"]).lower()
        found.append({kind for kind, pattern in patterns.items() if pattern.search(body)})
    return found, per_second(gold, time.process_time() - start)


def tf_idf(gold: list[dict]) -> tuple[list[set[str]], float]:
    """Cross-validated answers of one logistic regression a kind over words and pairs of words; and the speed."""
    found: list[set[str]] = [set() for _ in gold]
    seconds = 0.0
    bodies = [text["title"] + "\n" + text["text"] for text in gold]
    for held in range(PARTS):
        inside = [index for index, text in enumerate(gold) if part(text) != held]
        outside = [index for index, text in enumerate(gold) if part(text) == held]
        if not outside:
            continue
        vectors = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True, strip_accents="unicode")
        rows = vectors.fit_transform([bodies[index] for index in inside])
        models = {}
        for kind in KINDS:
            sure = [place for place, index in enumerate(inside) if kind not in gold[index]["unsure"]]
            labels = [holds(gold[inside[place]], kind) for place in sure]
            if 0 < sum(labels) < len(labels):
                model = LogisticRegression(class_weight="balanced", C=10, max_iter=2000, random_state=0)
                models[kind] = model.fit(rows[sure], labels)
        start = time.process_time()
        answers = vectors.transform([bodies[index] for index in outside])
        for kind, model in models.items():
            for index, is_found in zip(outside, model.predict(answers)):
                if is_found:
                    found[index].add(kind)
        seconds += time.process_time() - start
    return found, per_second(gold, seconds)


def per_second(gold: list[dict], seconds: float) -> float:
    return sum(len(text["text"].split()) for text in gold) / 600 / seconds


def training_binary() -> str:
    """FactorTraining in its release build, built when POSTMORTEM_TRAINING names none."""
    if named := os.environ.get("POSTMORTEM_TRAINING"):
        return named
    build = ["swift", "build", "-c", "release", "--static-swift-stdlib"]
    subprocess.run([*build, "--product", "FactorTraining"], check=True, stdout=subprocess.DEVNULL)
    folder = subprocess.run([*build, "--show-bin-path"], check=True, capture_output=True, text=True).stdout.strip()
    return f"{folder}/FactorTraining"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--data", required=True, type=Path)
    options = parser.parse_args()
    warnings.simplefilter("ignore", ConvergenceWarning)
    path = options.data / "classification" / "dev.jsonl"
    gold = texts(path)
    by_words, words_speed = keywords(gold)
    by_vectors, vectors_speed = tf_idf(gold)
    rows = [
        ("postmortem, cross-validated", cross_validated(training_binary(), path), None),
        ("postmortem, as built in", evaluated(options.binary, path), speed(options.binary, gold)),
        ("keyword list", score(gold, by_words), words_speed),
        ("TF-IDF + logistic regression", score(gold, by_vectors), vectors_speed),
    ]
    print(f"classify: {len(gold)} labelled texts, F1; learned answers cross-validated in {PARTS} parts\n")
    columns = ["micro", "human", "automation", "assistive AI", "autonomous AI", "lead mean", "texts/s"]
    print(f"{'':30}" + "".join(f"{column:>15}" for column in columns))
    for name, figures, texts_a_second in rows:
        if figures is None:
            print(f"{name:30}{'FactorTraining prints no such table':>50}")
            continue
        lead = [figures[kind] for kind in LEAD]
        cells = [f"{value:.3f}" for value in [figures["micro"], *lead, sum(lead) / len(lead)]]
        cells.append("" if texts_a_second is None else f"{texts_a_second:.0f}")
        print(f"{name:30}" + "".join(f"{cell:>15}" for cell in cells))


if __name__ == "__main__":
    main()
