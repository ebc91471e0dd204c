"""Expected numbers for statistics of customer tables: /usr/bin/python3 reference/make/statistics.py > reference/statistics.json

pandas, scipy, scikit-learn and R (for adjusted p-values and tails) from Debian; marketing_data.csv.gz from the shared data beside the
repository. Made-up columns come from a seed and are written out; the marketing table is read again by the tests.
"""
import hashlib, json, pathlib, subprocess
from decimal import Decimal, getcontext
from fractions import Fraction
import numpy as np
import pandas as pd
import scipy
import sklearn
from scipy import stats
from sklearn.impute import KNNImputer
from sklearn.tree import DecisionTreeClassifier

ROOT = pathlib.Path(__file__).resolve().parents[2]


def r(code):
    return subprocess.run(["Rscript", "-e", code], capture_output=True, text=True, check=True).stdout


def described(values):
    s = pd.Series(values, dtype=float)
    there = s.dropna()
    counts = there.value_counts()
    mode = float(counts[counts == counts.max()].index.min())
    q1, q3 = there.quantile([0.25, 0.75])
    bins = int(min(50, max(1, np.ceil((there.max() - there.min()) / (2 * (q3 - q1) / len(there) ** (1 / 3)))))) if q3 > q1 else 1 + int(np.ceil(np.log2(len(there))))
    return {"count": int(there.count()), "missing": int(s.isna().sum()), "distinct": int(there.nunique()), "mean": float(there.mean()),
            "median": float(there.median()), "mode": mode, "modeCount": int(counts.max()), "sd": float(there.std()), "min": float(there.min()),
            "max": float(there.max()), "q1": float(q1), "q3": float(q3), "skewness": float(there.skew()), "kurtosis": float(there.kurt()),
            "scipySkewness": float(stats.skew(there, bias=False)), "scipyKurtosis": float(stats.kurtosis(there, bias=False)),
            "bins": bins, "histogram": np.histogram(there, bins)[0].tolist()}


def exact(values):
    """Mean, sd, skewness and kurtosis in rational numbers; roots to 60 digits."""
    getcontext().prec = 60
    x = [Fraction(float(v)) for v in values if np.isfinite(v)]
    n, mean = len(x), sum(x) / len(x)
    m2, m3, m4 = (sum((v - mean) ** p for v in x) / n for p in (2, 3, 4))
    root = lambda f: (Decimal(f.numerator) / Decimal(f.denominator)).sqrt()
    over = Decimal(m3.numerator) / Decimal(m3.denominator) / (root(m2) ** 3) * root(Fraction(n * (n - 1))) / (n - 2)
    return [float(mean), float(root(m2 * n / (n - 1))), float(over), float(Fraction(n - 1, (n - 2) * (n - 3)) * ((n + 1) * (m4 / m2 ** 2 - 3) + 6))]


def pearson(frame):
    """By scipy, which takes the mean off first: pandas loses digits far from 0."""
    def of(a, b):
        both = frame[[a, b]].dropna() if a != b else frame[[a]].dropna()
        return stats.pearsonr(both[a], both[b])[0]
    return [of(a, b) for a in frame for b in frame]


def fences(values):
    x = np.asarray(values)[~np.isnan(values)]
    q1, middle, q3, p1, p99, low, high = np.percentile(x, [25, 50, 75, 1, 99, 2.5, 97.5])
    mad = stats.median_abs_deviation(x, scale="normal")
    around = lambda a, b, spread, reach: [a - reach * spread, b + reach * spread] if spread > 0 else [None, None]
    return {"quartiles": around(q1, q3, q3 - q1, 1.5), "far": around(q1, q3, q3 - q1, 3), "z": around(x.mean(), x.mean(), x.std(ddof=1), 3),
            "modified": around(middle, middle, mad, 3.5), "percentiles": [p1, p99], "tails": [low, high]}


def clean(a):
    return [None if not np.isfinite(v) else float(v) for v in np.asarray(a, float).ravel()]


