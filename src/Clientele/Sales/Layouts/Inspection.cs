using Clientele.Sales.Files;

namespace Clientele.Sales.Layouts;

/// <summary>Shows what was understood about a file.</summary>
public static class Inspection
{
    private const int MostRows = 5;
    private const int MostExamples = 3;
    private const int MostCharacters = 40;

    /// <summary>Looks into a file and understands it, without reading it all.</summary>
    /// <param name="path">As given; <c>-</c> is standard input.</param>
    /// <param name="options">What a person said about it.</param>
    /// <param name="standardInput">Read to its end when <paramref name="path"/> is <c>-</c>.</param>
    public static InspectView Of(string path, ReadOptions options, Stream? standardInput)
    {
        var sample = TextProbe.Take(path, options, standardInput);
        return Of(LayoutReader.Understand(path, sample, options), sample);
    }

    internal static InspectView Of(Layout layout, TextSample sample)
    {
        var dialect = DialectFinder.Find(layout.Path, sample, ReadOptions.Default with
        {
            Delimiter = layout.Text.BlankRuns ? "blanks" : ((char)layout.Text.Delimiter).ToString(),
        });
        var table = LayoutReader.Table(sample, dialect);
        var first = 0;
        while (first < table.Count && table[first].Line > 0 && table[first].Line <= layout.SkippedLines) first++;
        return new InspectView
        {
            Path = layout.Path,
            Container = layout.Text.Container,
            Encoding = layout.Text.Encoding,
            Delimiter = dialect.Name,
            Sheet = layout.Text.Sheet,
            Length = sample.Length,
            HeaderLine = layout.HeaderLine,
            SkippedLines = layout.SkippedLines,
            Money = layout.Money,
            Columns = Columns(layout, table, first),
            Decisions = layout.Decisions,
            Rows = Rows(layout, table, first),
        };
    }

    private static InspectColumn[] Columns(Layout layout, SampleTable table, int first)
    {
        var columns = new InspectColumn[layout.Columns.Count];
        for (var i = 0; i < columns.Length; i++)
        {
            string? role = null;
            for (var r = Role.Customer; r <= Role.Currency; r++)
            {
                if (layout[r] == i) role = RoleFinder.NameOf(r);
            }

            columns[i] = new(i + 1, layout.Columns[i], role, ColumnProfile.Of(table, first, columns.Length, i).Type, Examples(table, first, columns.Length, i));
        }

        return columns;
    }

    private static List<string> Examples(SampleTable table, int first, int width, int column)
    {
        var examples = new List<string>();
        for (var i = first; i < table.Count && examples.Count < MostExamples; i++)
        {
            if (table[i].Fields != width || !table[i].Whole) continue;
            var text = Words.OneLine(table.CellText(i, column));
            if (text.Length > MostCharacters) text = string.Concat(text.AsSpan(0, MostCharacters - 1), "…");
            if (text.Length > 0 && !examples.Contains(text, StringComparer.Ordinal)) examples.Add(text);
        }

        return examples;
    }

    private static List<InspectRow> Rows(Layout layout, SampleTable table, int first)
    {
        var rows = new List<InspectRow>();
        for (var i = first; i < table.Count && rows.Count < MostRows && table[i].Line > 0; i++) rows.Add(Row(layout, table, i));
        return rows;
    }

    private static InspectRow Row(Layout layout, SampleTable table, int record)
    {
        if (!table[record].Whole || table[record].Fields != layout.Columns.Count)
        {
            var what = table[record].Whole ? $"{table[record].Fields} fields instead of {layout.Columns.Count}" : "a quote out of place";
            return new(table[record].Line, "", null, null, null, null, null, null, null, what);
        }

        string? trouble = null;
        var date = Date(layout, table, record, ref trouble);
        var quantity = Number(layout, table, record, Role.Quantity, ref trouble);
        var money = layout.Money switch
        {
            MoneySource.Amount => Number(layout, table, record, Role.Amount, ref trouble),
            MoneySource.None => null,
            MoneySource.Price => Number(layout, table, record, Role.Price, ref trouble),
            _ => Product(quantity, Number(layout, table, record, Role.Price, ref trouble), ref trouble),
        };
        return new(
            table[record].Line,
            Id(layout, table, record, Role.Customer, layout.FloatCustomerIds) ?? "",
            Id(layout, table, record, Role.Invoice, layout.FloatInvoiceIds),
            Text(layout, table, record, Role.Product),
            Text(layout, table, record, Role.Description),
            quantity is { } q ? Money.Of(q.Mantissa, q.Scale).ToText(leastDecimals: 0) : null,
            money is { } m ? Money.Of(m.Mantissa, m.Scale).ToText() : null,
            date,
            Text(layout, table, record, Role.Country),
            trouble);
    }

    private static string? Text(Layout layout, SampleTable table, int record, Role role) => layout[role] < 0 ? null : table.CellText(record, layout[role]);

    private static string? Id(Layout layout, SampleTable table, int record, Role role, bool floats)
    {
        var id = Text(layout, table, record, role);
        return floats && id is not null && id.EndsWith(".0", StringComparison.Ordinal) ? id[..^2] : id;
    }

    private static DateTime? Date(Layout layout, SampleTable table, int record, ref string? trouble)
    {
        if (layout.Dates is null || layout[Role.Date] < 0) return null;
        LayoutEvidence unused = default;
        long time = 0;
        if (DateParser.TryParse(table.Cell(record, layout[Role.Date]), layout.Dates, out var ticks, ref unused)
            && (layout[Role.Time] < 0 || DateParser.TryParseTime(table.Cell(record, layout[Role.Time]), out time)))
        {
            return new DateTime(ticks + time, DateTimeKind.Unspecified);
        }

        trouble ??= $"the date \"{table.CellText(record, layout[Role.Date])}\" cannot be read";
        return null;
    }

    private static (Int128 Mantissa, int Scale)? Number(Layout layout, SampleTable table, int record, Role role, ref string? trouble)
    {
        if (layout[role] < 0) return null;
        if (NumberParser.TryParse(table.Cell(record, layout[role]), layout.Numbers, out var mantissa, out var scale)) return (mantissa, scale);
        trouble ??= $"the {RoleFinder.NameOf(role)} \"{table.CellText(record, layout[role])}\" cannot be read";
        return null;
    }

    private static (Int128 Mantissa, int Scale)? Product((Int128 Mantissa, int Scale)? quantity, (Int128 Mantissa, int Scale)? price, ref string? trouble)
    {
        if (quantity is not { } q || price is not { } p) return null;
        if (q.Scale + p.Scale <= Money.Scale && Int128.Abs(q.Mantissa) <= Int128.MaxValue / Int128.Max(1, Int128.Abs(p.Mantissa)) / Money.Pow10(Money.Scale - q.Scale - p.Scale))
        {
            return (q.Mantissa * p.Mantissa, q.Scale + p.Scale);
        }

        trouble ??= "quantity × price is too large or has too many decimals to be shown";
        return null;
    }
}
