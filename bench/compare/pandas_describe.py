"""The peer of bench/Clientele.Bench/Numerics/DescribeRun.cs: the same work with pandas, the same output.
usage: pandas_describe.py describe FILE COLUMNS REPEATS OUT | make FILE ROWS COLUMNS"""
import json, sys, time
import numpy
import pandas


def make(file, rows, columns):
    """Columns as customer tables have them, one after the other: amounts to the cent, counts, flags, ages, scores; every fifth with 3 % gaps."""
    chance, n = numpy.random.default_rng(4), int(rows)
    shared = chance.standard_normal(n)
    with open(file, "wb") as out:
        for q in range(int(columns)):
            own = 0.6 * shared + chance.standard_normal(n)
            column = [lambda: numpy.round(numpy.exp(4 + own), 2), lambda: numpy.floor(numpy.exp(1 + own)), lambda: (own > 1).astype(float),
                      lambda: numpy.clip(numpy.round(45 + 15 * own), 18, 99), lambda: own][q % 5]()
            if q % 5 == 4:
                column[chance.random(n) < 0.03] = numpy.nan
            column.astype("<f8").tofile(out)


def describe(file, columns, repeats, out):
    frame = pandas.DataFrame(numpy.fromfile(file, "<f8").reshape(int(columns), -1).T)

    def described():
        table = frame.describe()
        return numpy.vstack([table.to_numpy(), frame.skew().to_numpy(), frame.kurt().to_numpy()]).T
    # In the order of DescribeRun: count, mean, sd, min, quartiles, max, skewness, kurtosis.
    steps = {"describe": described, "pearson": lambda: frame.corr().to_numpy(), "spearman": lambda: frame.corr("spearman").to_numpy()}
    said = {}
    for name, work in steps.items():
        wall, cpu = [], []
        for _ in range(int(repeats)):
            start, before = time.perf_counter(), time.process_time()
            found = work()
            wall.append(time.perf_counter() - start)
            cpu.append(time.process_time() - before)
        said[name] = {"seconds": wall, "cpu": cpu, "found": numpy.nan_to_num(found, nan=-9).ravel().tolist()}
    with open(out, "w", encoding="utf-8") as file:
        json.dump(said, file)


{"make": make, "describe": describe}[sys.argv[1]](*sys.argv[2:])
