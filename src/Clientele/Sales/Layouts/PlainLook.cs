using Clientele.Sales.Files;

namespace Clientele.Sales.Layouts;

/// <summary>What stands in a file before anything is said of its meaning: for choosing columns by hand when roles cannot be found out.</summary>
public static class PlainLook
{
    private const int MostRows = 5;
    private const int MostExamples = 3;
    private const int MostCharacters = 40;

    /// <summary>Looks at a sample of the file, a few reads whatever its size.</summary>
    /// <param name="path">As given.</param>
    /// <param name="options">Roles are not heeded.</param>
    /// <exception cref="UserException">It is no table at all.</exception>
    public static PlainView Of(string path, ReadOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var sample = TextProbe.Take(path, options, null);
        var columns = RecordLayout.Of(path, sample, options, []).Columns;
        var (texts, rows) = (new List<string>[columns.Count], new List<IReadOnlyList<string>>());
        for (var i = 0; i < texts.Length; i++) texts[i] = [];
        for (var record = columns.Header.FirstData; record < columns.Table.Count; record++)
        {
            if (!columns.IsData(record)) continue;
            var row = new string[columns.Count];
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = Cut(columns.Table.CellText(record, i));
                if (row[i].Length > 0 && texts[i].Count < MostExamples && !texts[i].Contains(row[i], StringComparer.Ordinal)) texts[i].Add(row[i]);
            }

            if (rows.Count < MostRows) rows.Add(row);
        }

        return new PlainView([.. texts.Select((examples, i) => new InspectColumn(i + 1, columns.Name(i), null, columns.Profiles[i].Type, examples))], rows, sample.Length);
    }

    private static string Cut(string text)
    {
        var line = Words.OneLine(text);
        return line.Length > MostCharacters ? string.Concat(line.AsSpan(0, MostCharacters - 1), "…") : line;
    }
}

/// <summary>A file as it stands.</summary>
/// <param name="Columns">Without roles.</param>
/// <param name="Rows">The first data rows, at most five; cells cut to 40 characters.</param>
/// <param name="Length">Bytes of the file as stored.</param>
public sealed record PlainView(IReadOnlyList<InspectColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, long Length);
