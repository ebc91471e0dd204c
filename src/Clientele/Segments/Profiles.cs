using Clientele.Customers;
using Clientele.Numerics.Statistics;

namespace Clientele.Segments;

/// <summary>Every segment in numbers: profiles.csv and the tables of the summary.</summary>
public static class Profiles
{
    // Fewer are measured sooner one group after the other.
    private const int LeastForWalks = 20_000;

    /// <summary>One profile per segment, in the order of the segmentation. The same for any thread count.</summary>
    public static IReadOnlyList<SegmentProfile> Of(Segmentation s, CustomerTable customers) => Of(s, customers, static _ => null, threads: 1);

    /// <summary>The same.</summary>
    /// <param name="s">The segments.</param>
    /// <param name="customers">The columns.</param>
    /// <param name="middles">What is known already of the middle of a column's numbers in every segment (<see cref="GroupMedians.Middles"/>); null for nothing.</param>
    /// <param name="threads">Most threads that measure columns; 0 means one per core.</param>
    internal static IReadOnlyList<SegmentProfile> Of(Segmentation s, CustomerTable customers, Func<double[], (double[] Lower, double[] Upper)?> middles, int threads)
    {
        ArgumentNullException.ThrowIfNull(s);
        ArgumentNullException.ThrowIfNull(customers);
        if (s.Labels.Length != customers.Count) throw new ArgumentException($"{s.Labels.Length} labels for {customers.Count} customers.", nameof(s));

        var members = new Members(s.Labels, s.Segments.Count);
        var measures = new ProfileMeasure[s.Segments.Count][];
        var columns = new List<CustomerColumn>();
        foreach (var column in customers.Columns)
        {
            if (column.Kind is ColumnKind.Number or ColumnKind.Money) columns.Add(column);
        }

        for (var g = 0; g < measures.Length; g++) measures[g] = new ProfileMeasure[columns.Count];
        Hands.Share(columns.Count, customers.Count < Hands.Few ? 1 : threads, c =>
        {
            if (customers.Count >= LeastForWalks)
            {
                Measure(columns[c], members, s.Labels, measures, c, middles(columns[c].Numbers));
                return;
            }

            var scratch = new double[customers.Count];
            for (var g = 0; g < measures.Length; g++) measures[g][c] = Measure(columns[c], members, g, scratch);
        });

        var total = Money.Zero;
        foreach (var segment in s.Segments) total += segment.Money;
        var profiles = new SegmentProfile[measures.Length];
        for (var g = 0; g < profiles.Length; g++)
        {
            var segment = s.Segments[g];
            profiles[g] = new SegmentProfile(
                segment.Name, segment.Group, segment.Count, (double)segment.Count / customers.Count,
                segment.Money, total == Money.Zero ? 0 : segment.Money.ToDouble() / total.ToDouble(), measures[g]);
        }

        return profiles;
    }

    // All groups in few walks over the customers, which come to each group in the same order: the same bits.
    internal static void Measure(CustomerColumn column, Members members, int[] labels, ProfileMeasure[][] measures, int place, (double[] Lower, double[] Upper)? middles = null)
    {
        var (values, counts, sums, lost) = (column.Numbers, new int[members.Groups], new double[members.Groups], new double[members.Groups]);
        for (var i = 0; i < values.Length; i++)
        {
            var value = values[i];
            if (double.IsNaN(value)) continue;
            var group = labels[i];
            counts[group]++;
            Sums.Add(ref sums[group], ref lost[group], value);
        }

        var (lower, upper) = middles ?? GroupMedians.Middles(values, labels, members.Groups);
        for (var g = 0; g < measures.Length; g++)
        {
            var mean = counts[g] == 0 ? double.NaN
                : column.Kind == ColumnKind.Money ? members.Total(g, column.Amounts).DividedBy(counts[g]).ToDouble()
                : (sums[g] + lost[g]) / counts[g];
            measures[g][place] = new ProfileMeasure(column.Name, column.Unit, counts[g], mean, column.Kind == ColumnKind.Money ? Middle.OfMoney(lower[g], upper[g]) : Middle.Of(lower[g], upper[g]));
        }
    }

    /// <summary>The plain form, group by group.</summary>
    internal static ProfileMeasure Measure(CustomerColumn column, Members members, int group, double[] scratch)
    {
        var count = 0;
        foreach (var customer in members[group])
        {
            if (!double.IsNaN(column.Numbers[customer])) scratch[count++] = column.Numbers[customer];
        }

        var values = new Span<double>(scratch, 0, count);
        var mean = count == 0 ? double.NaN
            : column.Kind == ColumnKind.Money ? members.Total(group, column.Amounts).DividedBy(count).ToDouble()
            : Sums.Of(values) / count;
        return new ProfileMeasure(column.Name, column.Unit, count, mean, column.Kind == ColumnKind.Money ? Middle.OfMoney(values) : Middle.Of(values));
    }
}
