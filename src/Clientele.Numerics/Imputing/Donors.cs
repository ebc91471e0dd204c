using System.Text.Json;
using Clientele.Numerics.Clustering;
using Clientele.Numerics.Ordering;
using Clientele.Numerics.Statistics;

namespace Clientele.Numerics.Imputing;

/// <summary>Rows that lend their values to others, in canonical order, and the columns they are compared by.</summary>
internal sealed class Donors
{
    private readonly int[] _compared;
    private readonly double[] _centres;
    private readonly double[] _spreads;
    private readonly bool[] _categories;
    private readonly bool[] _gaps;
    private readonly double[] _places;

    private Donors(int[] compared, double[] centres, double[] spreads, bool[] categories, double[] values, int columns, int neighbours)
    {
        (_compared, _centres, _spreads, _categories) = (compared, centres, spreads, categories);
        (Values, Columns, Neighbours, Count) = (values, columns, neighbours, columns == 0 ? 0 : values.Length / columns);
        // Column by column, so that one vector holds several donors.
        (_places, _gaps) = (new double[compared.Length * Count], new bool[compared.Length]);
        for (var p = 0; p < compared.Length; p++)
        {
            for (var i = 0; i < Count; i++)
            {
                _places[(p * Count) + i] = Place(p, values[(i * columns) + compared[p]]);
                _gaps[p] |= double.IsNaN(_places[(p * Count) + i]);
            }
        }
    }

    public static Donors None { get; } = new([], [], [], [], [], 0, 1);

    public int Count { get; }

    public int Columns { get; }

    public int Neighbours { get; }

    /// <summary>As they were, NaN for missing and for outcomes [count × columns].</summary>
    public double[] Values { get; }

    /// <summary>Columns that rows are compared by, in the order of their content.</summary>
    public ReadOnlySpan<int> Compared => _compared;

    public static Donors Of(Matrix x, IReadOnlyList<Fill> fills, int[] compared, ImputerOptions options)
    {
        var d = x.Columns;
        var seen = (double[])x.Values.Clone();
        for (var i = 0; i < seen.Length; i++)
        {
            if (fills[i % d].Kind == FillKind.Outcome) seen[i] = 0;
            else if (double.IsNaN(seen[i])) seen[i] = double.PositiveInfinity;
        }

        int[] looked = [.. Enumerable.Range(0, d).Where(q => fills[q].Kind != FillKind.Outcome)];
        int[] byContent = [.. ContentOrder.Of([.. looked.Select(q => (seen, q, d))], x.Rows, null, [.. looked.Select(q => Kind(fills[q]))]).Select(place => looked[place])];
        int[] order = [.. Enumerable.Range(0, x.Rows)];
        RowOrder.Sort(new(seen, x.Rows, d), byContent, order);
        // Distances add up in this order, too: sums of the same steps in another could differ in the last bit, and the nearest with them.
        compared = [.. byContent.Where(compared.Contains)];
        var count = Math.Min(x.Rows, options.MostDonors);
        var values = new double[(long)count * d];
        for (var i = 0; i < count; i++)
        {
            var row = x.Row(order[(int)((long)i * x.Rows / count)]);
            for (var q = 0; q < d; q++) values[(i * d) + q] = fills[q].Kind == FillKind.Outcome ? double.NaN : row[q];
        }

        var (centres, spreads, column) = (new double[compared.Length], new double[compared.Length], new double[x.Rows]);
        for (var p = 0; p < compared.Length; p++)
        {
            for (var i = 0; i < x.Rows; i++) column[i] = x.Values[(i * d) + compared[p]];
            var present = ColumnCheck.Present(column);
            (centres[p], spreads[p]) = (Moments.Mean(present), Moments.PopulationSd(present));
            if (!double.IsNormal(spreads[p])) spreads[p] = 1;
        }

        return new(compared, centres, spreads, [.. compared.Select(q => fills[q].Category)], values, d, options.Neighbours);
    }

