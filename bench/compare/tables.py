"""Customer tables: describe and segment half a million customers by 40 columns, against pandas with scikit-learn."""
import csv, subprocess
import data as files
import peers
from measure import Contender
from places import CLIENTELE, ROOT

ROWS = 500_000
PEER = "pandas + scikit-learn"
HERE = ROOT / "bench" / "compare"


def table(data, rows=ROWS):
    """Numbers, counts, categories, flags, dates and campaign answers of made-up customers in four groups; the same for everybody."""
    return files.made(data / f"customers_{rows}.csv", lambda path: subprocess.run([peers.PYTHON, HERE / "tables_make.py", path, str(rows)], check=True))


def rows_of(path):
    with open(path, encoding="utf-8", newline="") as file:
        return sum(1 for _ in csv.reader(file)) - 1


def described(out):
    with open(out / "columns.csv", encoding="utf-8", newline="") as file:
        columns = {row["column"]: row for row in csv.DictReader(file)}
    with open(out / "relations.csv", encoding="utf-8", newline="") as file:
        rank = next(row["spearman"] for row in csv.DictReader(file) if {row["a"], row["b"]} == {"Age", "Income"})
    known = columns["Age"]
    return {"customers": int(known["count"]) + int(known["missing"]), "mean of Income": float(columns["Income"]["mean"]), "sd of Age": float(known["sd"]),
            "skewness of MntGoods1": float(columns["MntGoods1"]["skewness"]), "Spearman of Age and Income": float(rank)}


def peer_described(out):
    with open(out, encoding="utf-8", newline="") as file:
        return {name: float(value) for name, value in csv.reader(file)}


def contenders(data, rows, command, ours, theirs, *options):
    peers.need_python(["pandas", "sklearn", "scipy"], ["python3-pandas", "python3-sklearn", "python3-scipy", "libopenblas0-pthread"])
    file = table(data, rows)
    return file, [
        Contender("clientele", [CLIENTELE, command, file, *options, "--quiet", "--out", "OUT"], check=ours),
        Contender(PEER, [peers.PYTHON, HERE / "tables_sklearn.py", command, file, "OUT"], check=theirs),
    ]


def segment(data, rows=ROWS):
    from topics import Topic, times
    file, both = contenders(data, rows, "segment", lambda out: {"customers": rows_of(out / "segments.csv")}, lambda out: {"customers": rows_of(out)}, "-k", "2..10")
    return Topic(f"{rows:,} customers × 40 columns: gaps, scaling, K-Means k = 2…10 with 10 starts each, silhouettes, Ward beside it, rules, profiles", 1, [file],
                 both, lambda by: [times(by, PEER, 10)] if rows == ROWS else [])


def describe(data, rows=ROWS):
    from topics import Topic, times
    file, both = contenders(data, rows, "describe", described, peer_described)
    return Topic(f"{rows:,} customers × 40 columns: described column by column and pair by pair", 1, [file], both, lambda by: [times(by, PEER, 10)])


TOPICS = {"tables": segment, "tables-describe": describe, "tables-tenth": lambda data: segment(data, ROWS // 10)}
