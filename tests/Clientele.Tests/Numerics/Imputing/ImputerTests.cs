using Clientele.Numerics;
using Clientele.Numerics.Imputing;
using Clientele.Numerics.Ordering;
using Clientele.Numerics.Statistics;
using Clientele.Tests.Numerics.Statistics;

namespace Clientele.Tests.Numerics.Imputing;

public sealed class ImputerTests
{
    private static readonly double s_gap = double.NaN;

    [Fact]
    public void Each_kind_fills_with_its_number()
    {
        var x = Table([1, 2, 2, 7, s_gap], [3, s_gap, 1, 1, 2], [s_gap, 5, 4, 4, 5], [9, 9, s_gap, 9, 9]);
        var fitted = Imputer.Fit(x, [new(FillKind.Mean), new(FillKind.Median), new(FillKind.Mode), new(FillKind.Constant, Value: -1)]);
        Assert.Equal([1, 2, 2, 7, 3.0], Column(fitted.Apply(x), 0));
        Assert.Equal([3, 1.5, 1, 1, 2], Column(fitted.Apply(x), 1));
        Assert.Equal([4, 5, 4, 4, 5], Column(fitted.Apply(x), 2));
        Assert.Equal([9, 9, -1, 9, 9], Column(fitted.Apply(x), 3));
        Assert.Equal([3, 1.5, 4, -1], fitted.Numbers.ToArray());
        Assert.Equal(0, fitted.Compared.Length);
    }

    [Fact]
    public void Flags_tell_where_gaps_were_and_undoing_takes_them_off()
    {
        var x = Table([1, s_gap, 3], [4, 5, 6], [s_gap, s_gap, 8]);
        var fitted = Imputer.Fit(x, [new(FillKind.Mean), new(FillKind.Mean), new(FillKind.Leave)], new() { Flags = true });
        var filled = fitted.Apply(x);
        Assert.Equal((3, 5), (fitted.Columns, fitted.OutputColumns));
        Assert.Equal([0, 2], fitted.Flagged.ToArray());
        Assert.Equal([0, 1, 0], Column(filled, 3));
        Assert.Equal([1, 1, 0], Column(filled, 4));
        Assert.True(double.IsNaN(Column(filled, 2)[0]));
        Assert.Equal([2, 5, 7], fitted.Invert([2, 5, 7, 1, 0]));
        // A column without gaps has no flag, and is filled all the same when one comes later.
        Assert.Equal([1, 5, 8, 0, 0], fitted.Apply(Table([1], [s_gap], [8])).Values);
    }

    [Fact]
    public void Neighbours_are_those_of_scikit_learn()
    {
        var rows = Expected.Rows("neighbours", "x");
        var target = Expected.Numbers("neighbours", "target");
        var x = new Matrix([.. rows.SelectMany((row, i) => (double[])[row[0], row[1], row[2], target[i]])], 150, 4);
        var filled = Imputer.Fit(x, [.. Enumerable.Repeat(new Fill(FillKind.Neighbours), 4)]).Apply(x);
        foreach (var (row, value) in Expected.Integers("neighbours", "rows").Zip(Expected.Numbers("neighbours", "filled"))) Expected.Close(value, filled.Row(row)[3]);

        var gaps = new Matrix(Expected.Numbers("neighbours", "everywhere"), 150, 4);
        var all = Imputer.Fit(gaps, [.. Enumerable.Repeat(new Fill(FillKind.Neighbours), 4)]).Apply(gaps);
        var cells = Expected.Rows("neighbours", "cells");
        Assert.InRange(cells.Length, 30, 100);
        foreach (var cell in cells) Expected.Close(cell[2], all.Row((int)cell[0])[(int)cell[1]]);
    }

    [Fact]
    public void Neighbours_are_what_plain_loops_say() => Columns.Check(1000, c =>
    {
        var (values, k) = (c.Values(), 1 + (c.Seed % 5));
        values[^1] = [.. c.Codes(3).Select(code => code < 0 ? s_gap : code)];
        if (values.Any(column => column.All(double.IsNaN))) return true;
        Fill[] fills = [.. values.Select((_, q) => new Fill(q == 1 ? FillKind.Leave : FillKind.Neighbours, q == values.Length - 1))];
        var x = Table(values);
        var filled = Imputer.Fit(x, fills, new() { Neighbours = k }).Apply(x);
        for (var i = 0; i < x.Rows; i++)
        {
            for (var q = 0; q < x.Columns; q++)
            {
                var (was, now) = (x.Row(i)[q], filled.Row(i)[q]);
                if (!double.IsNaN(was) || q == 1 ? !now.Equals(was) : !Plausible(values, fills, i, q, k, now)) return false;
            }
        }

        return true;
    });

