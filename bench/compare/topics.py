"""What is compared, and what the project promises about it."""
import dataclasses
import data as files
import peers
import tables
from measure import Contender
from places import CLIENTELE, program


@dataclasses.dataclass
class Topic:
    """`promises`: (sentence, measured value as text, holds) from the contenders by name, once they were measured."""
    title: str
    rounds: int
    inputs: list
    contenders: list
    promises: object = lambda by: []


def times(by, peer, factor):
    ratio = by[peer].median / by["clientele"].median
    return (f"at least {factor}× faster than {peer}", f"{ratio:.1f}×", ratio >= factor)


def below(name, by, megabytes):
    return (f"{name}: peak memory at most {megabytes:,} MB", f"{by[name].peak * 1.048576:.0f} MB", by[name].peak * 1.048576 <= megabytes)


def small(data):
    file = files.retail(data)
    contenders = [peers.clientele(file, "--method", "rfm"), peers.duckdb(file), peers.polars(file), peers.pandas(file, "features"), peers.count_lines(file)]
    def promises(by):
        fastest = min(("DuckDB", "Polars", "pandas"), key=lambda name: by[name].median)
        sentence, value, holds = times(by, fastest, 5)
        return [(sentence + ", the fastest peer", value, holds)]
    return Topic("541,909 lines (48 MB): read, clean, RFM, map", 7, [file], contenders, promises)


def kmeans(data):
    file = files.retail(data)
    ours = peers.clientele(file, "--method", "kmeans", "-k", "2..10", "--starts", "10")
    return Topic("541,909 lines: read, clean, RFM, K-Means k = 2…10 with 10 starts each, exact silhouettes", 5, [file],
                 [ours, peers.pandas(file, "all")], lambda by: [times(by, "pandas + scikit-learn", 20)])


def medium(data):
    file = files.scaled(data, 10)
    contenders = [peers.clientele(file, "--method", "rfm"), peers.duckdb(file), peers.polars(file), peers.count_lines(file)]
    def promises(by):
        floor = by["clientele"].median / by["wc -l"].median
        return [times(by, "DuckDB", 6), times(by, "Polars", 10), below("clientele", by, 300),
                ("within 12× of wc -l", f"{floor:.1f}×", floor <= 12)]
    return Topic("5,419,090 lines (487 MB): read, clean, RFM, map", 3, [file], contenders, promises)


def large(data):
    file, tenth = files.scaled(data, 100), files.scaled(data, 10)
    on_tenth = dataclasses.replace(peers.clientele(tenth, "--method", "rfm"), name="clientele on a tenth", check=None)
    contenders = [peers.clientele(file, "--method", "rfm"), on_tenth, peers.duckdb(file), peers.count_lines(file)]
    def promises(by):
        growth = by["clientele"].median / by["clientele on a tenth"].median / 10
        return [times(by, "DuckDB", 6), below("clientele", by, 2000),
                ("time per line at most 1.15× that of a tenth of the lines", f"{growth:.2f}×", growth <= 1.15)]
    return Topic("54,190,900 lines (4.9 GB): read, clean, RFM, map", 1, [tenth, file], contenders, promises)


def xlsx(data):
    peer = peers.pandas_excel
    peers.need_python(["pandas", "openpyxl"], ["python3-pandas", "python3-openpyxl"])
    whole, half, text = files.workbook(data), files.workbook(data, 0.5), files.retail(data)
    on_half = dataclasses.replace(peers.clientele(half, "--method", "rfm"), name="clientele on half", check=None)
    on_text = dataclasses.replace(peers.clientele(text, "--method", "rfm"), name="clientele on the same lines as CSV")
    def promises(by):
        growth = by["clientele"].peak / by["clientele on half"].peak
        return [times(by, "pandas + openpyxl, reading alone", 25),
                ("memory flat: at most 1.25× that of half the lines", f"{growth:.2f}×", growth <= 1.25)]
    return Topic("541,909 lines as .xlsx: read, clean, RFM, map", 1, [whole, half, text],
                 [peers.clientele(whole, "--method", "rfm"), on_half, on_text, peer(whole)], promises)


def shop(data):
    file, tenfold = files.retail(data), files.scaled(data, 10)
    def ours(file, name="clientele", *options):
        return Contender(name, [CLIENTELE, "report", file, *options, "--quiet", "--out", "OUT"])
    looks = ("--only", "products,baskets")
    contenders = [ours(file, "clientele", *looks), peers.pandas_reading(file), ours(file, "clientele, actions too"), ours(tenfold, "clientele, 5.4 M lines", *looks)]
    def promises(by):
        ratio = by["pandas, reading alone"].median / by["clientele"].median
        return [("exploration, products and baskets in less time than pandas needs to read the file", f"{ratio:.2f}×", ratio >= 1),
                below("clientele, 5.4 M lines", by, 1500)]
    return Topic("541,909 lines: read, clean, segment, explore, products, baskets of 1 % support, all files and the page", 5, [file, tenfold], contenders, promises)


def startup(data):
    file = files.made(data / "three_lines.csv", lambda path: path.write_text(
        "InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice,CustomerID\n"
        "1,A,1,2024-01-31,9.50,7\n2,B,2,2024-02-28,3.25,8\n3,A,3,2024-03-31,4.00,9\n"))
    contenders = [
        Contender("clientele --version", [CLIENTELE, "--version"]),
        Contender("the same without the script", [*program(), "--version"]),
        dataclasses.replace(peers.clientele(file, "--method", "rfm"), name="segment of three lines"),
    ]
    return Topic("Start-up", 21, [file], contenders)


TOPICS = {"startup": startup, "small": small, "kmeans": kmeans, "medium": medium, "xlsx": xlsx, "shop": shop, "large": large, **tables.TOPICS}
