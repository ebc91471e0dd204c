#!/usr/bin/python3
"""Writes ../mixtures.json: Gaussian mixtures by scikit-learn from given partitions, on iris and on made rows.
Debian: apt-get install python3-sklearn; then /usr/bin/python3 reference/make/mixtures.py"""
import json, pathlib, warnings
import numpy, sklearn
from sklearn.datasets import load_iris
from sklearn.mixture import GaussianMixture

warnings.simplefilter("ignore")
NAMES = {"full": "full", "tied": "tied", "diag": "diagonal", "spherical": "spherical"}


def from_partition(x, labels, kind, rounds):
    k = labels.max() + 1
    mixture = GaussianMixture(k, covariance_type=kind, reg_covar=0, tol=0, max_iter=rounds)
    mixture._initialize_parameters = lambda x, chance: mixture._initialize(x, numpy.eye(k)[labels])
    return mixture.fit(x)


def rows(x, labels):
    for kind, name in NAMES.items():
        for rounds in (1, 10):
            m = from_partition(x, labels, kind, rounds)
            yield {"covariance": name, "rounds": rounds, "logLikelihood": m.score(x) * len(x), "bic": m.bic(x), "aic": m.aic(x),
                   "weights": m.weights_.tolist(), "means": m.means_.ravel().tolist(), "labels": m.predict(x).tolist()}


def best(x, k):
    for kind, name in NAMES.items():
        m = GaussianMixture(k, covariance_type=kind, n_init=20, tol=1e-7, max_iter=2000, random_state=0).fit(x)
        yield {"covariance": name, "k": k, "logLikelihood": m.score(x) * len(x)}


iris, species = load_iris(return_X_y=True)
chance = numpy.random.default_rng(7)
centres = chance.uniform(0, 8, (4, 3))
belongs = chance.integers(0, 4, 240)
made = numpy.round(centres[belongs] + chance.normal(size=(240, 3)) @ numpy.array([[1, .5, 0], [0, .8, .3], [0, 0, .6]]), 3)
start = (numpy.arange(240) + belongs) % 7 % 4

result = {
    "source": f"scikit-learn {sklearn.__version__}, GaussianMixture, reg_covar 0, one maximization from the given partition and then so many rounds",
    "command": "/usr/bin/python3 reference/make/mixtures.py",
    "data": "iris: Fisher's measurements as scikit-learn has them, partitioned by species; made: 240 drawn rows, rounded to 3 digits, with a poor partition",
    "tolerance": "log-likelihood, BIC, AIC, shares and means: relative 1e-8, because ours adds 1e-12 of each column's variance where the peer adds nothing, "
                 "and sums in another order; best: ours at least the peer's best of 20 starts less 0.01, because a covariance that the peer blurs by 1e-6 is blurred by "
                 "1e-6 of a variance here",
    "iris": {"columns": 4, "values": iris.ravel().tolist(), "start": species.tolist(), "rows": list(rows(iris, species)), "best": list(best(iris, 3))},
    "made": {"columns": 3, "values": made.ravel().tolist(), "start": start.tolist(), "rows": list(rows(made, start)), "best": list(best(made, 4))},
}
path = pathlib.Path(__file__).resolve().parents[1] / "mixtures.json"
path.write_text(json.dumps(result, separators=(",", ":")).replace('"iris":', '\n"iris":').replace('"made":', '\n"made":').replace('{"covariance"', '\n{"covariance"') + "\n")
