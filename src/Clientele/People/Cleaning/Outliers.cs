using Clientele.Numerics;
using Clientele.Numerics.Imputing;
using Clientele.People.Reading;

namespace Clientele.People.Cleaning;

/// <summary>Numbers far from the others: told, moved to the bound, or removed with their row.</summary>
internal sealed class Outliers(string kind, string action, double reach) : TableRule
{
    private static readonly Knob s_kind = Knob.OfWords("kind", "Where outliers begin", "iqr", "zscore", "percentile");
    private static readonly Knob s_action = Knob.OfWords("action", "What happens to an outlier", "flag", "clip", "remove");
    private static readonly Knob s_reach = new("reach", "How far out: times the quartile range, standard deviations, or per cent at either end", 0, 0, 49.9) { Otherwise = "1.5 times, 3 deviations, 1 per cent" };

    public static Choice<TableRule> Choice { get; } = new(
        "outliers", "Numbers beyond the quartiles, z-scores or percentiles: told (flag), clipped to the bound, or removed with their row.", [s_kind, s_action, s_reach],
        settings => new Outliers(settings.Word(s_kind), settings.Word(s_action), settings[s_reach]));

    internal override void Apply(Roster roster, DateTime? asOf, RunContext context)
    {
        var options = new FenceOptions { Kind = kind switch { "zscore" => FenceKind.ZScore, "percentile" => FenceKind.Percentiles, _ => FenceKind.Quartiles }, Reach = reach };
        var (fences, leaves) = (new (double Low, double High)[roster.Columns.Count], new bool[roster.Count]);
        EachColumn.Do(fences.Length, context, q =>
        {
            fences[q] = (double.NegativeInfinity, double.PositiveInfinity);
            if (!Takes(roster.Columns[q])) return;
            var fitted = Fences.Fit(new Matrix(roster.Columns[q].Column.Numbers, roster.Count, 1), options);
            fences[q] = (fitted.Lows[0], fitted.Highs[0]);
        });

        for (var q = 0; q < fences.Length; q++)
        {
            var (column, (low, high)) = (roster.Columns[q], fences[q]);
            if (!Takes(column)) continue;
            var (old, rows) = (column.Column.Numbers, new List<int>());
            for (var row = 0; row < old.Length; row++)
            {
                if (old[row] < low || old[row] > high) rows.Add(row);
            }

            foreach (var row in rows) leaves[row] = true;
            roster.Book.Cells("outliers", column, roster.Ids, rows, action switch { "clip" => "moved to the bound", "remove" => "row dropped", _ => "flagged" }, $"outside {Bound(low)} to {Bound(high)}, by {kind}",
                row => (Cell.Text(old[row]), action switch { "clip" => Cell.Text(Math.Clamp(old[row], low, high)), "remove" => "", _ => Cell.Text(old[row]) }, old[row] < low ? "too small" : "too large"));
            if (action != "clip" || rows.Count == 0) continue;
            var values = (double[])old.Clone();
            foreach (var row in rows) values[row] = Math.Clamp(values[row], low, high);
            roster.Columns[q] = column with { Column = column.Column with { Numbers = values } };
        }

        roster.Drop("outliers", action == "remove" ? leaves : new bool[roster.Count]);
    }

    // Seven digits: what a bound is in the last bits nobody reads. Cells are held against all of them.
    private static string Bound(double value) => value.ToString("#,0.#######", System.Globalization.CultureInfo.InvariantCulture) is { Length: <= 12 } text ? text : value.ToString("G7", System.Globalization.CultureInfo.InvariantCulture);

    private static bool Takes(RosterColumn column) =>
        column.Column.Kind == Customers.ColumnKind.Number && column.Column.Nature is Tables.ColumnKind.Amount or Tables.ColumnKind.Count && column.Note.Part != ColumnPart.Outcome;
}
