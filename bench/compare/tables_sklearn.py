"""What an analyst writes today: tables_sklearn.py FILE OUT. Describe, impute, encode, scale, K-Means k = 2..10, silhouettes on a sample, profiles."""
import sys
import numpy, pandas
from sklearn.cluster import KMeans
from sklearn.compose import ColumnTransformer
from sklearn.impute import SimpleImputer
from sklearn.metrics import silhouette_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

SAMPLE = 5_000  # clientele measures a sample, too, but each customer of it against all

frame = pandas.read_csv(sys.argv[1], dtype={"CustomerID": str}, parse_dates=["Enrolled"])
answers = [c for c in frame if c.startswith("AcceptedCmp")]
numbers = [c for c in frame.select_dtypes("number") if c not in answers]
texts = [c for c in frame.select_dtypes("object") if c not in ("CustomerID",)]

# Describe: moments, quartiles, skew, kurtosis; shares; Pearson and Spearman.
frame[numbers].describe(), frame[numbers].skew(), frame[numbers].kurt()
[frame[c].value_counts(normalize=True) for c in texts]
frame[numbers].corr(), frame[numbers].corr("spearman")

x = ColumnTransformer([
    ("numbers", make_pipeline(SimpleImputer(strategy="median"), StandardScaler()), numbers),
    ("texts", make_pipeline(SimpleImputer(strategy="most_frequent"), OneHotEncoder(sparse_output=False)), texts),
]).fit_transform(frame)
best, labels = -2, None
for k in range(2, 11):
    fit = KMeans(k, n_init=10, random_state=0).fit(x)
    score = silhouette_score(x, fit.labels_, sample_size=SAMPLE, random_state=0)
    if score > best:
        best, labels = score, fit.labels_
frame["segment"] = labels
frame.groupby("segment")[numbers].agg(["mean", "median"])
[pandas.crosstab(frame["segment"], frame[c], normalize="index") for c in texts]
frame.groupby("segment")[answers].mean()
frame[["CustomerID", "segment"]].to_csv(sys.argv[2], index=False)
