"""Writes one Markdown page per topic."""
import datetime, os, platform, subprocess
from places import PEERS, RESULTS, ROOT, plain
import peers

LOAD = os.getloadavg()[0]


def write(name, topic, rounds, data, disagreements):
    date = datetime.date.today().isoformat()
    by = {c.name: c for c in topic.contenders}
    promises = topic.promises(by)
    ours = topic.contenders[0]
    lines = [f"# {topic.title}", "",
             f"{date}, {rounds} {'rounds' if rounds > 1 else 'round'}, whole processes in turns, page cache warm, medians. Compare only within this page.", "",
             "| | seconds | fastest – slowest | relative | peak memory |", "| --- | ---: | ---: | ---: | ---: |"]
    for c in topic.contenders:
        lines.append(f"| {c.name} | {c.median:.3f} | {min(c.seconds):.3f} – {max(c.seconds):.3f} | {c.median / ours.median:.2f}× | {c.peak * 1.048576:,.0f} MB |")
    if promises:
        lines += ["", "| promise | measured | |", "| --- | ---: | --- |"]
        lines += [f"| {sentence} | {value} | {'holds' if holds else '**does not hold**'} |" for sentence, value, holds in promises]
    found = [c.facts for c in topic.contenders if c.facts]
    if len(found) > 1:
        lines += ["", "The results do not agree:" if disagreements else "The results agree:", ""]
        lines += [f"* {d}" for d in disagreements] or [f"* {key}: {value:,}" for key, value in found[0].items()]
    lines += ["", "Commands (`bench/compare/run " + name + "`; OUT is a fresh path each time):", "", "```sh"]
    lines += [plain(c.command(), data) for c in topic.contenders] + ["```", "", "Machine and versions:", ""]
    lines += [f"* {fact}" for fact in machine() + versions(topic)]
    RESULTS.mkdir(parents=True, exist_ok=True)
    path = RESULTS / f"{date}-{name}.md"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines[:9 + len(topic.contenders) + len(promises)]))
    print(f"\nwritten to {path.relative_to(ROOT)}")
    return not disagreements and all(holds for _, _, holds in promises)


def machine():
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        model = next((line.split(":", 1)[1].strip() for line in file if line.startswith("model name")), platform.machine())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return [f"{model}, {len(os.sched_getaffinity(0))} cores, {memory:.0f} GiB, load before the run {LOAD:.1f}", f"Linux {platform.release()}"]


def versions(topic):
    names = " ".join(c.name for c in topic.contenders)
    commit = said("git", "-C", ROOT, "rev-parse", "--short", "HEAD")
    changed = " with changes" if said("git", "-C", ROOT, "status", "--porcelain", "-uno") else ""
    found = [f"Clientele {commit}{changed}, .NET SDK {said('dotnet', '--version')}"]
    if "DuckDB" in names or "Polars" in names:
        found.append(f"Node {said('node', '--version')}, " + ", ".join(f"{p} {v}" for p, v in peers.NPM.items()))
    if "pandas" in names:
        modules = ["pandas"] + (["sklearn"] if "scikit" in names else []) + (["openpyxl"] if "openpyxl" in names else [])
        text = "import platform, " + ", ".join(modules) + "; print(platform.python_version(), " + ", ".join(m + ".__version__" for m in modules) + ")"
        found.append("Python, " + ", ".join(modules) + ": " + said(peers.PYTHON, "-c", text))
    if "scikit-learn" in names and "pandas" not in names:
        found.append("Python, sklearn: " + said(peers.PYTHON, "-c", "import platform, sklearn; print(platform.python_version(), sklearn.__version__)"))
    if "fastcluster" in names:
        found.append("R, fastcluster: " + said("Rscript", "-e", "cat(paste(R.version$major, R.version$minor, sep = '.'), format(packageVersion('fastcluster')))"))
    return found


def said(*argv):
    return subprocess.run([str(a) for a in argv], capture_output=True, text=True, check=False).stdout.strip()