    /// <summary>
    /// Squared distances of a row to all donors: over the columns that both have, times all columns / these; ∞ for none. Columns in the
    /// order of <see cref="Compared"/>, no fused steps.
    /// </summary>
    /// <param name="row">NaN for missing.</param>
    /// <param name="distances">Receives them [count].</param>
    /// <param name="shared">Space [count].</param>
    public void Distances(ReadOnlySpan<double> row, Span<double> distances, Span<int> shared)
    {
        distances.Clear();
        shared.Clear();
        var always = 0;
        for (var p = 0; p < _compared.Length; p++)
        {
            var place = Place(p, row[_compared[p]]);
            if (double.IsNaN(place)) continue;
            var places = _places.AsSpan(p * Count, Count);
            if (!_gaps[p]) always++;
            if (!_gaps[p] && !_categories[p])
            {
                AddSquares(places, place, distances);
                continue;
            }

            for (var i = 0; i < places.Length; i++)
            {
                if (double.IsNaN(places[i])) continue;
                var step = _categories[p] ? (places[i] == place ? 0 : 1) : places[i] - place;
                distances[i] += step * step;
                if (_gaps[p]) shared[i]++;
            }
        }

        for (var i = 0; i < distances.Length; i++)
        {
            var both = always + shared[i];
            distances[i] = both == 0 ? double.PositiveInfinity : distances[i] * ((double)_compared.Length / both);
        }
    }

    /// <summary>The nearest donors that have that column, nearest first; of equals the first in canonical order.</summary>
    /// <param name="distances">[count].</param>
    /// <param name="column">Which.</param>
    /// <param name="nearest">Receives them.</param>
    /// <returns>How many, at most <see cref="Neighbours"/>.</returns>
    public int Nearest(ReadOnlySpan<double> distances, int column, Span<int> nearest)
    {
        var (found, farthest) = (0, double.PositiveInfinity);
        for (var i = 0; i < distances.Length; i++)
        {
            if (found == nearest.Length && distances[i] >= farthest) continue;
            if (double.IsNaN(Values[(i * Columns) + column]) || double.IsPositiveInfinity(distances[i])) continue;
            var at = found < nearest.Length ? found++ : found - 1;
            for (; at > 0 && distances[nearest[at - 1]] > distances[i]; at--) nearest[at] = nearest[at - 1];
            nearest[at] = i;
            farthest = distances[nearest[found - 1]];
        }

        return found;
    }

    public static Donors ReadState(JsonElement state, int columns)
    {
        var compared = state.Integers("compared", -1);
        if (compared.Length == 0) return None;
        var values = state.Doubles("donors", -1);
        if (values.Length % columns != 0 || values.Length == 0 || Array.Exists(compared, q => (uint)q >= (uint)columns)) throw new FormatException($"{values.Length} numbers are no donors of {columns} columns.");
        foreach (var gap in state.Integers("donorGaps", -1))
            values[(uint)gap < (uint)values.Length ? gap : throw new FormatException($"There is no donor at {gap}.")] = double.NaN;
        var categories = state.Integers("comparedCategories", compared.Length);
        return new(compared, state.Doubles("centres", compared.Length), state.Doubles("spreads", compared.Length), [.. categories.Select(c => c != 0)], values, columns, Require.AtLeast(1, state.GetProperty("neighbours").GetInt32()));
    }

    public void WriteState(Utf8JsonWriter json)
    {
        json.WriteNumber("neighbours", Neighbours);
        json.WriteNumbers("compared", _compared);
        json.WriteNumbers("comparedCategories", [.. _categories.Select(c => c ? 1 : 0)]);
        json.WriteNumbers("centres", _centres);
        json.WriteNumbers("spreads", _spreads);
        json.WriteNumbers("donors", [.. Values.Select(v => double.IsNaN(v) ? 0 : v)]);
        json.WriteNumbers("donorGaps", [.. Enumerable.Range(0, Values.Length).Where(i => double.IsNaN(Values[i]))]);
    }

    // Columns that are treated alike.
    private static int Kind(Fill fill) => ((int)fill.Kind * 2) + (fill.Category ? 1 : 0);

    // Halves, because the difference of two finite numbers may not be finite.
    private double Place(int p, double value) => _categories[p] ? value : ((0.5 * value) - (0.5 * _centres[p])) / _spreads[p] * 2;

    private static void AddSquares(ReadOnlySpan<double> places, double place, Span<double> distances)
    {
        var i = 0;
        if (System.Numerics.Vector.IsHardwareAccelerated)
        {
            var (width, at) = (System.Numerics.Vector<double>.Count, new System.Numerics.Vector<double>(place));
            for (; i + width <= places.Length; i += width)
            {
                var step = new System.Numerics.Vector<double>(places[i..]) - at;
                (new System.Numerics.Vector<double>(distances[i..]) + (step * step)).CopyTo(distances[i..]);
            }
        }

        for (; i < places.Length; i++)
        {
            var step = places[i] - place;
            distances[i] += step * step;
        }
    }
}
