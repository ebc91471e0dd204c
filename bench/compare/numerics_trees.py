"""Hierarchical trees of made-up groups that overlap, as the peers' kernels have them: 12 centres in 8 columns, spread 3."""
import subprocess
import data as files
import peers
from measure import Contender
from places import ARTIFACTS, ROOT
from topics import Topic

COLUMNS, CLUSTERS = 8, 12
BENCH = ROOT / "bench" / "Clientele.Bench"
DLL = ARTIFACTS / "bench-trees" / "Clientele.Bench.dll"

SCIKIT = """import sys, time, numpy
from sklearn.cluster import AgglomerativeClustering
x = numpy.fromfile(sys.argv[1], '<f8').reshape(-1, int(sys.argv[2]))
start = time.perf_counter()
tree = AgglomerativeClustering(int(sys.argv[4]), linkage=sys.argv[3], compute_distances=True).fit(x)
seconds = time.perf_counter() - start
sizes = numpy.sort(numpy.bincount(tree.labels_))[::-1]
print(seconds, repr(float(tree.distances_[-1])), repr(float(tree.distances_.sum())), *sizes, file=open(sys.argv[5], 'w'))"""

FASTCLUSTER = """suppressMessages(library(fastcluster)); a <- commandArgs(TRUE)
x <- matrix(readBin(a[1], 'double', file.size(a[1]) / 8, endian = 'little'), ncol = as.integer(a[2]), byrow = TRUE)
t <- system.time(h <- if (a[3] == 'ward') hclust.vector(x, method = 'ward') else fastcluster::hclust(dist(x), method = a[3]))
sizes <- sort(table(cutree(h, as.integer(a[4]))), decreasing = TRUE)
cat(sprintf('%.4f %.17g %.17g', t[['elapsed']], tail(h$height, 1), sum(h$height)), sizes, file = a[5])"""


def blobs(data, rows):
    def make(path):
        peers.need_python(["sklearn"], ["python3-sklearn"])
        subprocess.run([peers.PYTHON, "-c", "import sys; from sklearn.datasets import make_blobs; "
                        "make_blobs(1_000_000, 8, centers=12, cluster_std=3.0, random_state=1)[0][:int(sys.argv[1])].astype('<f8').tofile(sys.argv[2])", str(rows), path], check=True)
    return files.made(data / f"blobs_{rows}x{COLUMNS}.f8", make)


def found(out):
    """Seconds of the fit, last height, sum of heights, sizes. The seconds are no fact to agree on: they are kept beside."""
    numbers = out.read_text().split()
    sizes = [int(n) for n in numbers[3:]]
    return {"fit": float(numbers[0]), "last height": float(numbers[1]), "sum of heights": float(numbers[2]),
            "largest cluster": sizes[0], "smallest cluster": sizes[-1]}


def contenders(file, linkage, with_peers=True):
    if not DLL.exists():
        subprocess.run(["dotnet", "build", "-c", "Release", "--nologo", "-v", "q", "-o", DLL.parent, BENCH], check=True)
    fits = {}

    def check(name):
        def read(out):
            facts = found(out)
            fits[name] = facts.pop("fit")
            return facts
        return read

    tail = [file, COLUMNS, linkage, CLUSTERS, "OUT"]
    all_of_them = [Contender("clientele", ["dotnet", DLL, "trees", *tail], check=check("clientele"))]
    if with_peers:
        peers.need_python(["sklearn"], ["python3-sklearn", "libopenblas0-pthread"])
        peers.need("Rscript", "r-base-core")
        if subprocess.run(["Rscript", "-e", "library(fastcluster)"], capture_output=True, check=False).returncode:
            peers.apt("r-cran-fastcluster")
        all_of_them += [Contender("scikit-learn", [peers.PYTHON, "-c", SCIKIT, *tail], check=check("scikit-learn")),
                        Contender("R fastcluster", ["Rscript", "-e", FASTCLUSTER, *tail], check=check("R fastcluster"))]
    return all_of_them, fits


def compared(linkage, factors, rows=20_000):
    def topic(data):
        file = blobs(data, rows)
        all_of_them, fits = contenders(file, linkage)

        def promises(by):
            kept = []
            for peer, factor in factors.items():
                whole, alone = by[peer].median / by["clientele"].median, fits[peer] / fits["clientele"]
                kept += [(f"at least {factor}× faster than {peer}", f"{whole:.1f}×", whole >= factor),
                         (f"the fit alone, first turn: at least {factor}× faster than {peer} ({fits['clientele']:.2f} s and {fits[peer]:.1f} s)", f"{alone:.1f}×", alone >= factor)]
            return kept
        return Topic(f"{linkage.capitalize()} linkage of {rows:,} × {COLUMNS}: the whole tree and {CLUSTERS} clusters", 3, [file], all_of_them, promises)
    return topic


def large(data):
    file = blobs(data, 200_000)
    all_of_them, _ = contenders(file, "ward", with_peers=False)

    def promises(by):
        ours = by["clientele"]
        return [("peak memory at most 2,000 MB", f"{ours.peak * 1.048576:.0f} MB", ours.peak * 1.048576 <= 2000),
                ("at most two minutes", f"{ours.median:.1f} s", ours.median <= 120)]
    return Topic(f"Ward linkage of 200,000 × {COLUMNS}: the whole tree and {CLUSTERS} clusters", 1, [file], all_of_them, promises)


TOPICS = {"trees-ward": compared("ward", {"scikit-learn": 20, "R fastcluster": 20}),
          "trees-average": compared("average", {"scikit-learn": 8, "R fastcluster": 8}),
          "trees-large": large}
