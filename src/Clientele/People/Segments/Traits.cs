using Clientele.People.Reading;

namespace Clientele.People.Segments;

/// <summary>The columns of a customer table, by name and not by place, so that the order of columns in a file changes nothing.</summary>
internal sealed class Traits
{
    private readonly Dictionary<string, Trait> _byName;

    private Traits(string[] ids, IReadOnlyList<Trait> all)
    {
        (Ids, All) = (ids, all);
        _byName = all.ToDictionary(t => t.Name, StringComparer.Ordinal);
        Spend = [.. all.Where(t => t.Part == ColumnPart.Spend && t.IsNumber)];
        Channels = [.. all.Where(t => t.Part == ColumnPart.Channel && t.IsNumber)];
        Deals = [.. all.Where(t => t.Part == ColumnPart.Deals && t.IsNumber)];
        Answers = [.. all.Where(t => t.Part == ColumnPart.Outcome && t.IsFlag)];
    }

    /// <summary>Customer ids, ascending.</summary>
    public string[] Ids { get; }

    public int Count => Ids.Length;

    /// <summary>By name, ordinal.</summary>
    public IReadOnlyList<Trait> All { get; }

    /// <summary>Money per kind of goods.</summary>
    public IReadOnlyList<Trait> Spend { get; }

    /// <summary>Purchases per channel.</summary>
    public IReadOnlyList<Trait> Channels { get; }

    /// <summary>Purchases at a discount.</summary>
    public IReadOnlyList<Trait> Deals { get; }

    /// <summary>Answers to campaigns and other outcomes of yes and no.</summary>
    public IReadOnlyList<Trait> Answers { get; }

    public static Traits Of(PeopleData data, RunContext context)
    {
        var (traits, parts) = (new Trait[data.Customers.Columns.Count], new CompletedParts(data));
        EachColumn.Do(traits.Length, context, i => traits[i] = parts.Of(Trait.Of(data.Customers.Columns[i], data.Notes[i])));
        return new(data.Customers.Ids, [.. traits.OrderBy(t => t.Name, StringComparer.Ordinal)]);
    }

    /// <summary>The same with every column changed.</summary>
    public Traits With(Func<Trait, Trait> change) => new(Ids, [.. All.Select(change)]);

    /// <summary>The column as typed: its name, case and blanks aside; null when there is none.</summary>
    public Trait? Find(string name) =>
        _byName.TryGetValue(name, out var trait) ? trait : All.FirstOrDefault(t => string.Equals(t.Name.Trim(), name.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>What customers spent in all [customers]; null when no column tells.</summary>
    public double[]? Money()
    {
        if (Spend.Count == 0) return null;
        var money = new double[Count];
        foreach (var column in Spend)
        {
            for (var i = 0; i < money.Length; i++) money[i] += double.IsNaN(column.Numbers[i]) ? 0 : column.Numbers[i];
        }

        return money;
    }
}
