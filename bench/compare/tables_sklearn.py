"""What an analyst writes with pandas, scipy and scikit-learn: tables_sklearn.py describe|segment FILE OUT.

describe: moments, quartiles, histograms; shares; Pearson, Spearman, Cramér's V and the correlation ratio of all pairs.
segment:  totals, gaps, logarithms and scaling; K-Means k = 2..10 with 10 starts each; silhouettes of 1,000 customers against all, the distances shared by
          all k; the elbow; Ward on 5,000 customers beside it; rules by a tree; profiles, shares and campaign answers.
          First the columns that blur the segments leave one by one, and at last it is tested whether there are segments at all, both as clientele does it:
          on 500 and 1,000 customers, against random data of the same correlations. Its choice is measured and not used: both cluster the same columns."""
import csv, sys
import numpy, pandas
from scipy import stats

ASKED = ["Age", "Children", "Education", "Income", "Measure1", "Measure2", "Measure4", "Measure5", "Measure7", "Measure9", "NumDealsPurchases", "total_purchases", "total_spend"]
EDUCATION = ["Basic", "Bachelor", "Master", "PhD"]
CANDIDATES = ["Age", "Children", "Education", "Income", *[f"Measure{i}" for i in range(1, 10)], "NumDealsPurchases", "Recency", "days_enrolled", "total_purchases", "total_spend"]
SAMPLE, COMPARED = 1_000, 5_000


def read(path):
    frame = pandas.read_csv(path, dtype={"CustomerID": str}, parse_dates=["Enrolled"])
    assert frame["CustomerID"].is_unique
    frame["Education"] = pandas.Categorical(frame["Education"], EDUCATION, ordered=True)
    goods, channels = [c for c in frame if c.startswith("MntGoods")], [f"Num{c}Purchases" for c in ("Web", "Store", "Catalog")]
    frame["total_spend"] = frame[goods].sum(axis=1)
    frame["total_purchases"] = frame[channels].sum(axis=1)
    frame["spend_per_purchase"] = frame["total_spend"] / frame["total_purchases"].replace(0, numpy.nan)
    frame["deals_share"] = frame["NumDealsPurchases"] / frame["total_purchases"].replace(0, numpy.nan)
    frame["days_enrolled"] = (frame["Enrolled"].max() + pandas.Timedelta(days=1) - frame["Enrolled"]).dt.days
    for name in goods:
        frame[f"share_{name}"] = frame[name] / frame["total_spend"].replace(0, numpy.nan)
    for name in channels:
        frame[f"share_{name}"] = frame[name] / frame["total_purchases"].replace(0, numpy.nan)
    texts = [c for c in frame if frame[c].dtype == object and c != "CustomerID"] + ["Education"]
    return frame, [c for c in frame.select_dtypes("number")], texts


def describe(frame, numbers, texts, out):
    values = frame[numbers]
    table, skew, _ = values.describe(), values.skew(), values.kurt()
    values.nunique(), values.mode()
    [numpy.histogram(values[c].dropna(), bins="auto" if values[c].nunique() < 50 else 50) for c in numbers]
    [frame[c].value_counts(normalize=True) for c in texts]
    values.corr()
    ranks = values.corr("spearman")
    for i, a in enumerate(texts):
        for b in texts[i + 1:]:
            stats.contingency.association(pandas.crosstab(frame[a], frame[b]).to_numpy())
        for number in numbers:
            groups = frame.groupby(a, observed=True)[number].agg(["count", "mean"])
            (groups["count"] * (groups["mean"] - frame[number].mean()) ** 2).sum() / ((frame[number].count() - 1) * frame[number].var())
    with open(out, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("customers", len(frame)), ("mean of Income", table["Income"]["mean"]), ("sd of Age", table["Age"]["std"]), ("skewness of MntGoods1", skew["MntGoods1"]),
                                    ("Spearman of Age and Income", ranks["Age"]["Income"])])


