using System.Text;
using Clientele.People;
using Clientele.People.Cleaning;

namespace Clientele.Tests.People;

/// <summary>Customer tables written for one test.</summary>
internal sealed class Written : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("clientele-people-").FullName;

    public string File(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        System.IO.File.WriteAllText(path, text, new UTF8Encoding(false));
        return path;
    }

    public PeopleData Read(string text, Func<PeoplePlan, PeoplePlan>? change = null, int threads = 0)
    {
        var plan = new PeoplePlan { Input = File("customers.csv", text), Derive = [PeoplePlan.NoDerived] };
        return PeopleReader.Read(change?.Invoke(plan) ?? plan, new RunContext { Threads = threads });
    }

    public static PeoplePlan Clean(PeoplePlan plan, string rule, string how) =>
        plan with { Cleaning = new Dictionary<string, IReadOnlyDictionary<string, double>>(plan.Cleaning) { [rule] = TableRules.Settings(rule, how) } };

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
