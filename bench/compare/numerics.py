"""The library's comparisons together: every numerics_*.py beside this file, then how cost grows with n, d and k, as a picture.

A numerics_*.py either is a program of its own (it ends in `if __name__ == "__main__"`, takes --rounds and --data, writes its page and ends
with 1 when a promise does not hold) or has TOPICS, made as those of topics.py."""
import csv, datetime, importlib, io, pathlib, subprocess, sys
import plot, report
from places import ARTIFACTS, RESULTS, ROOT

HERE = pathlib.Path(__file__).parent
BENCH = ROOT / "bench" / "Clientele.Bench"
BUILT = ARTIFACTS / "bench-growth"
AXES = {"n": "rows n (d = 8, k = 8)", "d": "columns d (n = 4,000, k = 8)", "k": "clusters k (n = 4,000, d = 8)"}

LIMIT = 4  # seconds of one fit, after which a method gets no larger data

def parts():
    """(name, program or None, topics) of each part that is there."""
    found = []
    for path in sorted(HERE.glob("numerics_*.py")):
        if '__name__ == "__main__"' in path.read_text(encoding="utf-8"):
            found.append((path.stem, path, {}))
        else:
            found.append((path.stem, None, importlib.import_module(path.stem).TOPICS))
    return found


def topics():
    """Every topic that a part has, by name."""
    return {name: make for _, _, made in parts() for name, make in made.items()}


def run(data, rounds, run_topic):
    """Runs everything; False when a promise does not hold. `run_topic(name, make)` measures one topic of topics.py's kind."""
    good = True
    for name, program, topics in parts():
        print(f"== {name}", flush=True)
        if program:
            options = ["--rounds", str(rounds)] if rounds else []
            if "--data" in program.read_text(encoding="utf-8"):
                options += ["--data", str(data)]
            good &= subprocess.run([sys.executable, program, *options], check=False).returncode == 0
        for topic, make in topics.items():
            good &= run_topic(topic, make)
    growth()
    return good


def growth():
    """Measures every method of the catalogue on made data and draws what it took."""
    print("== growth", flush=True)
    subprocess.run(["dotnet", "build", "-c", "Release", "--nologo", "-v", "q", "-o", BUILT, BENCH], check=True)
    said = subprocess.run(["dotnet", BUILT / "Clientele.Bench.dll", "growth", str(LIMIT)], stdout=subprocess.PIPE, text=True, check=True).stdout
    rows = [(method, axis, int(value), float(seconds)) for method, axis, value, seconds in csv.reader(io.StringIO(said))]
    date = datetime.date.today().isoformat()
    RESULTS.mkdir(parents=True, exist_ok=True)
    panels = []
    for axis, title in AXES.items():
        lines = {}
        for method, on, value, seconds in rows:
            if on == axis:
                lines.setdefault(method, []).append((value, seconds))
        panels.append((title, lines))
    (RESULTS / f"{date}-growth.svg").write_text(plot.svg("Seconds of one fit", panels), encoding="utf-8")
    (RESULTS / f"{date}-growth.md").write_text(page(date, rows), encoding="utf-8")
    print(f"written to bench/results/{date}-growth.md and .svg", flush=True)


def page(date, rows):
    lines = ["# How the cost of clustering grows", "", f"![Seconds of one fit against rows, columns and clusters, both axes logarithmic]({date}-growth.svg)", "",
             f"{date}, best of up to three fits of made data (groups that overlap), default settings, all cores; no larger data once a fit took {LIMIT} s or the memory limit "
             "was reached. The slope is that of the last two points in logarithms: 1 is linear, 2 is quadratic.", ""]
    for axis, title in AXES.items():
        values = sorted({v for _, on, v, _ in rows if on == axis})
        lines += [f"## {title}", "", "| method | " + " | ".join(f"{v:,}" for v in values) + " | slope |", "| --- |" + " ---: |" * (len(values) + 1)]
        for method in dict.fromkeys(r[0] for r in rows):
            took = {v: s for m, on, v, s in rows if m == method and on == axis}
            if took:
                lines.append(f"| {method} | " + " | ".join(f"{took[v]:.3g}" if v in took else "" for v in values) + f" | {plot.slope(sorted(took.items()))} |")
        lines.append("")
    lines += ["Command: `bench/compare/run numerics`", "", "Machine and versions:", ""]
    lines += [f"* {fact}" for fact in report.machine()] + [f"* Clientele {report.said('git', '-C', ROOT, 'rev-parse', '--short', 'HEAD')}, .NET SDK {report.said('dotnet', '--version')}"]
    return "\n".join(lines) + "\n"
