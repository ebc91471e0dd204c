"""Customer tables: describe and segment half a million customers by 40 columns, against pandas with scikit-learn."""
import csv, subprocess
import data as files
import peers
from measure import Contender
from places import CLIENTELE, ROOT

ROWS = 500_000
HERE = ROOT / "bench" / "compare"


def table(data, rows=ROWS):
    """Numbers, counts, categories, flags, dates and campaign answers of made-up customers in four groups; the same for everybody."""
    return files.made(data / f"customers_{rows}.csv", lambda path: subprocess.run([peers.PYTHON, HERE / "tables_make.py", path, str(rows)], check=True))


def facts_of_clientele(out):
    with open(out / "segments.csv", encoding="utf-8", newline="") as file:
        return {"customers": sum(1 for _ in csv.reader(file)) - 1}


def facts_of_peer(out):
    with open(out, encoding="utf-8", newline="") as file:
        return {"customers": sum(1 for _ in csv.reader(file)) - 1}


def tables(data):
    from topics import Topic, times
    peers.need_python(["pandas", "sklearn"], ["python3-pandas", "python3-sklearn", "libopenblas0-pthread"])
    file = table(data)
    both = f'"{CLIENTELE}" describe "{file}" --quiet && "{CLIENTELE}" segment "{file}" -k 2..10 --quiet --out "$0"'
    contenders = [
        Contender("clientele", ["sh", "-c", both, "OUT"], check=facts_of_clientele),
        Contender("pandas + scikit-learn", [peers.PYTHON, HERE / "tables_sklearn.py", file, "OUT"], check=facts_of_peer),
    ]
    return Topic(f"{ROWS:,} customers × 40 columns: describe; impute, encode, scale, K-Means k = 2…10 with 10 starts each, silhouettes, profiles", 1, [file],
                 contenders, lambda by: [times(by, "pandas + scikit-learn", 10)])


TOPICS = {"tables": tables}
