#!/usr/bin/env python3
"""Main content beside trafilatura: quality on the 91 development pages, speed and memory on copies of them.

  bench_extract.py --binary B --data DIR [--copies 6]

Ours is the command line as a user runs it, start-up and JSON output included; trafilatura is called from a warm Python
process of its own, imports and reading not counted. Speed is over unpacked copies of the pages, so that start-up is
spread over many. All but times and memory is deterministic.
"""
import argparse, gzip, json, os, resource, subprocess, sys, tempfile, time
from pathlib import Path

MODES = {'default': {}, 'precision': {'favor_precision': True}, 'fast': {'fast': True}}


def peer(mode, folder, out):
    """Runs in its own process, so that memory is its own."""
    import trafilatura
    pages = sorted(Path(folder).glob('*.html.gz'))
    sources = {}
    for page in pages:
        sources[page_id(page)] = gzip.decompress(page.read_bytes())
    first = next(iter(sources.values()))
    trafilatura.extract(first, include_comments=False, **MODES[mode])
    wall, cpu = time.monotonic(), time.process_time()
    output = {k: trafilatura.extract(v, include_comments=False, **MODES[mode]) or '' for k, v in sources.items()}
    wall, cpu = time.monotonic() - wall, time.process_time() - cpu
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    json.dump({'output': output, 'wall': wall, 'cpu': cpu, 'memory': memory, 'pages': len(pages)}, open(out, 'w'))


def page_id(path):
    return Path(path).name.removesuffix('.gz').removesuffix('.html')


def ours(binary, folder, jobs):
    """Texts by page, seconds of wall and processor time, and the peak in KiB."""
    command = [binary, 'extract', '--format', 'json', '--quiet', *(['--jobs', str(jobs)] if jobs else []), folder]
    with tempfile.TemporaryFile() as out:
        start = time.monotonic()
        process = subprocess.Popen(command, stdout=out)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        if status != 0:
            sys.exit(f'bench_extract: {" ".join(command)} ended with {status}')
        out.seek(0)
        texts = {}
        for line in out:
            report = json.loads(line)
            texts[page_id(report['source'])] = report['text']
    return texts, wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--binary', required=True); ap.add_argument('--data', required=True)
    ap.add_argument('--copies', type=int, default=6); ap.add_argument('--peer'); ap.add_argument('--out')
    a = ap.parse_args()
    data = Path(a.data)
    html = data / 'extraction' / 'html'
    if a.peer:
        return peer(a.peer, html, a.out)
    sys.path.insert(0, str(data.parent / 'tools'))
    import score_extraction
    truth, _ = score_extraction.read_pred(data / 'extraction' / 'ground-truth.json')
    rows = []

    def add(name, texts, pages, wall, cpu, memory):
        m = score_extraction.score(truth, {k: texts.get(k, '') for k in truth})
        rows.append((name, m['f1'], m['precision'], m['recall'], pages / cpu, pages / wall, memory / 1024))

    with tempfile.TemporaryDirectory() as folder:
        many = Path(folder) / 'many'
        many.mkdir()
        sources = sorted(html.glob('*.html.gz'))
        for copy in range(a.copies):
            for page in sources:
                (many / f'{copy:02}-{page_id(page)}.html').write_bytes(gzip.decompress(page.read_bytes()))
        texts, *_ = ours(a.binary, str(html), None)
        for name, jobs in (('postmortem, one job', 1), ('postmortem, all processors', None)):
            # The best of three: what else the machine does only ever adds time.
            runs = [ours(a.binary, str(many), jobs) for _ in range(3)]
            copied, wall, cpu, memory = min(runs, key=lambda run: run[1])
            for copy in range(a.copies):
                if any(copied.get(f'{copy:02}-{k}') != text for k, text in texts.items()):
                    sys.exit('bench_extract: a copy of a page gives other content than the page')
            add(name, texts, a.copies * len(sources), wall, cpu, memory)
        for mode in MODES:
            out = Path(folder) / f'{mode}.json'
            subprocess.run([sys.executable, __file__, '--binary', a.binary, '--data', a.data, '--peer', mode,
                            '--out', str(out)], check=True)
            result = json.loads(out.read_text())
            add(f'trafilatura {mode}', result['output'], result['pages'], result['wall'], result['cpu'],
                result['memory'])

    print(f'main content, {len(truth)} pages (F1 of word 4-grams); speed over {a.copies * len(sources)} pages')
    print(f'{"":28} {"F1":>6} {"P":>6} {"R":>6} {"pages/s CPU":>12} {"pages/s wall":>13} {"peak MB":>8}')
    for name, f1, p, r, cpu, wall, memory in rows:
        print(f'{name:28} {f1:6.3f} {p:6.3f} {r:6.3f} {cpu:12.0f} {wall:13.0f} {memory:8.0f}')
    one, both, default = rows[0], rows[1], rows[2]
    print(f'one job is {one[5] / default[5]:.1f} x trafilatura default; '
          f'{os.cpu_count()} processors are {both[5] / one[5]:.2f} x one job')


if __name__ == '__main__':
    main()
