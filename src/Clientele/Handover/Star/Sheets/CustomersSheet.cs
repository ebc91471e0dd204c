using Clientele.Customers;
using Clientele.Reports.Writing;
using Clientele.Segments;

namespace Clientele.Handover.Star.Sheets;

/// <summary>The customers: id, segment, scores, then every column of the customer table.</summary>
internal sealed class CustomersSheet : IStarSheet
{
    private readonly HandoverRun _run;
    private readonly string[] _keys;
    private readonly string[] _segments;
    private readonly string[] _clusters;
    private readonly List<(CustomerColumn Column, bool DayOnly)> _columns = [];

    /// <summary>Takes the table as it lies.</summary>
    /// <param name="run">With its customers and segments.</param>
    /// <param name="keys">Key per customer.</param>
    /// <param name="segments">Key per segment.</param>
    /// <param name="clusters">Key per cluster; empty where there are none.</param>
    /// <param name="reserved">Names that columns must not have.</param>
    public CustomersSheet(HandoverRun run, string[] keys, string[] segments, string[] clusters, string[] reserved)
    {
        (_run, _keys, _segments, _clusters) = (run, keys, segments, clusters);
        Table = new("customers", "One customer.", run.Customers.Count, Columns(new StarNames(reserved)));
    }

    public StarTable Table { get; }

    /// <summary>The heading of a column of the customer table; null when it is not there.</summary>
    public string? HeadingOf(string column)
    {
        var from = Table.Columns.Count - _columns.Count;
        for (var i = 0; i < _columns.Count; i++)
        {
            if (_columns[i].Column.Name == column) return Table.Columns[from + i].Name;
        }

        return null;
    }

    public void Write(Stream output)
    {
        var header = new Utf8Text(1024);
        header.Header(Table);
        header.FlushTo(output);
        RowBlocks.Write(_run.Customers.Count, _run.Threads, output, Format, _run.Cancellation);
    }

    private List<StarColumn> Columns(StarNames names)
    {
        var columns = new List<StarColumn>
        {
            new(names.Take("customer"), StarType.Text, "", "Key: the id; with ~2 where two ids differ by nothing that every program can see.") { IsKey = true },
            new(names.Take("customer_id"), StarType.Text, "", "The id as it stands in the files."),
            new(names.Take("segment"), StarType.Text, "", "Segment; points to segments.") { Hidden = true },
        };
        if (_run.Clusters is not null) columns.Add(new(names.Take("cluster"), StarType.Text, "", "Cluster; points to clusters.") { Hidden = true });
        if (_run.Scores is not null)
        {
            columns.Add(new(names.Take("r"), StarType.Whole, "", "Score for recency, 1 (worst) to 5 (best)."));
            columns.Add(new(names.Take("f"), StarType.Whole, "", "Score for frequency, 1 (worst) to 5 (best)."));
            columns.Add(new(names.Take("m"), StarType.Whole, "", "Score for money, 1 (worst) to 5 (best)."));
        }

        foreach (var column in _run.Customers.Columns)
        {
            var dayOnly = column.Kind == ColumnKind.Date && Array.TrueForAll(column.Ticks, t => t % TimeSpan.TicksPerDay == 0);
            _columns.Add((column, dayOnly));
            columns.Add(Described(column, names.Take(column.Name), dayOnly));
        }

        return columns;
    }

    private static StarColumn Described(CustomerColumn column, string name, bool dayOnly)
    {
        var type = column.Kind switch
        {
            ColumnKind.Money => StarCells.TypeOf(column.Amounts),
            ColumnKind.Date => dayOnly ? StarType.Day : StarType.Instant,
            ColumnKind.Number => StarCells.AllWhole(column.Numbers) ? StarType.Whole : StarType.Number,
            _ => StarType.Text,
        };
        return new(name, type, column.Unit, column.Meaning) { Format = column.Kind == ColumnKind.Money ? "#,0.00" : type == StarType.Number ? "#,0.##" : null };
    }

    private void Format(int from, int to, Utf8Text text)
    {
        for (var row = from; row < to; row++)
        {
            text.Cell(_keys[row]);
            text.Byte((byte)',');
            text.Cell(_run.Customers.Ids[row]);
            text.Byte((byte)',');
            text.Cell(_segments[_run.Segments.Labels[row]]);
            if (_run.Clusters is { } clusters)
            {
                text.Byte((byte)',');
                text.Cell(_clusters[clusters.Labels[row]]);
            }

            if (_run.Scores is { } scores) Scores(scores, row, text);
            foreach (var (column, dayOnly) in _columns)
            {
                text.Byte((byte)',');
                text.Value(column, row, dayOnly);
            }

            text.Byte((byte)'\n');
        }
    }

    private static void Scores(RfmScores scores, int row, Utf8Text text)
    {
        foreach (var score in (ReadOnlySpan<byte>)[scores.R[row], scores.F[row], scores.M[row]])
        {
            text.Byte((byte)',');
            text.Byte((byte)('0' + score));
        }
    }
}
