using Clientele.Clusters;
using Clientele.People.Segments.Grouping;

namespace Clientele.People.Segments.Profiling;

/// <summary>How much of what a segment buys falls on one kind of goods, one channel, or on deals.</summary>
/// <param name="Family"><c>goods</c>, <c>channels</c> or <c>deals</c>.</param>
/// <param name="Column">The kind, channel or deals column.</param>
/// <param name="Segment">From 0.</param>
/// <param name="Total">Sum over the customers of the segment.</param>
/// <param name="Share">Of the family's sum in the segment; deals: of the purchases in all channels. NaN when these are 0.</param>
/// <param name="Overall">The same among all customers.</param>
/// <param name="Lift">Share / overall.</param>
/// <param name="Mean">Per customer of the segment whose value is known.</param>
public sealed record Pattern(string Family, string Column, int Segment, double Total, double Share, double Overall, double Lift, double Mean)
{
    private const double Much = 1.25;
    private const double Little = 0.75;
    private const double Points = 0.02;

    // Said by the family already.
    private static readonly string[] s_endings = [" purchases", " orders", " products", " prods", " bestellungen", " achats", " compras", " acquisti", " bestellingen"];

    /// <summary>The column as people say it: <c>NumWebPurchases</c> is web, <c>MntMeatProducts</c> is meat.</summary>
    public string Label
    {
        get
        {
            var label = ColumnWords.Of(Column);
            return Array.Find(s_endings, e => label.EndsWith(e, StringComparison.Ordinal)) is { } ending && label.Length > ending.Length ? label[..^ending.Length] : label;
        }
    }

    /// <summary>The share lies a quarter or more from that of all customers, and two points of a hundred at least.</summary>
    public bool StandsOut => (Lift >= Much || Lift <= Little) && Math.Abs(Share - Overall) >= Points;
}

/// <summary>Purchase patterns by segment.</summary>
internal static class Patterns
{
    public static IReadOnlyList<Pattern> Of(Traits traits, Members members, RunContext context)
    {
        Trait[] all = [.. traits.Spend, .. traits.Channels, .. traits.Deals];
        var (patterns, found) = (new List<Pattern>(), new SumsOfColumn[all.Length]);
        FeatureSpace.Each(all.Length, context, t => found[t] = Sums(all[t], members));
        var (goods, channels, deals) = (found[..traits.Spend.Count], found[traits.Spend.Count..^traits.Deals.Count], found[^traits.Deals.Count..]);
        Add(patterns, "goods", goods, goods, members.K);
        Add(patterns, "channels", channels, channels, members.K);
        if (traits.Channels.Count > 0) Add(patterns, "deals", deals, channels, members.K);
        return patterns;
    }

    private static void Add(List<Pattern> patterns, string family, SumsOfColumn[] columns, SumsOfColumn[] whole, int k)
    {
        var wholes = new CarriedSum[k + 1];
        foreach (var (_, sums, _) in whole)
        {
            for (var c = 0; c < sums.Length; c++) wholes[c].Add(sums[c]);
        }

        foreach (var (column, sums, counts) in columns)
        {
            var overall = Ratio(sums[^1], wholes[^1].Value);
            for (var c = 0; c < k; c++)
            {
                var share = Ratio(sums[c], wholes[c].Value);
                patterns.Add(new(family, column, c, sums[c], share, overall, Ratio(share, overall), Ratio(sums[c], counts[c])));
            }
        }
    }

    // By segment, and of all in the last place.
    private static SumsOfColumn Sums(Trait column, Members members)
    {
        var (sums, counts) = (new CarriedSum[members.K + 1], new long[members.K + 1]);
        for (var i = 0; i < column.Numbers.Length; i++)
        {
            if (double.IsNaN(column.Numbers[i])) continue;
            sums[members.Labels[i]].Add(column.Numbers[i]);
            sums[^1].Add(column.Numbers[i]);
            counts[members.Labels[i]]++;
            counts[^1]++;
        }

        return new(column.Name, [.. sums.Select(s => s.Value)], counts);
    }

    private sealed record SumsOfColumn(string Column, double[] Sums, long[] Counts);

    private static double Ratio(double part, double whole) => whole == 0 || double.IsNaN(whole) ? double.NaN : part / whole;
}
