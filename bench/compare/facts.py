"""What a contender found, read from its output. Times are compared only when these agree."""
import csv, decimal, json, math


def of_clientele(out):
    with open(out / "run.json", encoding="utf-8") as file:
        run = json.load(file, parse_float=decimal.Decimal)
    return {"customers": run["customers"], "orders": run["orders"], "money": float(run["money"]["kept"])}


def of_table(out):
    """customer, …, frequency, monetary as the peers' scripts write them."""
    with open(out, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {
        "customers": len(rows),
        "orders": sum(int(float(r["frequency"])) for r in rows),
        "money": math.fsum(float(r["monetary"]) for r in rows),
    }


def disagreements(contenders):
    """Sentences; empty when all agree. Peers add doubles, so money may differ by 10^-9 of itself."""
    known = [c for c in contenders if c.facts]
    found = []
    for other in known[1:]:
        for key in known[0].facts.keys() & other.facts.keys():
            ours, theirs = known[0].facts[key], other.facts[key]
            if not math.isclose(ours, theirs, rel_tol=1e-9):
                found.append(f"{key}: {known[0].name} {ours}, {other.name} {theirs}")
    return found
