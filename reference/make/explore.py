"""Figures of an exploration of online_retail.csv, by pandas. Usage: explore.py online_retail.csv > reference/explore.json"""
import hashlib
import json
import platform
import sys

import numpy as np
import pandas as pd

path = sys.argv[1]
raw = pd.read_csv(path, dtype={"InvoiceNo": str, "StockCode": str, "CustomerID": str}, keep_default_na=False)
unique = raw.drop_duplicates()
known = unique[unique.CustomerID != ""].copy()
known["money"] = known.Quantity * known.UnitPrice
known["time"] = pd.to_datetime(known.InvoiceDate)
cancelled = known.InvoiceNo.str.startswith("C")
back = known[cancelled | (known.money < 0)]
sold = known[~cancelled & (known.Quantity > 0) & (known.UnitPrice > 0)].copy()

orders = sold.groupby(["CustomerID", "InvoiceNo"]).agg(time=("time", "min"), money=("money", "sum"), units=("Quantity", "sum"), lines=("money", "size")).reset_index()
orders["month"] = orders.time.dt.to_period("M")
first = orders.groupby("CustomerID").time.min().dt.to_period("M")
orders["first"] = orders.CustomerID.map(first)
orders["age"] = (orders.month - orders["first"]).map(lambda x: x.n)
months = orders.groupby("month").agg(orders=("money", "size"), customers=("CustomerID", "nunique"), money=("money", "sum"))
cohorts = orders.groupby(["first", "age"]).agg(active=("CustomerID", "nunique"), money=("money", "sum"))
gaps = orders.sort_values(["CustomerID", "time"]).groupby("CustomerID").time.diff().dropna().dt.total_seconds() / 86400


def gini(values):
    x = np.sort(values)
    n = len(x)
    return float(((2 * np.arange(1, n + 1) - n - 1) * x).sum() / (n * x.sum()))


def fewest(values, share):
    x = np.sort(values)[::-1]
    return int(np.searchsorted(np.round(x.cumsum(), 6), round(x.sum() * share, 6)) + 1)


spent = orders.groupby("CustomerID").money.sum()
products = sold.groupby("StockCode").money.sum()
days = orders.set_index("time").money.resample("D").sum()
trend = days.rolling(7, center=True).mean()
place = (days - trend).groupby(np.arange(len(days)) % 7).mean()
season = place - place.mean()


def period(a, b):
    own = orders[(orders.month >= a) & (orders.month <= b)]
    return [own.CustomerID.nunique(), len(own), int(own.units.sum()), round(own.money.sum(), 3)]


print(json.dumps({
    "source": "Online Retail [CSG12], cleaned by the standard rules: equal lines once, known customers, no cancellation, quantity and price above 0",
    "command": "python3 reference/make/explore.py online_retail.csv > reference/explore.json",
    "tool": f"pandas {pd.__version__}, numpy {np.__version__}, Python {platform.python_version()}",
    "data_sha256": hashlib.sha256(open(path, "rb").read()).hexdigest(),
    "tolerance": "counts exact; money 0.01 and other numbers 1e-6, because pandas adds doubles",
    "months": {str(m): [int(r.orders), int(r.customers), round(r.money, 3)] for m, r in months.iterrows()},
    "cohorts": {f"{c}+{a}": [int(r.active), round(r.money, 3)] for (c, a), r in cohorts.iterrows()},
    "hours": {f"{d + 1}-{h}": int(n) for (d, h), n in orders.groupby([orders.time.dt.weekday, orders.time.dt.hour]).size().items()},
    "gap_quartiles": [float(gaps.quantile(q)) for q in (0.25, 0.5, 0.75)],
    "basket_quartiles": [float(orders.money.quantile(q)) for q in (0.25, 0.5, 0.75)],
    "orders_once": int((orders.groupby("CustomerID").size() == 1).sum()),
    "customers": {"gini": gini(spent), "for": [fewest(spent, s) for s in (0.5, 0.8, 0.9, 0.95)]},
    "products": {"gini": gini(products), "for": [fewest(products, s) for s in (0.5, 0.8, 0.9, 0.95)]},
    "countries": {c: [int(g.CustomerID.nunique()), int(len(g)), round(g.money.sum(), 3)] for c, g in sold.groupby("Country")},
    "returned": [int(len(back)), round(-back.money.sum(), 3)],
    "season": [float(s) for s in season],
    "change": {"2011-06..2011-08": period("2011-06", "2011-08"), "2011-09..2011-11": period("2011-09", "2011-11")},
}, indent=1))
