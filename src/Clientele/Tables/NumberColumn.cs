using System.Numerics;
using Clientele.Sales;
using Clientele.Sales.Layouts;

namespace Clientele.Tables;

/// <summary>A column as numbers.</summary>
/// <param name="Column">Where they stand.</param>
/// <param name="Values">[rows]; NaN where nothing is known, else finite.</param>
/// <param name="Unit">Code of the currency or <c>%</c> that stood beside them; null when none did. Percents keep their number: 19 % is 19.</param>
/// <param name="Notation">How they are written.</param>
/// <param name="Reason">Why it is read so, in words.</param>
public sealed record NumberColumn(TableColumn Column, double[] Values, string? Unit, NumberNotation Notation, string Reason)
{
    /// <summary>So many digits fit into a double exactly.</summary>
    private const int ShortWhole = 15;

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
        var values = new double[column.Rows];
        for (var row = 0; row < values.Length; row++)
        {
            var cell = column.Cells[row];
            if (cell.Length is > 0 and <= ShortWhole && Words.Digits(cell))
            {
                var whole = 0L;
                foreach (var digit in cell) whole = (whole * 10) + (digit - '0');
                values[row] = whole;
                continue;
            }

            if (MissingWords.Is(cell))
            {
                values[row] = double.NaN;
                continue;
            }

            if (!Figure.Of(cell).TryValue(notation, out values[row]))
            {
                if (others is not null)
                {
                    others.Add(row);
                    values[row] = double.NaN;
                    continue;
                }

                throw TableProblems.NotNumbers(column, row, evidence, $"The column has a decimal {(notation.Decimal == ',' ? "comma" : "point")}: mend the value, or say --decimal point|comma.");
            }

            if (!double.IsFinite(values[row])) throw TableProblems.TooBig(column, row);
        }

        return values;
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
