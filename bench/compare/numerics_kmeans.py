#!/usr/bin/env python3
"""Compares K-Means and silhouettes with scikit-learn: bench/compare/numerics_kmeans.py [TOPIC ...] [--rounds N] [--data DIR]

Everyone works on the same file of doubles, in turns; each process does the work five times and tells the seconds of each without
reading the file. Writes bench/results/DATE-numerics-TOPIC.md. Ends with 1 when a promise does not hold."""
import argparse, dataclasses, datetime, json, math, pathlib, statistics, subprocess, sys, tempfile

sys.dont_write_bytecode = True
import data as files, measure, peers, report
from measure import Contender
from places import ARTIFACTS, RESULTS, ROOT, plain

PEER = pathlib.Path(__file__).with_name("sklearn_centres.py")
BENCH = ROOT / "bench" / "Clientele.Bench"
OURS = ARTIFACTS / "bench-numerics" / "Clientele.Bench"
REPEATS = 5
THREADS = {"OPENBLAS_NUM_THREADS": "2", "OMP_NUM_THREADS": "2"}


@dataclasses.dataclass
class Work:
    title: str
    contenders: list
    promises: list  # (peer's name, factor, must be as good)
    runs: dict = dataclasses.field(default_factory=dict)

    def seconds(self, name, kind="seconds"):
        return statistics.median(s for run in self.runs[name] for s in run[kind])

    def found(self, name):
        return self.runs[name][0]


def blobs(folder, rows, columns=8, k=12):
    labels = folder / f"blobs_{rows}x{columns}.labels"
    file = files.made(folder / f"blobs_{rows}x{columns}.f64", lambda path: subprocess.run(
        [peers.PYTHON, PEER, "blobs", path, str(rows), str(columns), str(k), labels], check=True))
    return file, labels


def ours(name, *argv):
    return Contender(name, [OURS, *argv, REPEATS, "OUT"])


def theirs(name, *argv, last=()):
    return Contender(name, [peers.PYTHON, PEER, *argv, REPEATS, "OUT", *last], THREADS)


def kmeans(folder, starts=1):
    file, _ = blobs(folder, 1_000_000)
    same = [file, 1_000_000, 8, 12, starts]
    return Work(f"K-Means, 1,000,000 × 8, k = 12, {starts} start{'s' if starts > 1 else ''}", [
        ours("clientele", "centres", "kmeans", *same),
        ours("clientele, k-means‖", "centres", "kmeans-parallel", *same),
        theirs("scikit-learn lloyd", "lloyd", *same),
        theirs("scikit-learn lloyd, 32-bit", "lloyd", *same, last=["f32"]),
        theirs("scikit-learn elkan", "elkan", *same)],
        [("scikit-learn lloyd", 4, True)])


def minibatch(folder):
    file, _ = blobs(folder, 1_000_000)
    same = [file, 1_000_000, 8, 12, 3]
    return Work("Mini-batch K-Means, 1,000,000 × 8, k = 12", [
        ours("clientele", "centres", "minibatch", *same), theirs("scikit-learn", "minibatch", *same)], [("scikit-learn", 1, False)])


def bisecting(folder):
    file, _ = blobs(folder, 1_000_000)
    same = [file, 1_000_000, 8, 12, 1]
    return Work("Bisecting K-Means, 1,000,000 × 8, k = 12", [
        ours("clientele", "centres", "bisecting", *same), theirs("scikit-learn", "bisecting", *same)], [("scikit-learn", 1, True)])


def silhouette(folder):
    file, labels = blobs(folder, 1_000_000)
    same = [file, 20_000, 8, 12, labels]
    return Work("Exact silhouette, 20,000 × 8, k = 12", [
        ours("clientele", "silhouette", *same), theirs("scikit-learn", "silhouette", *same)], [("scikit-learn", 25, True)])


def silhouette_large(folder):
    file, labels = blobs(folder, 1_000_000)
    big = ours("clientele", "silhouette", file, 200_000, 8, 12, labels)
    tenth = ours("clientele on a tenth", "silhouette", file, 20_000, 8, 12, labels)
    return Work("Exact silhouette, 200,000 × 8, k = 12", [big, tenth], [])


TOPICS = {"kmeans": kmeans, "kmeans-10": lambda folder: kmeans(folder, 10), "minibatch": minibatch, "bisecting": bisecting,
          "silhouette": silhouette, "silhouette-large": silhouette_large}


