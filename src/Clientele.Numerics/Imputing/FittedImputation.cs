using System.Text.Json;
using Clientele.Numerics.Clustering;
using Clientele.Numerics.Scaling;
using Clientele.Numerics.Statistics;
using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Imputing;

/// <summary>
/// What fills the gaps of a table, found. Takes NaN where other transforms refuse it. Where there is no neighbour to ask, a gap is filled
/// with the column's median (categories: mode). Undoing takes the flags off; filled values stay.
/// </summary>
public sealed class FittedImputation : FittedTransform
{
    private const int RowsAtOnce = 64;

    private readonly Fill[] _fills;
    private readonly double[] _numbers;
    private readonly bool[] _gaps;
    private readonly Donors _donors;
    private readonly int[] _flagged;

    internal FittedImputation(Fill[] fills, double[] numbers, bool[] gaps, bool flags, Donors donors)
    {
        (_fills, _numbers, _gaps, HasFlags, _donors) = (fills, numbers, gaps, flags, donors);
        _flagged = flags ? [.. Enumerable.Range(0, fills.Length).Where(q => gaps[q])] : [];
    }

    public override string Name => "impute";

    public override int Columns => _fills.Length;

    public override int OutputColumns => Columns + _flagged.Length;

    /// <summary>Whether columns that tell where values were missing follow the others.</summary>
    public bool HasFlags { get; }

    /// <summary>Which columns they tell of, in their order.</summary>
    public ReadOnlySpan<int> Flagged => _flagged;

    /// <summary>Columns that neighbours are found by, in the order of their content; empty when none are looked for.</summary>
    public ReadOnlySpan<int> Compared => _donors.Compared;

    /// <summary>What a column's gaps are filled with when no neighbour is asked [d].</summary>
    public ReadOnlySpan<double> Numbers => _numbers;

    public override Matrix Apply(Matrix x) => Apply(x, FitContext.Default);

    /// <summary>A new matrix without gaps, but for columns that are left and outcomes.</summary>
    /// <param name="x">[n × d]; finite, or NaN for missing (outcomes: anything); not changed.</param>
    /// <param name="context">Threads, progress, cancellation.</param>
    public Matrix Apply(Matrix x, FitContext context)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(context);
        if (x.Columns != Columns || x.Values.LongLength != (long)x.Rows * x.Columns) throw new ArgumentException($"{x.Values.LongLength} values in {x.Rows} × {x.Columns}; fitted were {Columns} columns.", nameof(x));
        var (output, done) = (OutputColumns, 0);
        var values = new double[(long)x.Rows * output];
        var pieces = (x.Rows + RowsAtOnce - 1) / RowsAtOnce;
        using var crew = new Crew(context.Threads);
        var scratch = new Scratch[crew.Threads];
        crew.Run(pieces, (piece, worker) =>
        {
            var space = scratch[worker] ??= new(_donors);
            for (var i = piece * RowsAtOnce; i < Math.Min(x.Rows, (piece + 1) * RowsAtOnce); i++)
                FillRow(x.Row(i), values.AsSpan(i * output, output), i, space);
            context.Progress?.Report((double)Interlocked.Increment(ref done) / pieces);
        }, context.Cancellation);
        return new(values, x.Rows, output);
    }

    public override double[] Invert(ReadOnlySpan<double> row)
    {
        Check(row);
        return row[..Columns].ToArray();
    }

    internal static FittedImputation ReadState(JsonElement state)
    {
        var (kinds, categories) = (state.Integers("kinds", -1), state.Integers("categories", -1));
        var (numbers, gaps) = (state.Doubles("numbers", kinds.Length), state.Integers("gaps", kinds.Length));
        if (categories.Length != kinds.Length || Array.Exists(kinds, kind => kind is < 0 or > (int)FillKind.Outcome)) throw new FormatException("\"kinds\" and \"categories\" do not fit.");
        Fill[] fills = [.. kinds.Select((kind, q) => new Fill((FillKind)kind, categories[q] != 0, kind == (int)FillKind.Constant ? numbers[q] : 0))];
        return new(fills, numbers, [.. gaps.Select(gap => gap != 0)], state.GetProperty("flags").GetBoolean(), Donors.ReadState(state, kinds.Length));
    }

    protected internal override void WriteState(Utf8JsonWriter json)
    {
        json.WriteNumbers("kinds", [.. _fills.Select(fill => (int)fill.Kind)]);
        json.WriteNumbers("categories", [.. _fills.Select(fill => fill.Category ? 1 : 0)]);
        json.WriteNumbers("numbers", _numbers);
        json.WriteNumbers("gaps", [.. _gaps.Select(gap => gap ? 1 : 0)]);
        json.WriteBoolean("flags", HasFlags);
        _donors.WriteState(json);
    }

    private void FillRow(ReadOnlySpan<double> row, Span<double> filled, int number, Scratch space)
    {
        row.CopyTo(filled);
        for (var f = 0; f < _flagged.Length; f++) filled[Columns + f] = double.IsNaN(row[_flagged[f]]) ? 1 : 0;
        var asked = false;
        for (var q = 0; q < Columns; q++)
        {
            if (_fills[q].Kind == FillKind.Outcome) continue;
            if (double.IsInfinity(row[q])) throw new ArgumentException($"Row {number}, column {q} (counted from 0) is {row[q]}; only finite numbers can be used, and NaN for a missing one.", nameof(row));
            if (!double.IsNaN(row[q])) continue;
            if (_fills[q].Kind == FillKind.Neighbours) asked = true;
            else if (_fills[q].Kind != FillKind.Leave) filled[q] = _numbers[q];
        }

        if (!asked) return;
        _donors.Distances(row, space.Distances, space.Shared);
        for (var q = 0; q < Columns; q++)
        {
            if (_fills[q].Kind == FillKind.Neighbours && double.IsNaN(filled[q])) filled[q] = Borrowed(q, space);
        }
    }

    private double Borrowed(int q, Scratch space)
    {
        var found = space.Nearest.AsSpan(0, _donors.Nearest(space.Distances, q, space.Nearest));
        if (found.IsEmpty) return _numbers[q];
        var values = new double[found.Length];
        for (var i = 0; i < values.Length; i++) values[i] = _donors.Values[(found[i] * Columns) + q];
        if (!_fills[q].Category) return Moments.Mean(values);
        return Description.Of(values, new() { Bins = 1 }).Mode;
    }

    private sealed class Scratch(Donors donors)
    {
        public int[] Shared { get; } = new int[donors.Count];

        public double[] Distances { get; } = new double[donors.Count];

        public int[] Nearest { get; } = new int[donors.Neighbours];
    }
}
