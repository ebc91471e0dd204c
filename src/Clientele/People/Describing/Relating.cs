using Clientele.Customers;
using Clientele.Numerics;
using Clientele.Numerics.Association;
using Clientele.People.Reading;

namespace Clientele.People.Describing;

/// <summary>Measures all pairs of columns: correlations of numbers, Cramér's V of categories, the correlation ratio of both.</summary>
internal static class Relating
{
    /// <summary>More pairs than a thousand columns have are not measured: nobody reads them, and they would fill gigabytes.</summary>
    public const long MostPairs = 500_000;

    private const int MostLevels = 1000;
    private const int MostShown = 12;
    private const double LeastShown = 0.1;

    public static IReadOnlyList<Relation> All(CustomerTable customers, CustomerColumn[] numbers, CodedColumn[] categories, RunContext context)
    {
        var fit = new FitContext { Threads = context.Threads, Cancellation = context.Cancellation };
        var relations = new List<Relation>();
        if (numbers.Length > 1)
        {
            double[][] values = [.. numbers.Select(c => c.Numbers)];
            var (pearson, spearman) = (Correlation.Pearson(values, fit), Correlation.Spearman(values, fit));
            for (var a = 0; a < numbers.Length; a++)
            {
                for (var b = a + 1; b < numbers.Length; b++) relations.Add(new(numbers[a].Name, numbers[b].Name, pearson[a, b], spearman[a, b], double.NaN, double.NaN, pearson.Pairs(a, b)));
            }
        }

        CodedColumn[] used = [.. categories.Where(c => c.Levels.Count <= MostLevels)];
        var mixed = new Relation[used.Length + numbers.Length][];
        EachColumn.Do(mixed.Length, context, q => mixed[q] = q < used.Length ? Of(used, q) : Of(numbers[q - used.Length], used));
        foreach (var row in mixed) relations.AddRange(row);
        var places = customers.Columns.Select((c, i) => (c.Name, i)).ToDictionary(c => c.Name, c => c.i, StringComparer.Ordinal);
        return [.. relations.Select(r => places[r.A] <= places[r.B] ? r : r with { A = r.B, B = r.A }).OrderBy(r => places[r.A]).ThenBy(r => places[r.B])];
    }

    /// <summary>What a person would want to hear first. Columns worked out from others are left out: they go with them by their making.</summary>
    public static IReadOnlyList<Relation> Strongest(IReadOnlyList<Relation> relations, PeopleData? people)
    {
        HashSet<string> made = people is null ? [] : [.. people.Of(ColumnPart.Derived)];
        bool Made(string name) => made.Contains(name);
        return [.. relations.Where(r => r.Strength >= LeastShown && !Made(r.A) && !Made(r.B)).OrderByDescending(r => r.Strength).ThenBy(r => r.A, StringComparer.Ordinal).ThenBy(r => r.B, StringComparer.Ordinal).Take(MostShown)];
    }

    private static Relation[] Of(CodedColumn[] categories, int q)
    {
        var (own, relations) = (categories[q], new List<Relation>());
        foreach (var other in categories.Skip(q + 1))
        {
            var v = CramersV.Of(own.Codes, other.Codes);
            relations.Add(new(own.Column.Name, other.Column.Name, double.NaN, double.NaN, v.Corrected, double.NaN, v.Count));
        }

        return [.. relations];
    }

    private static Relation[] Of(CustomerColumn number, CodedColumn[] categories)
    {
        var ratios = CorrelationRatio.Of(number.Numbers, [.. categories.Select(c => c.Codes)]);
        return [.. categories.Select((c, q) => new Relation(c.Column.Name, number.Name, double.NaN, double.NaN, double.NaN, ratios[q].Eta, ratios[q].Count))];
    }
}