def corrected_v(table):
    chi2, n, (rows, columns) = stats.chi2_contingency(table, correction=False)[0], table.sum(), table.shape
    phi = max(0, chi2 / n - (rows - 1) * (columns - 1) / (n - 1))
    return float(np.sqrt(phi / min(rows - (rows - 1) ** 2 / (n - 1) - 1, columns - (columns - 1) ** 2 / (n - 1) - 1)))


def eta_squared(values, groups):
    frame = pd.DataFrame({"v": values, "g": groups}).dropna()
    mean = frame.v.mean()
    between = sum(len(g) * (g.v.mean() - mean) ** 2 for _, g in frame.groupby("g"))
    return float(between / ((frame.v - mean) ** 2).sum())


rng = np.random.RandomState(4)
n = 200
made = {
    "normal": rng.standard_normal(n), "skewed": np.exp(1.5 * rng.standard_normal(n)), "counts": rng.poisson(2, n).astype(float),
    "offset": 1e6 + rng.standard_normal(n), "gaps": np.where(rng.rand(n) < 0.2, np.nan, np.round(50 + 20 * rng.standard_normal(n), 1)),
    "few": np.where(rng.rand(n) < 0.8, 0.0, 1.0),
}
frame = pd.DataFrame(made)
pair = frame[["normal", "gaps"]].dropna()
codes = {"a": rng.randint(0, 4, n), "b": rng.randint(0, 3, n)}
codes["b"] = np.where(rng.rand(n) < 0.3, codes["a"] % 3, codes["b"])
cross = pd.crosstab(codes["a"], codes["b"]).to_numpy()
groups = [frame.skewed[codes["a"] == g].to_numpy() for g in range(4)]
fisher = [[3, 1, 1, 3], [10, 2, 3, 15], [0, 5, 7, 2], [8, 2, 1, 5], [120, 80, 100, 140], [1, 0, 0, 1], [2, 30, 40, 2000]]
wilson = [[0, 10], [3, 10], [10, 10], [37, 2240], [334, 2240]]
shares = [[45, 100, 30, 110], [334, 2240, 21, 100], [3, 1000, 9, 1100]]
p = [0.01, 0.04, 0.03, 0.005, 0.5, 0.5, 0.9, 1e-9, 0.02, 0.04]
g = stats.chi2_contingency(cross, correction=False, lambda_="log-likelihood")
welch = stats.ttest_ind(groups[0], groups[1], equal_var=False)
u, v = groups[0].var(ddof=1) / len(groups[0]), groups[1].var(ddof=1) / len(groups[1])
pooled = np.sqrt(((len(groups[0]) - 1) * groups[0].var(ddof=1) + (len(groups[1]) - 1) * groups[1].var(ddof=1)) / (len(groups[0]) + len(groups[1]) - 2))
d = (groups[0].mean() - groups[1].mean()) / pooled
tails = json.loads(r('''
t <- expand.grid(t = c(0.001, 0.5, 1, 1.5, 2, 5, 10, 30), df = c(1, 2, 3, 7.3, 29, 30, 31.5, 100, 2238, 499998, 1e9))
x <- expand.grid(x = c(0.01, 0.1, 0.5, 1, 1.5, 3, 8), df = c(1, 2, 3, 10, 35, 100)); x$x <- x$x * x$df
z <- c(0.1, 0.5, 1, 2, 5, 10, 20, 35)
row <- function(...) paste0("[", paste(sprintf("%.17g", c(...)), collapse = ","), "]")
all <- function(m) paste0("[", paste(apply(m, 1, row), collapse = ","), "]")
cat('{"student":', all(cbind(t$t, t$df, 2 * pt(-t$t, t$df))), ',"chiSquare":', all(cbind(x$x, x$df, pchisq(x$x, x$df, lower.tail = FALSE))),
    ',"normal":', all(cbind(z, 2 * pnorm(-z))), "}")'''))
adjusted = r(f"p <- c({','.join(map(repr, p))}); cat(sprintf('%.17g', c(p.adjust(p, 'holm'), p.adjust(p, 'BH'))))").split()

