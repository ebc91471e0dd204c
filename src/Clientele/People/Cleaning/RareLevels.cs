using Clientele.People.Reading;

namespace Clientele.People.Cleaning;

/// <summary>Rare categories become one.</summary>
internal sealed class RareLevels(double share) : TableRule
{
    private const string Pool = "Other";
    private static readonly Knob s_share = new("share", "Categories below this share of the filled cells are pooled", 0.01, 0, 0.5);

    public static Choice<TableRule> Choice { get; } = new("rare", "Rare categories are pooled into 'Other'; ordered ones stay.", [s_share], settings => new RareLevels(settings[s_share]));

    internal override void Apply(Roster roster, DateTime? asOf, RunContext context)
    {
        for (var q = 0; q < roster.Columns.Count; q++)
        {
            var column = roster.Columns[q];
            if (column.Column.Nature != Tables.ColumnKind.Category || column.Note.Part == ColumnPart.Outcome || column.Column.Kind != Customers.ColumnKind.Text) continue;
            var counts = column.Column.Texts.Where(t => t.Length > 0).CountBy(t => t, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
            var filled = counts.Values.Sum(c => (long)c);
            var rare = counts.Where(c => c.Value < share * filled && c.Key != Pool).Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
            // One rare category alone would only change its name.
            if (rare.Count < 2 && !(rare.Count == 1 && counts.ContainsKey(Pool))) continue;
            var (texts, rows) = ((string[])column.Column.Texts.Clone(), new List<int>());
            for (var row = 0; row < texts.Length; row++)
            {
                if (!rare.Contains(texts[row])) continue;
                texts[row] = Pool;
                rows.Add(row);
            }

            roster.Book.Cells("rare", column, roster.Ids, rows, "pooled", $"{rare.Count} categories below {(share * 100).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture)} %", row => (column.Column.Texts[row], Pool, "rare"));
            roster.Columns[q] = column with { Column = Cell.Texts(column.Column, texts) };
        }
    }
}