def segment(frame, numbers, texts, out):
    from sklearn.cluster import AgglomerativeClustering, KMeans
    from sklearn.metrics import adjusted_rand_score, pairwise_distances_chunked
    from sklearn.preprocessing import StandardScaler
    from sklearn.tree import DecisionTreeClassifier
    frame[[c for c in numbers if not c.startswith("share_")]].corr()
    x = frame[CANDIDATES].copy()
    x["Education"] = frame["Education"].cat.codes
    x = x.fillna(x.median())
    for name in x:
        if x[name].min() > -1 and x[name].skew() > 1:
            x[name] = numpy.log1p(x[name])
    x = StandardScaler().fit_transform(x)
    eliminate(x[numpy.random.default_rng(0).choice(len(x), min(500, len(x)), replace=False)])
    x = numpy.ascontiguousarray(x[:, [CANDIDATES.index(name) for name in ASKED]])
    some = x[numpy.random.default_rng(0).choice(len(x), min(1_000, len(x)), replace=False)]
    for x0 in [some] + [hump(some, seed) for seed in range(99)]:
        [KMeans(k, n_init=1, random_state=0).fit(x0).inertia_ for k in range(2, 11)]
    fits = [KMeans(k, n_init=10, random_state=0).fit(x) for k in range(2, 11)]
    best = fits[int(numpy.argmax(silhouettes(x, fits, pairwise_distances_chunked)))]
    some = numpy.linspace(0, len(x) - 1, min(COMPARED, len(x))).astype(int)
    adjusted_rand_score(best.labels_[some], AgglomerativeClustering(best.n_clusters).fit_predict(x[some]))
    DecisionTreeClassifier(max_depth=4).fit(frame[ASKED].drop(columns="Education").fillna(-1), best.labels_)
    frame["segment"] = best.labels_
    frame.groupby("segment")[numbers].agg(["mean", "median", "std"])
    [pandas.crosstab(frame["segment"], frame[c], normalize="index") for c in texts]
    answers = frame.groupby("segment")[[c for c in numbers if c.startswith("AcceptedCmp")]].agg(["sum", "count"])
    assert len(answers) == best.n_clusters
    frame.drop(columns=[c for c in frame if c.startswith("share_")]).to_csv(out, index=False)


def hump(x, seed):
    return numpy.random.default_rng(seed).multivariate_normal(x.mean(axis=0), numpy.cov(x.T), len(x))


def eliminate(x):
    """Backwards, the column without which the silhouette is highest; each stage against 19 sets without segments. As many stages as clientele has here."""
    from sklearn.cluster import KMeans
    from sklearn.metrics import silhouette_score
    def best(points):
        return max(silhouette_score(points, KMeans(k, n_init=2, random_state=0).fit_predict(points)) for k in range(2, 11))
    left = list(range(x.shape[1]))
    for _ in range(len(CANDIDATES) - len(ASKED) + 2):
        numpy.mean([best(hump(x[:, left], seed)) for seed in range(19)])
        left.remove(max(left, key=lambda q: best(x[:, [other for other in left if other != q]])))


def silhouettes(x, fits, chunked):
    """Each sampled customer's exact silhouette, for all k from one walk over the distances."""
    rows = numpy.random.default_rng(0).choice(len(x), min(SAMPLE, len(x)), replace=False)
    members = [numpy.eye(fit.n_clusters)[fit.labels_] for fit in fits]
    sums = [[] for _ in fits]
    for distances in chunked(x[rows], x):
        for f, member in enumerate(members):
            sums[f].append(distances @ member)
    means = []
    for f, fit in enumerate(fits):
        total, sizes, own = numpy.vstack(sums[f]), members[f].sum(axis=0), fit.labels_[rows]
        at = numpy.arange(len(rows))
        within = total[at, own] / numpy.maximum(sizes[own] - 1, 1)
        between = total / sizes
        between[at, own] = numpy.inf
        nearest = between.min(axis=1)
        means.append(float(numpy.mean((nearest - within) / numpy.maximum(nearest, within))))
    return means


mode, path, out = sys.argv[1:]
{"describe": describe, "segment": segment}[mode](*read(path), out)
