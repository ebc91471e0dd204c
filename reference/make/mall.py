#!/usr/bin/python3
"""Prints reference/mall.json from scikit-learn: usage: mall.py Mall_Customers.csv.gz"""
import csv, gzip, hashlib, json, sys
import numpy, sklearn
from sklearn.cluster import KMeans
from sklearn.metrics import calinski_harabasz_score, davies_bouldin_score, silhouette_score
from sklearn.preprocessing import StandardScaler

text = gzip.open(sys.argv[1]).read()
rows = list(csv.reader(text.decode().splitlines()))[1:]
x = StandardScaler().fit_transform(numpy.array([[float(r[3]), float(r[4])] for r in rows]))
fit = KMeans(5, n_init=100, random_state=0, tol=0).fit(x)
print(json.dumps({
    "source": f"scikit-learn {sklearn.__version__}: StandardScaler, KMeans(5, n_init=100, random_state=0, tol=0), its measures; reference/make/mall.py",
    "data": f"Mall_Customers.csv, sha256 {hashlib.sha256(text).hexdigest()}; columns Annual Income (k$), Spending Score (1-100)",
    "tolerance": "1e-9 relative: sums of 200 doubles in another order",
    "k": 5,
    "inertia": fit.inertia_,
    "silhouette": silhouette_score(x, fit.labels_),
    "calinskiHarabasz": calinski_harabasz_score(x, fit.labels_),
    "daviesBouldin": davies_bouldin_score(x, fit.labels_),
    "sizes": sorted((int(n) for n in numpy.bincount(fit.labels_)), reverse=True),
}, indent=2))