packed = (ROOT.parent / "shared" / "data" / "marketing_data.csv.gz").read_bytes()
market = pd.read_csv(pathlib.Path(ROOT.parent / "shared" / "data" / "marketing_data.csv.gz"))
market.columns = [c.strip() for c in market.columns]
market["Income"] = market["Income"].str.replace("[$, ]", "", regex=True).astype(float)
numeric = ["Year_Birth", "Income", "Kidhome", "Recency", "MntWines", "MntMeatProducts", "NumStorePurchases", "NumWebVisitsMonth"]
education, marital = sorted(market.Education.unique()), sorted(market.Marital_Status.unique())
married = pd.crosstab(market.Education, market.Marital_Status).to_numpy()
split = [market.Income[market.Response == a].dropna() for a in (1, 0)]
split_test = stats.ttest_ind(*split, equal_var=False)
kruskal = stats.kruskal(*[market.MntWines[market.Education == e] for e in education])
spearman = stats.spearmanr(market.Income, market.MntWines, nan_policy="omit")
there = market[["Income", "MntWines"]].dropna()

# Three groups that overlap, to one decimal as people measure.
species = np.repeat([0, 1, 2], 50)
x = np.round(np.array([[5.0, 3.4, 1.5, 0.2], [5.9, 2.8, 4.3, 1.3], [6.6, 3.0, 5.5, 2.0]])[species] + rng.standard_normal((150, 4)) * [0.5, 0.35, 0.45, 0.3], 1)
target = x.copy()
target[rng.rand(150) < 0.2, 3] = np.nan
scored = (x[:, :3] - x[:, :3].mean(0)) / x[:, :3].std(0)
filled = KNNImputer(n_neighbors=5).fit_transform(np.column_stack([scored, target[:, 3]]))[:, 3]
# Neighbours as near as one another may be chosen by either: rows where the fifth and the sixth are tied are left out.
def tied(i):
    apart = np.sort(((scored - scored[i]) ** 2).sum(1)[~np.isnan(target[:, 3])])
    return apart[5] - apart[4] < 1e-9
