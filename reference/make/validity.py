"""Expected numbers for validity measures, transforms and components: /usr/bin/python3 reference/make/validity.py > reference/validity.json

scikit-learn and scipy from Debian. Labels come from seeded K-Means fits and are written out, so that every number is about a stated partition.
"""
import json
import numpy as np
import scipy
import sklearn
from sklearn import metrics
from sklearn.cluster import KMeans
from sklearn.datasets import load_iris
from sklearn.decomposition import PCA
from sklearn.preprocessing import PowerTransformer, QuantileTransformer

x = load_iris().data
species = load_iris().target
partitions = []
for k in range(2, 7):
    fit = KMeans(k, n_init=50, random_state=0).fit(x)
    partitions.append({
        "k": k, "labels": fit.labels_.tolist(), "inertia": fit.inertia_,
        "calinskiHarabasz": metrics.calinski_harabasz_score(x, fit.labels_),
        "daviesBouldin": metrics.davies_bouldin_score(x, fit.labels_),
        "adjustedRand": metrics.adjusted_rand_score(species, fit.labels_),
        "rand": metrics.rand_score(species, fit.labels_),
        "nmi": metrics.normalized_mutual_info_score(species, fit.labels_),
        "ami": metrics.adjusted_mutual_info_score(species, fit.labels_),
    })

rng = np.random.RandomState(7)
chance = [rng.randint(0, 7, 500), rng.randint(0, 40, 500)]
skewed = np.column_stack([np.exp(rng.standard_normal(60)), rng.standard_normal(60) ** 3, rng.poisson(3, 60).astype(float)])
power = PowerTransformer(standardize=True).fit(skewed)
bare = PowerTransformer(standardize=False).fit(skewed)
pca = PCA().fit(x)
scores = (x - x.mean(0)) / x.std(0, ddof=1)
correlated = PCA().fit(scores)
quantiles = {}
for shape in ("uniform", "normal"):
    for count in (60, 10):
        fit = QuantileTransformer(n_quantiles=count, output_distribution=shape).fit(skewed)
        quantiles[f"{shape}-{count}"] = fit.transform(skewed).ravel().tolist()

print(json.dumps({
    "iris-partitions": {
        "source": f"scikit-learn {sklearn.__version__}: KMeans(k, n_init=50, random_state=0), its metrics; agreement is with the species",
        "tolerance": "1e-10 relative: definitions are the same, only roundings differ",
        "rows": x.ravel().tolist(), "species": species.tolist(), "partitions": partitions,
    },
    "chance-agreement": {
        "source": f"scikit-learn {sklearn.__version__}: adjusted_mutual_info_score, normalized_mutual_info_score, arithmetic mean",
        "tolerance": "1e-9: the peer sums log-gammas, which lose digits",
        "a": chance[0].tolist(), "b": chance[1].tolist(),
        "ami": metrics.adjusted_mutual_info_score(*chance), "nmi": metrics.normalized_mutual_info_score(*chance),
    },
    "transforms": {
        "source": f"scikit-learn {sklearn.__version__} PowerTransformer and QuantileTransformer, scipy {scipy.__version__}",
        "tolerance": "lambda 1e-5, transformed 1e-4: the peer's search ends at about 1e-8 of a flat likelihood; quantiles 1e-7, where the peer blurs the edges by as much",
        "rows": skewed.ravel().tolist(), "lambdas": power.lambdas_.tolist(),
        "yeojohnson": power.transform(skewed).ravel().tolist(), "yeojohnsonBare": bare.transform(skewed).ravel().tolist(),
        "quantile": quantiles,
    },
    "pca": {
        "source": f"scikit-learn {sklearn.__version__}: PCA() on iris, as it is and divided by sample standard deviations",
        "tolerance": "1e-10; components up to their sign",
        "variances": pca.explained_variance_.tolist(), "shares": pca.explained_variance_ratio_.tolist(), "components": pca.components_.ravel().tolist(),
        "correlationVariances": correlated.explained_variance_.tolist(), "correlationComponents": correlated.components_.ravel().tolist(),
    },
}, indent=1))
