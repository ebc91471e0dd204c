using Clientele.Segments.Scoring;

namespace Clientele.Segments;

/// <summary>What every segment is described by.</summary>
/// <param name="Label">Index before the canonical order.</param>
/// <param name="Count">Customers.</param>
/// <param name="Money">Exact money.</param>
/// <param name="First">Index of its first customer in the table.</param>
/// <param name="Days">Median days since the last order.</param>
/// <param name="Orders">Median orders.</param>
/// <param name="Spent">Median money.</param>
internal sealed record SegmentFacts(int Label, int Count, Money Money, int First, double Days, double Orders, double Spent)
{
    /// <summary>"median 2 days since the last order, 11 orders, 4,300 spent".</summary>
    public string Medians(bool hasMoney)
    {
        var lead = $"median {Figures.Days(Days)} since the last order, {Figures.Orders(Orders)}";
        return hasMoney ? $"{lead}, {Figures.Measure(Spent)} spent" : lead;
    }

    /// <summary>Facts of every label that has customers, in canonical order: largest total money first, then most customers, then by first customer.</summary>
    public static List<SegmentFacts> Of(int[] labels, int groups, RfmMeasures measures)
    {
        var members = new Members(labels, groups);
        var scratch = new double[labels.Length];
        var facts = new List<SegmentFacts>(groups);
        for (var g = 0; g < groups; g++)
        {
            if (members[g].IsEmpty) continue;
            facts.Add(new SegmentFacts(
                g, members[g].Length, members.Total(g, measures.Monetary), members[g][0],
                members.Median(g, measures.Recency, scratch), members.Median(g, measures.Frequency, scratch), members.Median(g, measures.Spent, scratch)));
        }

        facts.Sort(static (a, b) =>
        {
            var order = b.Money.CompareTo(a.Money);
            if (order == 0) order = b.Count.CompareTo(a.Count);
            return order == 0 ? a.First.CompareTo(b.First) : order;
        });
        return facts;
    }

    /// <summary>Labels in the canonical order of <paramref name="facts"/>.</summary>
    public static int[] Relabel(int[] labels, int groups, List<SegmentFacts> facts)
    {
        var canonical = new int[groups];
        for (var i = 0; i < facts.Count; i++) canonical[facts[i].Label] = i;
        var relabelled = new int[labels.Length];
        for (var i = 0; i < labels.Length; i++) relabelled[i] = canonical[labels[i]];
        return relabelled;
    }
}
