using Clientele.Tables;

namespace Clientele.People.Typing;

/// <summary>What a person said about single columns of one table: <c>--type</c>, <c>--order</c>, <c>--outcome</c>.</summary>
internal sealed class TypeRequests
{
    private readonly Dictionary<TableColumn, ColumnKind> _kinds = [];
    private readonly Dictionary<TableColumn, string[]> _orders = [];
    private readonly HashSet<TableColumn> _outcomes = [];
    private readonly List<(string Option, string Name)> _missed = [];

    /// <summary>Finds the columns named; a name that this table does not have is an error unless another table may have it.</summary>
    /// <param name="table">The table.</param>
    /// <param name="plan">Holds the requests.</param>
    /// <param name="others">Further tables are read.</param>
    public TypeRequests(Table table, PeoplePlan plan, bool others)
    {
        foreach (var text in plan.Types)
        {
            var (name, word) = Split("--type", text, "Say --type column=category.");
            var kind = TypeWords.Kind(word) ?? throw PeopleProblems.TypeWord(word);
            if (Find(table, name, "--type", others) is { } column && !_kinds.TryAdd(column, kind)) throw PeopleProblems.TypeTwice(column, "--type");
        }

        foreach (var text in plan.Orders)
        {
            var (name, list) = Split("--order", text, "Say --order \"Education=Basic<Graduation<PhD\".");
            var levels = list.Split('<', StringSplitOptions.TrimEntries);
            if (levels.Length < 2 || levels.Any(l => l.Length == 0) || levels.Distinct(StringComparer.OrdinalIgnoreCase).Count() < levels.Length)
                throw PeopleProblems.Option("--order", text, "It takes at least two different levels, the least first: --order \"Education=Basic<Graduation<PhD\".");
            if (Find(table, name, "--order", others) is { } column && !_orders.TryAdd(column, levels)) throw PeopleProblems.TypeTwice(column, "--order");
        }

        foreach (var name in plan.Outcomes)
        {
            if (Find(table, name, "--outcome", others) is { } column) _outcomes.Add(column);
        }
    }

    /// <summary>Names that this table does not have, with their options.</summary>
    public IReadOnlyList<(string Option, string Name)> Missed => _missed;

    public ColumnKind? Kind(TableColumn column) => _kinds.TryGetValue(column, out var kind) ? kind : _orders.ContainsKey(column) ? ColumnKind.Ordinal : null;

    public string[]? Order(TableColumn column) => _orders.GetValueOrDefault(column);

    public bool IsOutcome(TableColumn column) => _outcomes.Contains(column);

    private static (string Name, string After) Split(string option, string text, string takes)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        return at > 0 && at < text.Length - 1 ? (text[..at].Trim(), text[(at + 1)..].Trim()) : throw PeopleProblems.Option(option, text, takes);
    }

    private TableColumn? Find(Table table, string name, string option, bool others)
    {
        try
        {
            return table.Find(name, option);
        }
        catch (UserException problem) when (others && problem.Code == "table.unknown-column")
        {
            _missed.Add((option, name));
            return null;
        }
    }
}
