"""The peer of bench/Clientele.Bench/Numerics/CentreRuns.cs: the same work with scikit-learn, the same output.
usage: sklearn_centres.py METHOD FILE ROWS COLUMNS K STARTS REPEATS OUT [f32] | silhouette FILE ROWS COLUMNS K LABELS REPEATS OUT | blobs FILE ROWS COLUMNS K LABELS"""
import json, sys, time
import numpy


def blobs(file, rows, columns, k, labels):
    from sklearn.cluster import KMeans
    from sklearn.datasets import make_blobs
    x, _ = make_blobs(int(rows), int(columns), centers=int(k), cluster_std=3.0, random_state=1)
    x.tofile(file)
    # Labels to take silhouettes of: the same for everyone.
    KMeans(int(k), n_init=1, random_state=0).fit_predict(x).astype(numpy.int32).tofile(labels)


def read(file, rows, columns):
    return numpy.fromfile(file, dtype=numpy.float64, count=int(rows) * int(columns)).reshape(int(rows), int(columns))


def repeat(times, out, work, found_of):
    wall, cpu = [], []
    for _ in range(int(times)):
        start, before = time.perf_counter(), time.process_time()
        found = work()
        wall.append(time.perf_counter() - start)
        cpu.append(time.process_time() - before)
    with open(out, "w", encoding="utf-8") as file:
        json.dump({**found_of(found), "seconds": wall, "cpu": cpu}, file)


def centres(method, file, rows, columns, k, starts, repeats, out, precision="f64"):
    from sklearn.cluster import BisectingKMeans, KMeans, MiniBatchKMeans
    x, k, starts = read(file, rows, columns), int(k), int(starts)
    if precision == "f32":
        x = x.astype(numpy.float32)
    make = {
        "lloyd": lambda: KMeans(k, n_init=starts, algorithm="lloyd", random_state=0),
        "elkan": lambda: KMeans(k, n_init=starts, algorithm="elkan", random_state=0),
        "minibatch": lambda: MiniBatchKMeans(k, n_init=starts, random_state=0),
        "bisecting": lambda: BisectingKMeans(k, n_init=starts, random_state=0),
    }[method]
    repeat(repeats, out, lambda: make().fit(x), lambda m: {"inertia": float(m.inertia_), "iterations": int(getattr(m, "n_iter_", 0))})


def silhouette(file, rows, columns, k, labels, repeats, out):
    from sklearn.metrics import silhouette_score
    x, labels = read(file, rows, columns), numpy.fromfile(labels, dtype=numpy.int32, count=int(rows))
    repeat(repeats, out, lambda: silhouette_score(x, labels), lambda s: {"silhouette": float(s)})


if __name__ == "__main__":
    {"blobs": blobs, "silhouette": silhouette}.get(sys.argv[1], lambda *rest: centres(sys.argv[1], *rest))(*sys.argv[2:])
