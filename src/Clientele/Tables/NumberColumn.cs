using System.Numerics;
using Clientele.Sales;
using Clientele.Sales.Layouts;
using Clientele.Sales.Lines;

namespace Clientele.Tables;

/// <summary>A column as numbers.</summary>
/// <param name="Column">Where they stand.</param>
/// <param name="Values">[rows]; NaN where nothing is known, else finite.</param>
/// <param name="Unit">Code of the currency or <c>%</c> that stood beside them; null when none did. Percents keep their number: 19 % is 19.</param>
/// <param name="Notation">How they are written.</param>
/// <param name="Reason">Why it is read so, in words.</param>
public sealed record NumberColumn(TableColumn Column, double[] Values, string? Unit, NumberNotation Notation, string Reason)
{
    /// <summary>Digits of smaller whole numbers fit into a double exactly, and so do these powers of ten: their quotient is the double nearest to the number written.</summary>
    private const long MostExact = 1_000_000_000_000_000;

    private static readonly double[] s_tens = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18];

    /// <summary>
    /// Reads the column exactly as sales files are read: the decimal mark is proved from the whole column, else from the other number
    /// columns of the file. A cell that is no number is an error with its place.
    /// </summary>
    /// <param name="column">The column.</param>
    /// <param name="decimalMark"><c>point</c> or <c>comma</c> when a person said so; else null.</param>
    public static NumberColumn Of(TableColumn column, string? decimalMark = null) => Of(column, decimalMark, others: null);

    /// <summary>The same.</summary>
    /// <param name="column">The column.</param>
    /// <param name="decimalMark"><c>point</c> or <c>comma</c> when a person said so; else null.</param>
    /// <param name="others">Receives the rows whose cell is filled and no number, ascending; they become NaN. Null: they are an error.</param>
    internal static NumberColumn Of(TableColumn column, string? decimalMark, List<int>? others)
    {
        ArgumentNullException.ThrowIfNull(column);
        var evidence = column.Evidence;
        if (others is null && evidence.FirstOther >= 0) throw TableProblems.NotNumbers(column, evidence.FirstOther, evidence, Fix(evidence));
        if (BitOperations.PopCount(evidence.Currencies) > 1) throw TableProblems.Currencies(column, Currencies.List(evidence.Currencies));
        if (evidence.Percents > 0 && evidence.Percents < evidence.Numbers)
        {
            var few = evidence.Percents * 2 <= evidence.Numbers;
            throw TableProblems.Percent(column, few ? evidence.FirstPercent.With : evidence.FirstPercent.Without, few);
        }

        var (mark, reason) = Mark(column, evidence, decimalMark);
        var group = evidence.Apostrophes > 0 && evidence.Apostrophes >= evidence.Blanks ? '\'' : evidence.Blanks > 0 ? ' ' : mark == ',' ? '.' : ',';
        var notation = new NumberNotation(mark, group);
        var unit = evidence.Percents > 0 ? "%" : evidence.Currencies != 0 ? Currencies.Code(BitOperations.TrailingZeroCount(evidence.Currencies)) : null;
        return new(column, Read(column, evidence, notation, others), unit, notation, reason);
    }

    private static double[] Read(TableColumn column, ColumnEvidence evidence, NumberNotation notation, List<int>? others)
    {
        if (notation.Decimal == '.' && evidence.TakeValues() is { } known) return known;
        var (values, row, mark) = (new double[column.Rows], 0, (byte)notation.Decimal);
        foreach (var block in column.Cells.Blocks)
        {
            var (bytes, start) = (block.Bytes, block.Start(column.Cells.Column));
            foreach (var end in block.Ends(column.Cells.Column))
            {
                var value = FastNumber.TryParse(ref bytes[start], end - start, mark, out var mantissa, out var scale) ? Exact(mantissa, scale) : double.NaN;
                values[row] = double.IsNaN(value) ? Value(column, row, evidence, notation, others) : value;
                start = end;
                row++;
            }
        }

        return values;
    }

    /// <summary>mantissa × 10^(-scale), the double nearest to it; NaN where that takes more than one quotient.</summary>
    internal static double Exact(long mantissa, int scale) => Math.Abs(mantissa) >= MostExact ? double.NaN : scale == 0 ? mantissa : mantissa / s_tens[scale];

    /// <summary>One cell, in the plain form; NaN where nothing is known.</summary>
    internal static double Value(TableColumn column, int row, ColumnEvidence evidence, NumberNotation notation, List<int>? others)
    {
        var cell = column.Cells[row];
        if (MissingWords.Is(cell)) return double.NaN;
        if (!Figure.Of(cell).TryValue(notation, out var value))
        {
            if (others is null) throw TableProblems.NotNumbers(column, row, evidence, $"The column has a decimal {(notation.Decimal == ',' ? "comma" : "point")}: mend the value, or say --decimal point|comma.");
            others.Add(row);
            return double.NaN;
        }

        return double.IsFinite(value) ? value : throw TableProblems.TooBig(column, row);
    }

    private static (char Mark, string Reason) Mark(TableColumn column, ColumnEvidence own, string? asked)
    {
        if (asked is not null) return (asked == "comma" ? ',' : '.', "asked for");
        var (points, commas) = (own.PointProofs, own.CommaProofs);
        if (points > 0 && commas > 0 && own.Undecided > 0) throw TableProblems.DecimalMixed(column, points, commas);
        if (points > 0 || commas > 0) return commas > points ? (',', $"{commas} of its numbers prove a comma") : ('.', $"{points} of its numbers prove a point");
        if (own.Undecided == 0) return ('.', "no decimal mark");
        foreach (var other in column.Table.Columns)
        {
            if (!other.Evidence.IsNumeric) continue;
            (points, commas) = (points + other.Evidence.PointProofs, commas + other.Evidence.CommaProofs);
        }

        if (points > 0 == commas > 0) throw TableProblems.DecimalUnknown(column, own.FirstUndecided, own.Undecided);
        return (commas > 0 ? ',' : '.', "proved by the other columns of the file");
    }

    private static string Fix(ColumnEvidence evidence) => evidence.Numbers * 10 >= evidence.Filled * 9
        ? "Mend the value (leave the cell empty where nothing is known), or leave the column out of --columns."
        : "Leave the column out of --columns; columns of words need --categorical and a method for them.";
}