def alternate(work, rounds, folder):
    for number in range(rounds):
        for c in work.contenders:
            c.argv = [str(a) for a in c.argv]
            seconds, megabytes = measure.once(c, folder / "out")
            c.seconds.append(seconds)
            c.megabytes.append(megabytes)
            run = json.loads((folder / "out").read_text())
            measure.remove(folder / "out")
            work.runs.setdefault(c.name, []).append(run)
            print(f"  round {number + 1}: {c.name} {min(run['seconds']):.3f} s in process, {seconds:.3f} s, {megabytes:.0f} MiB", flush=True)


def judge(work):
    for peer, factor, good in work.promises:
        ratio = work.seconds(peer) / work.seconds("clientele")
        cpu = work.seconds(peer, "cpu") / work.seconds("clientele", "cpu")
        yield f"at least {factor}× faster than {peer}, in process", f"{ratio:.1f}× (CPU {cpu:.1f}×)", ratio >= factor
        mine, other = work.found("clientele"), work.found(peer)
        if good and "inertia" in mine:
            yield "inertia equal or better", f"{mine['inertia']:,.3f} against {other['inertia']:,.3f}", mine["inertia"] <= other["inertia"] * (1 + 1e-9)
        if "silhouette" in mine:
            yield "the same mean to 1e-12", f"{mine['silhouette']!r} against {other['silhouette']!r}", math.isclose(mine["silhouette"], other["silhouette"], abs_tol=1e-12, rel_tol=0)


def write(name, work, rounds, folder):
    date, promises = datetime.date.today().isoformat(), list(judge(work))
    first = work.seconds(work.contenders[0].name)
    lines = [f"# {work.title}", "",
             f"{date}, {rounds} rounds of whole processes in turns, the work {REPEATS} times in each, page cache warm, medians. Compare only within this page.", "",
             "| | in process, s | fastest – slowest | relative | CPU, s | whole process, s | peak memory | found |", "| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |"]
    for c in work.contenders:
        all_seconds = [s for run in work.runs[c.name] for s in run["seconds"]]
        found = ", ".join(f"{k} {v:,}" for k, v in work.found(c.name).items() if k not in ("seconds", "cpu", "converged"))
        lines.append(f"| {c.name} | {work.seconds(c.name):.3f} | {min(all_seconds):.3f} – {max(all_seconds):.3f} | {work.seconds(c.name) / first:.2f}× "
                     f"| {work.seconds(c.name, 'cpu'):.3f} | {c.median:.3f} | {c.peak * 1.048576:,.0f} MB | {found} |")
    if promises:
        lines += ["", "| promise | measured | |", "| --- | ---: | --- |"]
        lines += [f"| {sentence} | {value} | {'holds' if holds else '**does not hold**'} |" for sentence, value, holds in promises]
    lines += ["", "Commands (`bench/compare/numerics_kmeans.py " + name + "`; OUT is a fresh path each time):", "", "```sh"]
    lines += [plain(c.command(), folder) for c in work.contenders] + ["```", "", "Machine and versions:", ""]
    lines += [f"* {fact}" for fact in report.machine()]
    versions = "import platform, sklearn, numpy; print(platform.python_version(), sklearn.__version__, numpy.__version__)"
    lines += [f"* Clientele {report.said('git', '-C', ROOT, 'rev-parse', '--short', 'HEAD')}, .NET SDK {report.said('dotnet', '--version')}",
              f"* Python, scikit-learn, numpy: {report.said(peers.PYTHON, '-c', versions)}, with OpenBLAS threads"]
    path = RESULTS / f"{date}-numerics-{name}.md"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines[4:6 + len(work.contenders)] + lines[7 + len(work.contenders):10 + len(work.contenders) + len(promises)]))
    return all(holds for _, _, holds in promises)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("topics", nargs="*", metavar="TOPIC", choices=[*TOPICS, []])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--data", type=pathlib.Path, default=ARTIFACTS / "bench-data")
    options = parser.parse_args()
    peers.need_python(["sklearn"], ["python3-sklearn", "libopenblas0-pthread"])
    subprocess.run(["dotnet", "publish", BENCH, "-c", "Release", "--use-current-runtime", "--artifacts-path", ARTIFACTS / "build-bench", "-o", OURS.parent, "-v", "quiet", "--nologo"], check=True)
    folder = options.data.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    good = True
    for name in options.topics or TOPICS:
        work = TOPICS[name](folder)
        print(work.title, flush=True)
        with tempfile.TemporaryDirectory(dir=folder) as temporary:
            alternate(work, options.rounds, pathlib.Path(temporary))
        good &= write(name, work, options.rounds, folder)
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
