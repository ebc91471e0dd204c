using Clientele.Customers;
using Clientele.Segments.Scoring;

namespace Clientele.Segments.Clusters;

/// <summary>Gives clusters names from what sets them apart, the broad group, and the numbers behind both.</summary>
/// <remarks>A cluster stands where its median customer stands among all customers, per measure. A cluster whose median customer
/// ordered once stands at the bottom in frequency, however many such customers there are.</remarks>
internal static class ClusterNaming
{
    private const double StandsOut = 0.85;

    /// <summary>One segment per cluster, names all different.</summary>
    /// <param name="facts">Clusters in canonical order.</param>
    /// <param name="members">Customers by the labels that <paramref name="facts"/> speak of.</param>
    /// <param name="measures">Recency, frequency and money.</param>
    /// <param name="customers">All columns.</param>
    /// <param name="features">Features that the clusters were made from.</param>
    public static Segment[] Segments(
        List<SegmentFacts> facts, Members members, RfmMeasures measures, CustomerTable customers, IReadOnlyList<string> features)
    {
        if (facts.Count == 1)
            return [new Segment("All customers", $"There is only one group: {facts[0].Medians(measures.HasMoney)}.", Groups.Occasional, facts[0].Count, facts[0].Money)];

        var shop = new Shop(measures, customers, features);
        var portraits = facts.ConvertAll(f => Portrait(f, members, shop));
        var names = UniqueNames.Of(portraits);
        var segments = new Segment[facts.Count];
        for (var i = 0; i < segments.Length; i++)
            segments[i] = new Segment(names[i], portraits[i].Why + ".", portraits[i].Group, facts[i].Count, facts[i].Money);
        return segments;
    }

    private static ClusterPortrait Portrait(SegmentFacts facts, Members members, Shop shop)
    {
        var once = facts.Orders <= 1;
        var recency = 1 - shop.Recency.Of(facts.Days);
        var frequency = shop.Frequency.Of(facts.Orders);
        var money = shop.HasMoney ? shop.Money.Of(facts.Spent) : (double?)null;
        var name = ClusterWords.Name(once, recency, frequency, money);
        var why = $"{Capital(facts.Medians(shop.HasMoney))}; {shop.Medians}";
        var marks = new List<ClusterMark>
        {
            new(shop.HasMoney ? $"about {Figures.Measure(facts.Spent)} spent" : "", money ?? 0),
            new($"about {Figures.Orders(facts.Orders)}", frequency),
            new($"about {Figures.Days(facts.Days)} ago", recency),
        };

        var loudest = StandsOut - 0.5;
        foreach (var other in shop.Others)
        {
            var words = other.Words;
            var median = members.Median(facts.Label, other.Values, shop.Scratch);
            var stands = other.Position.Of(median);
            marks.Add(new ClusterMark($"{words} about {Figures.Measure(median)}", stands));
            if (Math.Abs(stands - 0.5) < loudest) continue;
            loudest = Math.Abs(stands - 0.5);
            name = $"{ClusterWords.Name(once, recency, frequency, money)}, {(stands > 0.5 ? "high" : "low")} {words}";
            why = $"{Capital(facts.Medians(shop.HasMoney))}, {words} {Figures.Measure(median)}; {shop.Medians}, {words} {Figures.Measure(other.Position.Median)}";
        }

        marks.Add(new ClusterMark(Figures.Customers(facts.Count), 0));
        return new ClusterPortrait(name, Groups.Of(recency, once ? 0 : frequency, money ?? frequency), why, marks);
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>The whole that clusters stand against.</summary>
    private sealed class Shop
    {
        public Shop(RfmMeasures measures, CustomerTable customers, IReadOnlyList<string> features)
        {
            Recency = new Position(measures.Recency);
            Frequency = new Position(measures.Frequency);
            Money = new Position(measures.Spent);
            HasMoney = measures.HasMoney;
            Scratch = new double[measures.Count];
            var others = new List<Measure>();
            foreach (var feature in features)
            {
                if (feature is "recency" or "frequency" or "monetary") continue;
                others.Add(new Measure(feature.Replace('_', ' '), customers[feature].Numbers, new Position(customers[feature].Numbers)));
            }

            Others = others;
            Medians = $"the shop's median is {Figures.Days(Recency.Median)}, {Figures.Orders(Frequency.Median)}"
                + (HasMoney ? $", {Figures.Measure(Money.Median)}" : "");
        }

        public Position Recency { get; }

        public Position Frequency { get; }

        public Position Money { get; }

        public bool HasMoney { get; }

        /// <summary>Chosen features besides the three.</summary>
        public IReadOnlyList<Measure> Others { get; }

        public string Medians { get; }

        public double[] Scratch { get; }
    }

    /// <summary>A chosen feature besides the three.</summary>
    private sealed record Measure(string Words, double[] Values, Position Position);
}
