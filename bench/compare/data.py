"""Makes the files to work on, once, in a folder outside git."""
import csv, gzip, hashlib, shutil, subprocess
from places import SCRIPTS, SHARED

RETAIL_SHA256 = "c35975c40d0e1e105090fbb11188a409393055f873841bd012915475fc84e69f"
LINES = 541_909


def retail(data):
    def make(path):
        with gzip.open(SHARED / "data" / "online_retail.csv.gz") as packed, open(path, "wb") as plain:
            shutil.copyfileobj(packed, plain, 1 << 20)
        if hashlib.sha256(path.read_bytes()).hexdigest() != RETAIL_SHA256:
            raise SystemExit("online_retail.csv.gz is not the file that the peers were measured on")
    return made(data / "online_retail.csv", make)


def scaled(data, times):
    def make(path):
        tool = data / "scale_up"
        subprocess.run(["cc", "-O2", "-w", SCRIPTS / "scale_up.c", "-o", tool], check=True)
        with open(path, "wb") as out:
            subprocess.run([tool, retail(data), str(times)], stdout=out, check=True)
    return made(data / f"online_retail_x{times}.csv", make)


def workbook(data, part=1):
    """The same lines as .xlsx with typed cells; with `part`, only that share of them."""
    def make(path):
        source = retail(data)
        if part < 1:
            source = data / "part.csv"
            with open(retail(data), encoding="utf-8", newline="") as all_lines, open(source, "w", encoding="utf-8", newline="") as few:
                rows, out = csv.reader(all_lines), csv.writer(few, lineterminator="\n")
                for _, row in zip(range(int(LINES * part) + 1), rows):
                    out.writerow(row)
        subprocess.run(["/usr/bin/python3", SCRIPTS / "make_xlsx.py", source, path], check=True)
        (data / "part.csv").unlink(missing_ok=True)
    return made(data / ("online_retail.xlsx" if part == 1 else f"online_retail_{part}.xlsx"), make)


def made(path, make):
    """The file at `path`; made beside it and moved, so that a broken-off run leaves no half file."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        print(f"making {path.name} ...", flush=True)
        half = path.with_name("half-" + path.name)
        make(half)
        half.rename(path)
    return path


def warm(path):
    """Into the page cache."""
    with open(path, "rb", buffering=0) as file:
        while file.read(1 << 22):
            pass
