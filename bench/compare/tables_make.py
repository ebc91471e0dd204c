"""Writes made-up customers: tables_make.py FILE ROWS. Needs numpy and pandas."""
import sys
import numpy, pandas

path, rows = sys.argv[1], int(sys.argv[2])
chance = numpy.random.default_rng(7)
group = chance.choice(4, rows, p=[0.4, 0.3, 0.2, 0.1])


def of_group(*means):
    return numpy.take(numpy.array(means, dtype=float), group)


columns = {"CustomerID": numpy.arange(10_000_000, 10_000_000 + rows)}
columns["Age"] = numpy.clip(chance.normal(of_group(28, 45, 60, 40), 8), 18, 95).round().astype(int)
columns["Income"] = numpy.where(chance.random(rows) < 0.02, numpy.nan, numpy.exp(chance.normal(of_group(10.1, 10.8, 10.5, 11.5), 0.3)).round(2))
for i in range(8):
    columns[f"MntGoods{i + 1}"] = numpy.exp(chance.normal(of_group(2, 4, 3, 6), 0.8)).round(2)
for name, means in {"Web": (6, 3, 1, 8), "Store": (2, 8, 6, 5), "Catalog": (0.5, 2, 5, 4)}.items():
    columns[f"Num{name}Purchases"] = chance.poisson(of_group(*means))
columns["NumDealsPurchases"] = chance.poisson(of_group(4, 2, 2, 1))
columns["Recency"] = chance.integers(0, 365, rows)
columns["Children"] = chance.binomial(3, of_group(0.1, 0.5, 0.1, 0.3))
for i in range(9):
    columns[f"Measure{i + 1}"] = numpy.where(chance.random(rows) < 0.01 * i, numpy.nan, chance.normal(of_group(*chance.normal(0, 1.5, 4)), 1).round(4))
for name, levels in {"Region": 12, "Segment_old": 5, "Payment": 4, "Device": 3, "Language": 8, "Store_home": 40}.items():
    columns[name] = numpy.array([f"{name} {level}" for level in range(levels)])[(group * 3 + chance.integers(0, levels, rows)) % levels]
columns["Education"] = numpy.array(["Basic", "Bachelor", "Master", "PhD"])[numpy.clip(chance.normal(of_group(0.5, 1.5, 1, 2.5), 0.8).round(), 0, 3).astype(int)]
columns["Enrolled"] = (numpy.datetime64("2020-01-01") + chance.integers(0, 1500, rows)).astype(str)
columns["Newsletter"] = numpy.where(chance.random(rows) < of_group(0.6, 0.3, 0.2, 0.7), "yes", "no")
for i in range(5):
    columns[f"AcceptedCmp{i + 1}"] = (chance.random(rows) < of_group(0.05, 0.08, 0.02, 0.3)).astype(int)
frame = pandas.DataFrame(columns)
assert frame.shape[1] == 40, frame.shape
frame.to_csv(path, index=False)
