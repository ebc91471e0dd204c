using Clientele.People.Reading;

namespace Clientele.People.Cleaning;

/// <summary>Values that cannot be, or hardly: told by default, on request set missing or dropped with their row.</summary>
internal sealed class SuspiciousValues(string action) : TableRule
{
    private static readonly Knob s_action = Knob.OfWords("action", "What happens to a suspicious value", "flag", "missing", "drop");

    public static Choice<TableRule> Choice { get; } = new(
        "suspicious", "Impossible or implausible values: told (flag), set missing, or dropped with their row.", [s_action], settings => new SuspiciousValues(settings.Word(s_action)));

    internal override void Apply(Roster roster, DateTime? asOf, RunContext context)
    {
        var found = new IReadOnlyList<Suspicion>[roster.Columns.Count];
        EachColumn.Do(found.Length, context, q => found[q] = Suspicions.In(roster.Columns[q], asOf));
        var leaves = new bool[roster.Count];
        for (var q = 0; q < found.Length; q++)
        {
            var column = roster.Columns[q];
            foreach (var group in found[q].GroupBy(s => s.Kind, StringComparer.Ordinal))
            {
                var reasons = group.ToDictionary(s => s.Row, s => s.Reason);
                int[] rows = [.. group.Select(s => s.Row).Order()];
                roster.Book.Cells("suspicious", column, roster.Ids, rows, action switch { "missing" => "set missing", "drop" => "row dropped", _ => "flagged" }, group.Key,
                    row => (Cell.Text(column.Column, row), action == "flag" ? Cell.Text(column.Column, row) : "", reasons[row]));
                foreach (var row in rows) leaves[row] = true;
            }

            if (action == "missing" && found[q].Count > 0) roster.Columns[q] = column with { Column = Cell.Missing(column.Column, found[q].Select(s => s.Row)) };
        }

        roster.Drop("suspicious", action == "drop" ? leaves : new bool[roster.Count]);
    }
}
