"""Runs whole processes in turns and keeps what each needed."""
import dataclasses, os, shlex, statistics, subprocess, sys, time


@dataclasses.dataclass
class Contender:
    """One way to do the work. `argv` may hold OUT: a fresh path per round. `check` reads OUT and returns facts to compare."""
    name: str
    argv: list
    env: dict = dataclasses.field(default_factory=dict)
    check: object = None
    seconds: list = dataclasses.field(default_factory=list)
    megabytes: list = dataclasses.field(default_factory=list)
    facts: dict = dataclasses.field(default_factory=dict)

    @property
    def median(self):
        return statistics.median(self.seconds)

    @property
    def peak(self):
        return max(self.megabytes)

    def command(self):
        return " ".join([f"{k}={shlex.quote(v)}" for k, v in self.env.items()] + [shlex.quote(str(a)) for a in self.argv])


def once(contender, out):
    """Wall seconds and peak resident MiB of one process, its waited-for children included."""
    argv = [str(a).replace("OUT", str(out)) for a in contender.argv]
    log = out.parent / "log.txt"
    with open(log, "wb") as sink:
        start = time.perf_counter()
        child = subprocess.Popen(argv, env={**os.environ, **contender.env}, stdin=subprocess.DEVNULL, stdout=sink, stderr=sink)
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f"{contender.name} ended with {child.returncode}:\n{log.read_text(errors='replace')[-2000:]}")
    return seconds, usage.ru_maxrss / 1024


def alternate(contenders, rounds, work):
    """A B C A B C …, after one turn each that is not counted (only its results are compared) unless there is a single round."""
    for number in range(0 if rounds > 1 else 1, rounds + 1):
        for contender in contenders:
            out = work / "out"
            seconds, megabytes = once(contender, out)
            if contender.check and not contender.facts:
                contender.facts = contender.check(out)
            remove(out)
            if number > 0:
                contender.seconds.append(seconds)
                contender.megabytes.append(megabytes)
            print(f"  {'warm-up' if number == 0 else f'round {number}'}: {contender.name} {seconds:.3f} s, {megabytes:.0f} MiB", flush=True)


def remove(path):
    if path.is_dir():
        for child in path.iterdir():
            child.unlink()
        path.rmdir()
    elif path.exists():
        path.unlink()
