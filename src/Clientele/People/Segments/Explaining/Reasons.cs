using Clientele.Clusters;
using Clientele.Numerics;
using Clientele.People.Segments.Grouping;
using Clientele.People.Segments.Profiling;

namespace Clientele.People.Segments.Explaining;

/// <summary>Explains single customers by their distances from the means of the segments.</summary>
/// <param name="space">What formed the segments.</param>
/// <param name="points">Where they were found.</param>
/// <param name="members">Customers of each segment.</param>
/// <param name="centres">What <see cref="Centres"/> says of them.</param>
internal sealed class Reasons(FeatureSpace space, Matrix points, Members members, double[] centres)
{
    /// <summary>Means of the segments in the space of the points [k × d].</summary>
    public static double[] Centres(Matrix points, Members members, RunContext context)
    {
        const int Together = 4;
        var (d, sums) = (points.Columns, new CarriedSum[members.K * points.Columns]);

        // A few columns to a thread: each of them meets the customers in their order.
        FeatureSpace.Each((d + Together - 1) / Together, context, part =>
        {
            var (first, own) = (part * Together, new CarriedSum[members.K * Together]);
            var width = Math.Min(d - first, Together);
            for (var i = 0; i < points.Rows; i++)
            {
                var row = points.Row(i).Slice(first, width);
                for (var q = 0; q < width; q++) own[(members.Labels[i] * Together) + q].Add(row[q]);
            }

            for (var s = 0; s < own.Length; s++)
            {
                if (s % Together < width) sums[(s / Together * d) + first + (s % Together)] = own[s];
            }
        });

        var centres = new double[sums.Length];
        for (var s = 0; s < centres.Length; s++) centres[s] = sums[s].Value / Math.Max(members.Count(s / d), 1);
        return centres;
    }

    public CustomerReason Of(int customer)
    {
        var own = members.Labels[customer];
        if (members.K < 2 || points.Columns == 0) return new(customer, own, points.Columns == 0 ? 0 : Distance(customer, own), -1, double.NaN, []);
        var next = Enumerable.Range(0, members.K).Where(c => c != own).OrderBy(c => Distance(customer, c)).ThenBy(c => c).First();
        var (pushes, start) = (new List<Push>(), 0);
        var row = points.Row(customer);
        for (var q = 0; q < space.Columns.Count; q++)
        {
            var toward = 0.0;
            for (var at = start; at < start + space.Columns[q].Width; at++) toward += Square(row[at] - Centre(next, at)) - Square(row[at] - Centre(own, at));
            pushes.Add(new(space.Columns[q].Name, Shown(q, customer), Typical(q, own), Typical(q, next), toward));
            start += space.Columns[q].Width;
        }

        return new(customer, own, Distance(customer, own), next, Distance(customer, next), [.. pushes.OrderByDescending(p => Math.Abs(p.Toward)).ThenBy(p => p.Column, StringComparer.Ordinal)]);
    }

    private double Centre(int segment, int at) => centres[(segment * points.Columns) + at];

    private double Distance(int customer, int segment)
    {
        var square = 0.0;
        var row = points.Row(customer);
        for (var at = 0; at < row.Length; at++) square += Square(row[at] - Centre(segment, at));
        return Math.Sqrt(square);
    }

    private string Shown(int q, int customer)
    {
        var trait = space.Traits[q];
        if (trait.IsNumber) return double.IsNaN(trait.Numbers[customer]) ? "unknown" : Figure.Value(trait.Numbers[customer]);
        if (trait.Codes[customer] < 0) return "unknown";
        var (level, shares) = (trait.Codes[customer], space.Columns[q].Shares);
        return shares.Count == 0 ? trait.Levels[level] : $"{trait.Levels[level]} ({Figure.Percent(shares[level])})";
    }

    private string Typical(int q, int segment)
    {
        var trait = space.Traits[q];
        var customers = members.Of(segment).ToArray();
        if (trait.IsNumber) return Figure.Value(customers.Where(i => !double.IsNaN(trait.Numbers[i])).Select(i => trait.Numbers[i]).DefaultIfEmpty(double.NaN).Average());
        var shares = space.Columns[q].Shares;
        if (shares.Count > 0) return Figure.Percent(customers.Where(i => trait.Codes[i] >= 0).Select(i => shares[trait.Codes[i]]).DefaultIfEmpty(double.NaN).Average());
        return customers.Where(i => trait.Codes[i] >= 0).GroupBy(i => trait.Codes[i]).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => trait.Levels[g.Key]).FirstOrDefault("unknown");
    }

    private static double Square(double value) => value * value;
}
