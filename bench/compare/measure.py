"""Runs whole processes in turns and keeps what each needed."""
import dataclasses, os, pathlib, shlex, statistics, subprocess, sys


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
    command = [sys.executable, "-I", "-S", pathlib.Path(__file__).with_name("one.py"), log, *argv]
    said = subprocess.run(command, env={**os.environ, **contender.env}, stdout=subprocess.PIPE, text=True, check=True).stdout.split()
    if said[2] != "0":
        sys.exit(f"{contender.name} ended with {said[2]}:\n{log.read_text(errors='replace')[-2000:]}")
    return float(said[0]), int(said[1]) / 1024


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
