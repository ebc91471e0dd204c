#!/usr/bin/env python3
"""Compares descriptions and correlations of a customer table with pandas: bench/compare/numerics_describe.py [--rounds N] [--data DIR]

Both work on the same file of 500,000 rows and 40 columns, in turns; each process does each step several times and tells its seconds without reading the
file. Writes bench/results/DATE-describe.md and ends with 1 when a promise does not hold. Debian: apt-get install python3-pandas python3-scipy."""
import argparse, datetime, json, pathlib, statistics, subprocess, sys, tempfile

sys.dont_write_bytecode = True
import data as files, measure, peers, report
from measure import Contender
from places import ARTIFACTS, RESULTS, ROOT, plain

PEER = pathlib.Path(__file__).with_name("pandas_describe.py")
BENCH = ROOT / "bench" / "Clientele.Bench"
OURS = ARTIFACTS / "bench-numerics" / "Clientele.Bench"
ROWS, COLUMNS, FACTOR = 500_000, 40, 10
STEPS = {"describe": "describe, skew, kurt", "pearson": "corr", "spearman": "corr, Spearman"}
# pandas adds up without carrying what roundings lose; ours is held to 1e-12 against exact numbers by the tests.
TOLERANCE = 1e-10


def seconds(runs, step, kind="seconds"):
    return statistics.median(s for run in runs for s in run[step][kind])


def apart(ours, theirs):
    return max(abs(a - b) / max(1, abs(b)) for step in STEPS for a, b in zip(ours[step]["found"], theirs[step]["found"], strict=True))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--data", type=pathlib.Path, default=ARTIFACTS / "bench-data")
    options = parser.parse_args()
    peers.need_python(["pandas", "scipy"], ["python3-pandas", "python3-scipy"])
    subprocess.run(["dotnet", "publish", BENCH, "-c", "Release", "--use-current-runtime", "--artifacts-path", ARTIFACTS / "build-bench", "-o", OURS.parent, "-v", "quiet", "--nologo"], check=True)
    folder = options.data.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    file = files.made(folder / f"table_{ROWS}x{COLUMNS}.f64", lambda path: subprocess.run([peers.PYTHON, PEER, "make", path, str(ROWS), str(COLUMNS)], check=True))
    contenders = [Contender("clientele", [OURS, "describe", file, COLUMNS, 3, "OUT"]), Contender("pandas", [peers.PYTHON, PEER, "describe", file, COLUMNS, 1, "OUT"])]
    runs = {c.name: [] for c in contenders}
    with tempfile.TemporaryDirectory(dir=folder) as temporary:
        out = pathlib.Path(temporary) / "out"
        for number in range(options.rounds):
            for c in contenders:
                whole, megabytes = measure.once(c, out)
                c.seconds.append(whole)
                c.megabytes.append(megabytes)
                runs[c.name].append(json.loads(out.read_text()))
                measure.remove(out)
                print(f"  round {number + 1}: {c.name} " + ", ".join(f"{step} {min(runs[c.name][-1][step]['seconds']):.3f} s" for step in STEPS), flush=True)
    sys.exit(0 if write(contenders, runs, options.rounds, folder) else 1)


def write(contenders, runs, rounds, folder):
    date, (ours, theirs) = datetime.date.today().isoformat(), (runs["clientele"], runs["pandas"])
    sums = {name: [sum(seconds(of, step, kind) for step in STEPS) for kind in ("seconds", "cpu")] for name, of in runs.items()}
    ratio, cpu, off = sums["pandas"][0] / sums["clientele"][0], sums["pandas"][1] / sums["clientele"][1], apart(ours[0], theirs[0])
    promises = [(f"all together at least {FACTOR}× faster than pandas", f"{ratio:.1f}× (CPU {cpu:.1f}×)", ratio >= FACTOR),
                (f"the same numbers to {TOLERANCE:g} of themselves, or of 1", f"{off:.1e}", off <= TOLERANCE)]
    lines = [f"# Descriptions and correlations, {ROWS:,} × {COLUMNS}", "",
             f"{date}, {rounds} rounds of whole processes in turns, medians in process (fastest – slowest); every fifth column has 3 % gaps. Compare only within this page.", "",
             "| step (pandas) | clientele, s | pandas, s | ratio | CPU, s | pandas' CPU, s |", "| --- | ---: | ---: | ---: | ---: | ---: |"]
    for step, name in STEPS.items():
        shown = []
        for of in (ours, theirs):
            every = [s for run in of for s in run[step]["seconds"]]
            shown.append(f"{seconds(of, step):.3f} ({min(every):.3f} – {max(every):.3f})")
        lines.append(f"| {step} ({name}) | {shown[0]} | {shown[1]} | {seconds(theirs, step) / seconds(ours, step):.1f}× | {seconds(ours, step, 'cpu'):.3f} | {seconds(theirs, step, 'cpu'):.3f} |")
    lines += [f"| together | {sums['clientele'][0]:.3f} | {sums['pandas'][0]:.3f} | {ratio:.1f}× | {sums['clientele'][1]:.3f} | {sums['pandas'][1]:.3f} |", "",
              "Peak memory, file included: " + ", ".join(f"{c.name} {c.peak * 1.048576:,.0f} MB" for c in contenders) + ".", "", "| promise | measured | |", "| --- | ---: | --- |"]
    lines += [f"| {sentence} | {value} | {'holds' if holds else '**does not hold**'} |" for sentence, value, holds in promises]
    lines += ["", "Commands (`bench/compare/numerics_describe.py`; OUT is a fresh path each time):", "", "```sh"]
    for c in contenders:
        c.argv = [str(a) for a in c.argv]
    lines += [plain(c.command(), folder) for c in contenders] + ["```", "", "Machine and versions:", ""]
    lines += [f"* {fact}" for fact in report.machine()]
    versions = "import platform, pandas, numpy, scipy; print(platform.python_version(), pandas.__version__, numpy.__version__, scipy.__version__)"
    lines += [f"* Clientele {report.said('git', '-C', ROOT, 'rev-parse', '--short', 'HEAD')}, .NET SDK {report.said('dotnet', '--version')}",
              f"* Python, pandas, numpy, scipy: {report.said(peers.PYTHON, '-c', versions)}"]
    path = RESULTS / f"{date}-describe.md"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(path.read_text(encoding="utf-8"))
    return all(holds for _, _, holds in promises)


if __name__ == "__main__":
    main()
