"""Where things lie. Everything made here stays in ignored folders; the peers' own scripts are called where they are."""
import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
SCRIPTS = SHARED / "bench"
ARTIFACTS = ROOT / "artifacts"
PEERS = ARTIFACTS / "bench-peers"
RESULTS = ROOT / "bench" / "results"
CLIENTELE = ROOT / "clientele"


def program():
    """What the script starts: a program of machine code, or assemblies for the installed runtime."""
    native = ARTIFACTS / "clientele" / "Clientele.Cli"
    return [native] if native.exists() else ["dotnet", f"{native}.dll"]


def plain(text, data):
    """A command as a reader can type it: no path of this machine."""
    for path, name in ((data, "DATA"), (PEERS, "PEERS"), (SHARED, "../shared"), (ROOT, ".")):
        text = text.replace(str(path), name)
    return text
