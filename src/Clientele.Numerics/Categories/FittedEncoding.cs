using System.Text.Json;
using Clientele.Numerics.Clustering;
using Clientele.Numerics.Scaling;

namespace Clientele.Numerics.Categories;

/// <summary>
/// Columns of codes as numbers, the categories found. Undone, a row such as a cluster's centre gives the category nearest to it: of one-hot
/// the one with the largest share (0 in all: NaN), of an order the nearest place, of frequencies the nearest share; of equals the earlier.
/// </summary>
public sealed class FittedEncoding : FittedTransform
{
    private readonly CodeKind[] _kinds;
    private readonly int[][] _levels;
    private readonly double[][] _shares;
    private readonly Dictionary<int, int>[] _places;

    internal FittedEncoding(CodeKind[] kinds, int[][] levels, double[][] shares, bool refuseUnknown)
    {
        (_kinds, _levels, _shares, RefusesUnknown) = (kinds, levels, shares, refuseUnknown);
        _places = [.. levels.Select(column => column.Select((level, place) => (level, place)).ToDictionary(pair => pair.level, pair => pair.place))];
        OutputColumns = Enumerable.Range(0, kinds.Length).Sum(Width);
    }

    public override string Name => "encode";

    public override int Columns => _kinds.Length;

    public override int OutputColumns { get; }

    /// <summary>Whether a category that was not fitted is an error.</summary>
    public bool RefusesUnknown { get; }

    /// <summary>Codes of a column, rising, or in their given order; empty for one that is kept.</summary>
    public ReadOnlySpan<int> Levels(int column) => _levels[column];

    /// <summary>Whether undoing gives the category back: always, but for frequencies of which two are equal.</summary>
    public bool CanUndo(int column) => _kinds[column] != CodeKind.Frequency || _shares[column].Distinct().Count() == _shares[column].Length;

    /// <summary>From which column each output column comes, and for one-hot which code it stands for (else −1) [output columns].</summary>
    public (int Column, int Level)[] Origins() =>
        [.. Enumerable.Range(0, Columns).SelectMany(q => _kinds[q] == CodeKind.OneHot ? _levels[q].Select(level => (q, level)) : [(q, -1)])];

    /// <summary>A new matrix of numbers.</summary>
    /// <param name="x">[n × d]; codes as fitted, or NaN for missing; not changed.</param>
    public override Matrix Apply(Matrix x)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (x.Columns != Columns || x.Values.LongLength != (long)x.Rows * x.Columns) throw new ArgumentException($"{x.Values.LongLength} values in {x.Rows} × {x.Columns}; fitted were {Columns} columns.", nameof(x));
        var values = new double[(long)x.Rows * OutputColumns];
        for (var i = 0; i < x.Rows; i++)
        {
            var at = i * OutputColumns;
            for (var q = 0; q < Columns; q++)
            {
                Encode(x.Values[(i * Columns) + q], q, i, values.AsSpan(at, Width(q)));
                at += Width(q);
            }
        }

        return new(values, x.Rows, OutputColumns);
    }

    public override double[] Invert(ReadOnlySpan<double> row)
    {
        Check(row);
        var (original, at) = (new double[Columns], 0);
        for (var q = 0; q < Columns; q++)
        {
            original[q] = Decode(row.Slice(at, Width(q)), q);
            at += Width(q);
        }

        return original;
    }

    internal static FittedEncoding ReadState(JsonElement state)
    {
        var kinds = state.Integers("kinds", -1);
        if (Array.Exists(kinds, kind => kind is < 0 or > (int)CodeKind.Frequency)) throw new FormatException("\"kinds\" holds an unknown kind.");
        var (counts, all, allShares) = (state.Integers("counts", kinds.Length), state.Integers("levels", -1), state.Doubles("shares", -1));
        var (levels, shares, at, shareAt) = (new int[kinds.Length][], new double[kinds.Length][], 0, 0);
        for (var q = 0; q < kinds.Length; q++)
        {
            if (counts[q] < 0 || counts[q] > all.Length - at) throw new FormatException($"\"counts\" holds {counts[q]} at place {q}.");
            levels[q] = all[at..(at += counts[q])];
            var some = kinds[q] == (int)CodeKind.Frequency ? counts[q] : 0;
            if (some > allShares.Length - shareAt) throw new FormatException($"\"shares\" holds {allShares.Length} numbers.");
            shares[q] = allShares[shareAt..(shareAt += some)];
        }

        return new([.. kinds.Select(kind => (CodeKind)kind)], levels, shares, state.GetProperty("refuseUnknown").GetBoolean());
    }

    protected internal override void WriteState(Utf8JsonWriter json)
    {
        json.WriteNumbers("kinds", [.. _kinds.Select(kind => (int)kind)]);
        json.WriteNumbers("counts", [.. _levels.Select(column => column.Length)]);
        json.WriteNumbers("levels", [.. _levels.SelectMany(column => column)]);
        json.WriteNumbers("shares", [.. _shares.SelectMany(column => column)]);
        json.WriteBoolean("refuseUnknown", RefusesUnknown);
    }

    private int Width(int q) => _kinds[q] == CodeKind.OneHot ? _levels[q].Length : 1;

    private void Encode(double value, int q, int row, Span<double> to)
    {
        if (_kinds[q] == CodeKind.Keep)
        {
            to[0] = double.IsInfinity(value) ? throw new ArgumentException($"Row {row}, column {q} (counted from 0) is {value}.", nameof(value)) : value;
            return;
        }

        var place = value == Math.Floor(value) && Math.Abs(value) <= int.MaxValue ? _places[q].GetValueOrDefault((int)value, -1) : -1;
        if (place < 0 && (RefusesUnknown || _kinds[q] == CodeKind.Ordinal))
            throw new ArgumentException($"Row {row}, column {q} (counted from 0) is {(double.IsNaN(value) ? "missing" : $"category {value}")}, which was not fitted.", nameof(value));
        if (_kinds[q] == CodeKind.Ordinal) to[0] = place;
        else if (_kinds[q] == CodeKind.Frequency) to[0] = place < 0 ? 0 : _shares[q][place];
        else if (place >= 0) to[place] = 1;
    }

    private double Decode(ReadOnlySpan<double> from, int q)
    {
        if (_kinds[q] == CodeKind.Keep) return from[0];
        var (best, nearest) = (-1, double.PositiveInfinity);
        for (var place = 0; place < _levels[q].Length; place++)
        {
            var apart = _kinds[q] switch
            {
                CodeKind.OneHot => from[place] > 0 ? -from[place] : double.PositiveInfinity,
                CodeKind.Ordinal => Math.Abs(from[0] - place),
                _ => Math.Abs(from[0] - _shares[q][place]),
            };
            if (apart < nearest) (best, nearest) = (place, apart);
        }

        return best < 0 ? double.NaN : _levels[q][best];
    }
}