    [Fact]
    public void Outcomes_are_never_looked_at() => Columns.Check(500, c =>
    {
        var values = c.Values();
        if (values.Any(column => column.All(double.IsNaN))) return true;
        Fill[] fills = [.. values.Select((_, q) => new Fill(q == 0 ? FillKind.Outcome : FillKind.Neighbours))];
        var random = new Random(c.Seed + 3);
        double[][] other = [[.. values[0].Select(_ => random.Next(5) switch { 0 => s_gap, 1 => double.PositiveInfinity, _ => random.NextDouble() })], .. values[1..]];
        var (one, two) = (Imputer.Fit(Table(values), fills, new() { Flags = true }), Imputer.Fit(Table(other), fills, new() { Flags = true }));
        var (a, b) = (one.Apply(Table(values)), two.Apply(Table(other)));
        return Enumerable.Range(1, a.Columns - 1).All(q => Column(a, q).SequenceEqual(Column(b, q)))
            && Column(a, 0).SequenceEqual(values[0]) && Column(b, 0).SequenceEqual(other[0]) && !one.Compared.Contains(0);
    });

    [Fact]
    public void Order_of_rows_and_columns_and_threads_change_no_bit() => Columns.Check(1000, IsFilledInAnyOrder);

    [Fact]
    public void Sums_that_differ_in_the_last_bit_by_the_order_of_columns_choose_no_other_neighbour() =>
        Assert.True(IsFilledInAnyOrder(new(67, 5, 0.4, 2, 986478), orExchangeable: false));

    private static bool IsFilledInAnyOrder(Columns c) => IsFilledInAnyOrder(c, orExchangeable: true);

    private static bool IsFilledInAnyOrder(Columns c, bool orExchangeable)
    {
        // Whole numbers in few columns: many neighbours are equally near.
        double[][] values = [.. c.Values().Select(column => column.Select(v => double.IsNaN(v) ? v : Math.Round(Math.Clamp(v, -2, 2))).ToArray())];
        if (values.Any(column => column.All(double.IsNaN))) return true;
        Fill[] fills = [.. values.Select((_, q) => new Fill(q % 2 == 0 ? FillKind.Neighbours : FillKind.Median))];
        // Columns that could be exchanged for each other, rows with them, are told apart by their place alone.
        ContentOrder.Of([.. values.Select(column => (column, 0, 1))], c.Rows, null, [.. fills.Select(f => (int)f.Kind)], out var symmetric);
        if (symmetric) return orExchangeable;
        var (order, turned) = (c.Shuffle(), Enumerable.Range(0, values.Length).ToArray());
        new Random(c.Seed).Shuffle(turned);
        double[][] moved = [.. turned.Select(q => order.Select(i => values[q][i]).ToArray())];
        var options = new ImputerOptions { Neighbours = 2 };
        var one = Imputer.Fit(Table(values), fills, options).Apply(Table(values), new() { Threads = 1 });
        var other = Imputer.Fit(Table(moved), [.. turned.Select(q => fills[q])], options).Apply(Table(moved), new() { Threads = 3 });
        return Enumerable.Range(0, values.Length).All(p => order.Select(i => Column(one, turned[p])[i]).SequenceEqual(Column(other, p)));
    }

    [Fact]
    public void Read_back_it_fills_with_the_same_bits_and_inputs_stay() => Columns.Check(300, c =>
    {
        var values = c.Values();
        if (values.Any(column => column.All(double.IsNaN))) return true;
        var (x, kinds) = (Table(values), new[] { FillKind.Neighbours, FillKind.Mean, FillKind.Mode, FillKind.Neighbours, FillKind.Leave, FillKind.Outcome });
        var before = (double[])x.Values.Clone();
        var fitted = Imputer.Fit(x, [.. values.Select((_, q) => new Fill(kinds[q]))], new() { Flags = c.Seed % 2 == 0, MostDonors = 20 });
        var (first, second) = (fitted.Apply(x), Written.AndRead(fitted).Apply(x));
        return first.Values.SequenceEqual(second.Values) && x.Values.SequenceEqual(before);
    });

