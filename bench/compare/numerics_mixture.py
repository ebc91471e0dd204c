#!/usr/bin/env python3
"""Compares mixtures, DBSCAN, HDBSCAN and K-Medoids with scikit-learn and R on the same rows: bench/compare/numerics_mixture.py [--rounds N] [WORK ...]

Whole processes in turns, each says how long its fit alone took: no start-up, no reading. Writes bench/results/DATE-mixture.md and ends
with 1 when a promise does not hold. Debian: apt-get install python3-sklearn libopenblas0-pthread r-cran-dbscan r-cran-cluster."""
import argparse, datetime, json, os, statistics, subprocess, sys

sys.dont_write_bytecode = True
import peers, report
from places import ARTIFACTS, RESULTS, ROOT

DATA = ARTIFACTS / "bench-data"
BENCH = ROOT / "bench" / "Clientele.Bench" / "bin" / "Release" / "net10.0" / "Clientele.Bench.dll"

# Rows, columns and groups of the made data; what is asked of it; what the peer is; how many times faster we promise to be.
WORKS = {
    "full": ((200_000, 8, 12), 12, 100, "scikit-learn", 3),
    "tied": ((200_000, 8, 12), 12, 100, "scikit-learn", None),
    "diagonal": ((200_000, 8, 12), 12, 100, "scikit-learn", None),
    "spherical": ((200_000, 8, 12), 12, 100, "scikit-learn", None),
    "dbscan": ((200_000, 2, 12), 0.05, 10, "scikit-learn", None),
    "hdbscan": ((20_000, 2, 12), 50, 50, "R dbscan", None),
    "kmedoids": ((5_000, 8, 12), 12, 0, "R pam", None),
}

PEER = r"""
import json, sys, time, warnings
import numpy
warnings.simplefilter("ignore")
work, file, d, a, b = sys.argv[1], sys.argv[2], int(sys.argv[3]), float(sys.argv[4]), int(sys.argv[5])
x = numpy.fromfile(file).reshape(-1, d)
if work == "dbscan":
    from sklearn.cluster import DBSCAN
    fit = DBSCAN(eps=a, min_samples=b, n_jobs=-1)
else:
    from sklearn.mixture import GaussianMixture
    kind = {"diagonal": "diag"}.get(work, work)
    fit = GaussianMixture(int(a), covariance_type=kind, tol=1e-3, max_iter=b, random_state=0)
start, before = time.perf_counter(), time.process_time()
fit.fit(x)
seconds, cpu = time.perf_counter() - start, time.process_time() - before
if work == "dbscan":
    print(json.dumps({"seconds": seconds, "cpu": cpu, "clusters": int(fit.labels_.max()) + 1, "noise": int((fit.labels_ < 0).sum()), "score": int((fit.labels_ < 0).sum()), "rounds": 0}))
else:
    print(json.dumps({"seconds": seconds, "cpu": cpu, "clusters": int(a), "noise": 0, "score": fit.score(x), "rounds": fit.n_iter_}))
"""

R = r"""
a <- commandArgs(TRUE); f <- file(a[2], "rb"); d <- as.integer(a[3])
x <- matrix(readBin(f, "double", n = file.size(a[2]) / 8), ncol = d, byrow = TRUE)
if (a[1] == "hdbscan") { suppressMessages(library(dbscan)); t <- system.time(h <- hdbscan(x, minPts = as.integer(a[4])))
  cat(sprintf('{"seconds": %.4f, "cpu": %.4f, "clusters": %d, "noise": %d, "score": %d, "rounds": 0}\n', t[["elapsed"]], t[["user.self"]] + t[["sys.self"]], max(h$cluster), sum(h$cluster == 0), sum(h$cluster == 0))) }
if (a[1] == "kmedoids") { library(cluster); t <- system.time(p <- pam(x, as.integer(a[4]), pamonce = 5))
  cat(sprintf('{"seconds": %.4f, "cpu": %.4f, "clusters": %d, "noise": 0, "score": %.10f, "rounds": 0}\n', t[["elapsed"]], t[["user.self"]] + t[["sys.self"]], as.integer(a[4]), p$objective[["swap"]] * nrow(x))) }
"""

MAKE = r"""
import sys, numpy
n, d, k = map(int, sys.argv[2:5])
chance = numpy.random.default_rng(1)
centres, belongs = chance.uniform(0, 10, (k, d)), chance.integers(0, k, n)
turns = chance.normal(size=(k, d, d)) * .6
rows = numpy.empty((n, d))
for c in range(k):
    rows[belongs == c] = centres[c] + chance.normal(size=((belongs == c).sum(), d)) @ turns[c]
rows.astype("<f8").tofile(sys.argv[1])
"""


