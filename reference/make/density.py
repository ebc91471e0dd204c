#!/usr/bin/python3
"""Writes ../density.json: DBSCAN by scikit-learn, HDBSCAN by R's dbscan, medoids by R's cluster::pam, on made rows and iris.
Debian: apt-get install python3-sklearn r-cran-dbscan r-cran-cluster; then /usr/bin/python3 reference/make/density.py"""
import json, pathlib, subprocess, tempfile
import numpy, sklearn
from sklearn.cluster import DBSCAN
from sklearn.datasets import load_iris

HERE = pathlib.Path(__file__).resolve().parent


def r(x, *words):
    with tempfile.NamedTemporaryFile("w", suffix=".csv") as file:
        numpy.savetxt(file, x, delimiter=",", fmt="%.17g")
        file.flush()
        said = subprocess.run(["Rscript", HERE / "density.R", file.name, *map(str, words)], check=True, capture_output=True, text=True).stdout
    return [line.split() for line in said.splitlines()]


def dbscan(x, eps, least):
    fit = DBSCAN(eps=eps, min_samples=least).fit(x)
    return {"epsilon": eps, "minPoints": least, "labels": fit.labels_.tolist(), "core": sorted(fit.core_sample_indices_.tolist())}


def hdbscan(x, least):
    labels, chances, cores, heights = r(x, "hdbscan", least)
    return {"minPoints": least, "labels": [int(v) - 1 for v in labels], "probabilities": [float(v) for v in chances],
            "cores": [float(v) for v in cores], "heights": [float(v) for v in heights]}


def pam(x, k, metric):
    (total,), medoids = r(x, "pam", k, metric)
    return {"k": k, "distance": metric, "total": float(total), "medoids": [int(v) - 1 for v in medoids]}


chance = numpy.random.default_rng(11)
blobs = [chance.normal(size=(90, 2)) * spread + centre for centre, spread in (((0, 0), .4), ((4, 1), .7), ((1, 5), .5))]
made = numpy.round(numpy.vstack([*blobs, chance.uniform(-3, 8, (60, 2))]), 4)
iris = load_iris().data
versions = r(made, "version")[0]
result = {
    "source": f"scikit-learn {sklearn.__version__} DBSCAN; R {versions[0]}, dbscan {versions[1]} hdbscan, cluster {versions[2]} pam",
    "command": "/usr/bin/python3 reference/make/density.py",
    "data": "made: three drawn blobs and noise, rounded to 4 digits; iris: Fisher's measurements as scikit-learn has them",
    "tolerance": "DBSCAN: core rows and noise exact, core rows partitioned alike; border rows may differ, their rule does. HDBSCAN: partition and noise exact but "
                 "for rows of probability 0 (see the test), core distances and heights relative 1e-9 (other order of sums). pam: total at most the reference times 1 + 1e-9; a better one is welcome",
    "made": {"columns": 2, "values": made.ravel().tolist(), "dbscan": [dbscan(made, .4, 5), dbscan(made, .6, 8), dbscan(made, .25, 4)],
             "hdbscan": [hdbscan(made, m) for m in (5, 10, 20)], "pam": [pam(made, k, m) for k in (3, 5, 9) for m in ("euclidean", "manhattan")]},
    "iris": {"columns": 4, "values": iris.ravel().tolist(), "dbscan": [dbscan(iris, .5, 5), dbscan(iris, .8, 5)],
             "hdbscan": [], "pam": [pam(iris, k, m) for k in (2, 3, 6) for m in ("euclidean", "manhattan")]},
}
text = json.dumps(result, separators=(",", ":"))
for key in ('"made":', '"iris":', '"dbscan":', '"hdbscan":', '"pam":', '{"epsilon"', '{"minPoints"', '{"k"'):
    text = text.replace(key, "\n" + key)
(HERE.parent / "density.json").write_text(text + "\n")
