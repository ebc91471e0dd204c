"""Installs the peers and says how to call them."""
import json, os, shutil, subprocess, sys
from measure import Contender
from places import CLIENTELE, PEERS, SCRIPTS
import facts

PYTHON = "/usr/bin/python3"
NPM = {"@duckdb/node-api": "1.5.6-r.1", "nodejs-polars": "0.26.1"}
POLARS_BINARY = {"x86_64": "nodejs-polars-linux-x64-gnu", "aarch64": "nodejs-polars-linux-arm64-gnu"}


def need(command, package):
    """A command, from a Debian package where we may install one."""
    if shutil.which(command):
        return
    apt(package)
    if not shutil.which(command):
        sys.exit(f"{command} is missing: install the package {package}")


def need_python(modules, packages):
    test = [PYTHON, "-c", f"import {', '.join(modules)}"]
    if os.path.exists(PYTHON) and subprocess.run(test, stderr=subprocess.DEVNULL).returncode == 0:
        return
    apt(*packages)
    if not os.path.exists(PYTHON) or subprocess.run(test).returncode != 0:
        sys.exit(f"install the packages {' '.join(packages)}")


def apt(*packages):
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        sys.exit(f"install the packages: {' '.join(packages)}")
    subprocess.run(["apt-get", "update", "-qq"], check=True)
    subprocess.run(["apt-get", "install", "-y", "-qq", *packages], check=True, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"})


def node_script(name):
    """The peer's script, linked into the folder of its packages: Node looks for packages beside the path it is given."""
    need("node", "nodejs")
    need("npm", "npm")
    wanted = dict(NPM)
    if (binary := POLARS_BINARY.get(os.uname().machine)):
        wanted[binary] = NPM["nodejs-polars"]
    PEERS.mkdir(parents=True, exist_ok=True)
    package = json.dumps({"private": True, "dependencies": wanted}, indent=2)
    if not (PEERS / "installed").exists() or (PEERS / "installed").read_text() != package:
        (PEERS / "package.json").write_text(package)
        subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--loglevel=error"], cwd=PEERS, check=True)
        (PEERS / "installed").write_text(package)
    link = PEERS / name
    link.unlink(missing_ok=True)
    link.symlink_to(SCRIPTS / name)
    return ["node", "--preserve-symlinks", "--preserve-symlinks-main", link]


def clientele(file, *options):
    return Contender("clientele", [CLIENTELE, "segment", file, *options, "--quiet", "--out", "OUT"], check=facts.of_clientele)


def duckdb(file):
    env = {"TS": "InvoiceDate::timestamp", "ENC": "utf-8"}
    return Contender("DuckDB", [*node_script("duckdb_features.mjs"), file, "OUT"], env, facts.of_table)


def polars(file):
    return Contender("Polars", [*node_script("polars_features.cjs"), file, "OUT"], {"FMT": "%Y-%m-%d %H:%M:%S"}, facts.of_table)


def pandas(file, mode):
    modules, packages = ["pandas"], ["python3-pandas"]
    if mode == "all":
        modules, packages = ["pandas", "sklearn"], ["python3-pandas", "python3-sklearn", "libopenblas0-pthread"]
    need_python(modules, packages)
    name = "pandas + scikit-learn" if mode == "all" else "pandas"
    return Contender(name, [PYTHON, SCRIPTS / "pandas_sklearn.py", file, mode, "OUT"], check=facts.of_table)


def pandas_excel(file):
    """Reading alone: cleaning and features are given to it for nothing."""
    need_python(["pandas", "openpyxl"], ["python3-pandas", "python3-openpyxl"])
    return Contender("pandas + openpyxl, reading alone", [PYTHON, "-c", "import pandas, sys; pandas.read_excel(sys.argv[1])", file])


def pandas_reading(file):
    """Reading alone, dates understood: nothing is cleaned, counted or written."""
    need_python(["pandas"], ["python3-pandas"])
    return Contender("pandas, reading alone", [PYTHON, "-c", "import pandas, sys; pandas.read_csv(sys.argv[1], parse_dates=['InvoiceDate'])", file])


def count_lines(file):
    return Contender("wc -l", ["wc", "-l", file])