judged = [i for i in range(150) if np.isnan(target[i, 3]) and not tied(i)]
everywhere = np.where(rng.rand(150, 4) < 0.1, np.nan, x)
middles, spreads = np.nanmean(everywhere, 0), np.nanstd(everywhere, 0)
scored = (everywhere - middles) / spreads
both = ~np.isnan(everywhere)
full = KNNImputer(n_neighbors=5).fit_transform(scored) * spreads + middles
def tied_among(i, q):
    shared = both & both[i]
    apart = np.where(shared, np.nan_to_num(scored) - np.nan_to_num(scored[i]), 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        squares = np.sort(((apart ** 2).sum(1) * 4 / shared.sum(1))[both[:, q] & (shared.sum(1) > 0)])
    return squares[5] - squares[4] < 1e-9
cells = [(i, q) for i in range(150) for q in range(4) if not both[i, q] and both[i].any() and not tied_among(i, q)]
trees = []
for depth in (1, 2, 3, 4):
    tree = DecisionTreeClassifier(max_depth=depth, min_samples_leaf=5, random_state=0).fit(x, species)
    trees.append({"depth": depth, "accuracy": tree.score(x, species)})

print(json.dumps({
    "made": {
        "source": f"pandas {pd.__version__} and scipy {scipy.__version__}, numpy {np.__version__} histogram with Freedman-Diaconis bins, at most 50, and percentile",
        "tolerance": "1e-12 relative, and 1e-9 where the peer works on values far from 0 (offset: its skewness and kurtosis lose 8 digits); exactly: 1e-14, "
        "mean, sd, skewness and kurtosis in rational numbers",
        "columns": {name: clean(values) for name, values in made.items()}, "described": {name: described(values) for name, values in made.items()},
        "fences": {name: fences(values) for name, values in made.items()},
        "exactly": {name: exact(values) for name, values in made.items()}, "pearson": pearson(frame), "spearman": clean(frame.corr("spearman")), "pairs": [int((frame[a].notna() & frame[b].notna()).sum()) for a in frame for b in frame],
        "pearsonP": stats.pearsonr(pair.normal, pair.gaps)[1], "spearmanP": stats.spearmanr(pair.normal, pair.gaps)[1],
        "kendall": list(stats.kendalltau(frame.counts, frame.normal, method="asymptotic")),
    },
    "categories": {
        "source": f"scipy {scipy.__version__}; the corrected V and eta squared by their formulas in numpy", "tolerance": "1e-12 relative",
        "a": codes["a"].tolist(), "b": codes["b"].tolist(),
        "chiSquare": list(stats.chi2_contingency(cross, correction=False)[:3]), "g": list(g[:3]),
        "cramer": float(stats.contingency.association(cross)), "corrected": corrected_v(cross), "etaSquared": eta_squared(frame.skewed, codes["a"]),
        "kruskal": list(stats.kruskal(*groups)), "welch": [welch.statistic, (u + v) ** 2 / (u * u / (len(groups[0]) - 1) + v * v / (len(groups[1]) - 1)), welch.pvalue],
        "cohen": d, "hedges": d * (1 - 3 / (4 * (len(groups[0]) + len(groups[1])) - 9)),
    },
    "counts": {
        "source": f"scipy {scipy.__version__}: fisher_exact, binomtest().proportion_ci('wilson'), chi2_contingency; R: p.adjust",
        "tolerance": "1e-12 relative; Fisher 1e-11: the peer goes by log-gammas",
        "fisher": [[*t, stats.fisher_exact([t[:2], t[2:]])[1], stats.fisher_exact([t[:2], t[2:]], "greater")[1]] for t in fisher],
        "wilson": [[*t, *stats.binomtest(*t).proportion_ci(0.95, "wilson")] for t in wilson],
        "shares": [[*t, *stats.chi2_contingency([[t[0], t[1] - t[0]], [t[2], t[3] - t[2]]], correction=False)[:2]] for t in shares],
        "p": p, "holm": [float(a) for a in adjusted[:len(p)]], "benjaminiHochberg": [float(a) for a in adjusted[len(p):]],
    },
    "tails": {"source": r("cat(R.version.string)") + ": pt, pchisq, pnorm", "tolerance": "1e-12 relative", **tails},
    "marketing": {
        "source": f"pandas {pd.__version__}, scipy {scipy.__version__} on marketing_data.csv.gz, sha256 {hashlib.sha256(packed).hexdigest()}, income without $ and commas",
        "tolerance": "1e-12 relative",
        "columns": numeric, "described": [described(market[c]) for c in numeric], "pearson": clean(market[numeric].corr()), "spearman": clean(market[numeric].corr("spearman")),
        "chiSquare": list(stats.chi2_contingency(married, correction=False)[:3]), "cramer": float(stats.contingency.association(married)), "corrected": corrected_v(married),
        "incomeByEducation": eta_squared(market.Income, market.Education), "winesByEducation": list(kruskal), "incomeByResponse": [split_test.statistic, split_test.pvalue],
        "incomeWines": [stats.pearsonr(there.Income, there.MntWines)[1], spearman.pvalue],
    },
    "neighbours": {
        "x": x.tolist(),
        "source": f"scikit-learn {sklearn.__version__}: KNNImputer(5) on the rows x, the last column with gaps, the others as z-scores; rows without a tie at the fifth neighbour; "
        "everywhere and cells: the same with gaps in all columns",
        "tolerance": "1e-12", "target": clean(target[:, 3]), "rows": judged, "filled": [float(filled[i]) for i in judged],
        "everywhere": clean(everywhere), "cells": [[i, q, float(full[i, q])] for i, q in cells],
    },
    "trees": {"source": f"scikit-learn {sklearn.__version__}: DecisionTreeClassifier(max_depth, min_samples_leaf=5) on x of neighbours and species", "tolerance": "exact", "species": species.tolist(), "trees": trees},
}, indent=1, default=float))