    [Fact]
    public void Who_has_nothing_in_common_gets_the_middle()
    {
        var x = Table([1, 2, 6, s_gap], [5, 6, 7, s_gap]);
        var filled = Imputer.Fit(x, [new(FillKind.Neighbours), new(FillKind.Neighbours)]).Apply(x);
        Assert.Equal([2, 6], filled.Row(3).ToArray());
    }

    [Fact]
    public void Mistakes_are_named()
    {
        var x = Table([1, s_gap], [s_gap, s_gap]);
        Assert.Contains("Column 1", Assert.Throws<ArgumentException>(() => Imputer.Fit(x, [new(FillKind.Mean), new(FillKind.Mean)])).Message);
        Assert.Contains("Column 1", Assert.Throws<ArgumentException>(() => Imputer.Fit(x, [new(FillKind.Mean), new(FillKind.Mean, Category: true)])).Message);
        Assert.Throws<ArgumentException>(() => Imputer.Fit(x, [new(FillKind.Mean)]));
        Assert.Throws<ArgumentException>(() => Imputer.Fit(Table([1, double.PositiveInfinity]), [new(FillKind.Mean)]));
        Assert.Throws<ArgumentException>(() => Imputer.Fit(x, [new(FillKind.Constant, Value: s_gap), new(FillKind.Leave)]));
        var fitted = Imputer.Fit(x, [new(FillKind.Mean), new(FillKind.Leave)]);
        Assert.Throws<ArgumentException>(() => fitted.Apply(Table([1.0])));
        Assert.Throws<ArgumentException>(() => fitted.Apply(Table([double.PositiveInfinity], [1])));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ImputerOptions { Neighbours = 0 });
    }

    // Whether a value can come from k nearest rows, whichever of equally near ones (to 1e-9, for roundings) are taken.
    private static bool Plausible(double[][] values, Fill[] fills, int row, int q, int k, double found)
    {
        var apart = new List<(double Distance, double Value)>();
        for (var j = 0; j < values[0].Length; j++)
        {
            if (double.IsNaN(values[q][j])) continue;
            var (sum, shared) = (0.0, 0);
            for (var p = 0; p < values.Length; p++)
            {
                if (double.IsNaN(values[p][row]) || double.IsNaN(values[p][j])) continue;
                double[] there = [.. values[p].Where(v => !double.IsNaN(v))];
                var sd = Moments.PopulationSd(there);
                var step = fills[p].Category ? (values[p][row] == values[p][j] ? 0 : 1) : (values[p][row] - values[p][j]) / (sd == 0 ? 1 : sd);
                (sum, shared) = (sum + (step * step), shared + 1);
            }

            if (shared > 0) apart.Add((sum * values.Length / shared, values[q][j]));
        }

        double[] present = [.. values[q].Where(v => !double.IsNaN(v))];
        if (apart.Count == 0) return found == (fills[q].Category ? Mode(present) : Quantile.Median(present));
        var ordered = apart.OrderBy(a => a.Distance).ToList();
        var edge = ordered[Math.Min(k, ordered.Count) - 1].Distance;
        double[] sure = [.. ordered.Where(a => a.Distance < edge - 1e-9).Select(a => a.Value)];
        double[] maybe = [.. ordered.Where(a => Math.Abs(a.Distance - edge) <= 1e-9).Select(a => a.Value).Order()];
        var open = Math.Min(k, ordered.Count) - sure.Length;
        if (fills[q].Category) return maybe.Length == open ? found == Mode([.. sure, .. maybe]) : sure.Concat(maybe).Contains(found);
        var (low, high) = ((sure.Sum() + maybe.Take(open).Sum()) / (sure.Length + open), (sure.Sum() + maybe.TakeLast(open).Sum()) / (sure.Length + open));
        var room = 1e-9 * Math.Max(1, Math.Abs(low));
        return found >= low - room && found <= high + room;
    }

    private static double Mode(double[] values) => values.GroupBy(v => v).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).First().Key;

    private static Matrix Table(params double[][] columns) =>
        new([.. Enumerable.Range(0, columns[0].Length).SelectMany(i => columns.Select(column => column[i]))], columns[0].Length, columns.Length);

    private static double[] Column(Matrix x, int q) => [.. Enumerable.Range(0, x.Rows).Select(i => x.Row(i)[q])];
}