def said(argv):
    done = subprocess.run([str(a) for a in argv], capture_output=True, text=True, check=False, env={**os.environ, "DOTNET_TieredCompilation": "0"})
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, argv[:4]))} failed:\n{done.stderr[-2000:]}")
    return json.loads(done.stdout.splitlines()[-1])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("works", nargs="*", metavar="WORK", choices=[*WORKS, []])
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    peers.need_python(["sklearn"], ["python3-sklearn", "libopenblas0-pthread"])
    subprocess.run(["dotnet", "build", "-c", "Release", "-v", "quiet", ROOT / "bench" / "Clientele.Bench"], check=True, stdout=subprocess.DEVNULL)
    DATA.mkdir(parents=True, exist_ok=True)
    lines, good = [], True
    for work in options.works or WORKS:
        (n, d, k), a, b, peer, promise = WORKS[work]
        file = DATA / f"mixture-{n}-{d}-{k}.f64"
        if not file.exists():
            subprocess.run([peers.PYTHON, "-c", MAKE, file, str(n), str(d), str(k)], check=True)
        ours = ["dotnet", BENCH, "mixture", work, file, d, a, b]
        if peer.startswith("R"):
            peers.need("Rscript", "r-base-core")
            theirs = ["Rscript", "-e", R, work, file, d, a, b]
        else:
            theirs = [peers.PYTHON, "-c", PEER, work, file, d, a, b]
        found = ([], [])
        for number in range(options.rounds):
            for contender, results in zip((ours, theirs), found):
                results.append(said(contender))
                print(f"{work} round {number + 1}: {'clientele' if contender is ours else peer} {results[-1]}", flush=True)
        mine, other = (statistics.median(r["seconds"] for r in results) for results in found)
        cpu = [statistics.median(r["cpu"] for r in results) for results in found]
        first, second = found[0][0], found[1][0]
        better = work in ("dbscan", "hdbscan") or (first["score"] <= second["score"] * (1 + 1e-9) if work == "kmedoids" else first["score"] >= second["score"] - 1e-3)
        holds = promise is None or (other / mine >= promise and better)
        good &= holds
        verdict = "" if promise is None else f"at least {promise}× at an equal or better likelihood: " + ("holds" if holds else "**does not hold**")
        spread = " | ".join(f"{statistics.median(r['seconds'] for r in rs):.3f} ({min(r['seconds'] for r in rs):.3f} – {max(r['seconds'] for r in rs):.3f})" for rs in found)
        lines.append(f"| {work} | {n:,} × {d} | {spread} | {other / mine:.1f}× | {cpu[0]:.2f} | {cpu[1]:.2f} | {shown(first)} | {peer}: {shown(second)} | {verdict} |")
    write(lines, options.rounds)
    sys.exit(0 if good else 1)


def shown(result):
    return f"{result['clusters']} clusters, {result['noise']:,} noise, score {result['score']:.6g}, {result['rounds']} rounds"


def write(lines, rounds):
    date = datetime.date.today().isoformat()
    page = ["# Mixtures, density and medoids beside scikit-learn and R", "",
            f"{date}, {rounds} rounds, whole processes in turns, each timing its fit alone on all cores (ours after one of 2,000 rows without tiered compilation, as a published build is compiled); medians (fastest – slowest). Compare only within this page.", "",
            "| work | rows | clientele, s | peer, s | ratio | CPU s | peer's CPU s | found | the peer found | promise |", "| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- | --- | --- |", *lines, "",
            "Score: mean log-likelihood of a row for mixtures (K-Means start, one start, tolerance 1e-3, at most 100 rounds), total distance for medoids, noise for the density methods.",
            "", f"Command: `bench/compare/numerics_mixture.py --rounds {rounds}`. Machine and versions:", "", *[f"* {fact}" for fact in report.machine()],
            f"* Clientele {report.said('git', '-C', ROOT, 'rev-parse', '--short', 'HEAD')}, .NET SDK {report.said('dotnet', '--version')}",
            "* scikit-learn " + report.said(peers.PYTHON, "-c", "import sklearn; print(sklearn.__version__)") + ", " + report.said("R", "--version").split("\n")[0]]
    path = RESULTS / f"{date}-mixture.md"
    path.write_text("\n".join(page) + "\n", encoding="utf-8")
    print(path.read_text())


if __name__ == "__main__":
    main()
