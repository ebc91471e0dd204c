using System.Runtime.InteropServices;
using System.Text;

namespace Clientele.Web.Runs;

/// <summary>Two runs side by side: what each segment is worth, and where its customers are in the other run.</summary>
/// <param name="Crossing">Customers [a's segments + 1][b's segments + 1]; the last row and column hold those whom the other run does not have.</param>
/// <param name="Both">Customers of both runs.</param>
internal sealed record Comparison(ComparedRun A, ComparedRun B, int[][] Crossing, int Both, int OnlyA, int OnlyB)
{
    private const string Rows = "segments.csv";

    /// <summary>Reads segments.csv of both. Cost: one pass over each; memory grows with the customers of the first.</summary>
    /// <param name="by">Column that names the segment: segment or cluster.</param>
    /// <exception cref="UserException">A run has no segments of that kind, or its file is damaged.</exception>
    public static Comparison Of(StoredRun a, string by, StoredRun b, string otherBy, CancellationToken ct)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var first = Tally.Read(a, by, (customer, segment) => places[customer] = segment, ct);
        var pairs = new Dictionary<(int A, int B), int>();
        var (both, onlyB) = (0, 0);
        var second = Tally.Read(b, otherBy, (customer, segment) =>
        {
            if (places.Remove(customer, out var place)) both++;
            else (place, onlyB) = (-1, onlyB + 1);
            CollectionsMarshal.GetValueRefOrAddDefault(pairs, (place, segment), out _)++;
        }, ct);
        foreach (var place in places.Values) CollectionsMarshal.GetValueRefOrAddDefault(pairs, (place, -1), out _)++;
        var (rows, columns) = (first.Order(), second.Order());
        var crossing = new int[rows.Length + 1][];
        for (var i = 0; i < crossing.Length; i++) crossing[i] = new int[columns.Length + 1];
        foreach (var (pair, count) in pairs) crossing[Place(rows, pair.A)][Place(columns, pair.B)] = count;
        return new Comparison(first.Show(a, by, rows), second.Show(b, otherBy, columns), crossing, both, places.Count, onlyB);
    }

    private static int Place(int[] order, int segment) => segment < 0 ? order.Length : Array.IndexOf(order, segment);

    /// <summary>Segments of one run as they are met.</summary>
    private sealed class Tally
    {
        private readonly List<string> _names = [];
        private readonly List<int> _customers = [];
        private readonly List<Money> _money = [];
        private bool _hasMoney;

        public static Tally Read(StoredRun run, string by, Action<string, int> each, CancellationToken ct)
        {
            using var stream = run.Folder.Open(Rows) ?? throw Problems.NotFound("list of customers: this run wrote no segments.csv");
            using var reader = new StreamReader(stream, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true, 1 << 16);
            var csv = new CsvReader(reader);
            var header = csv.Next() is { } titles ? titles.ToArray() : [];
            var (id, name, money) = (Array.IndexOf(header, "customer"), Array.IndexOf(header, by), Array.IndexOf(header, "monetary"));
            if (id < 0 || name < 0) throw Problems.NotFound($"column '{by}' in that run");
            var tally = new Tally { _hasMoney = money >= 0 };
            var places = new Dictionary<string, int>(StringComparer.Ordinal);
            var rows = 0;
            while (csv.Next() is { } row)
            {
                if ((++rows & 4095) == 0) ct.ThrowIfCancellationRequested();
                if (row.Count != header.Length) throw Problems.Damaged(Rows, "its rows differ in length");
                if (!places.TryGetValue(row[name], out var segment))
                {
                    places.Add(row[name], segment = tally._names.Count);
                    tally._names.Add(CsvReader.Plain(row[name]));
                    tally._customers.Add(0);
                    tally._money.Add(Money.Zero);
                }

                tally._customers[segment]++;
                if (money >= 0 && row[money].Length > 0) tally._money[segment] += Amount(row[money]);
                each(row[id], segment);
            }

            return tally;
        }

        /// <summary>Most money first, as everywhere; then most customers, then by name.</summary>
        public int[] Order() =>
            [.. Enumerable.Range(0, _names.Count).OrderByDescending(i => _money[i]).ThenByDescending(i => _customers[i]).ThenBy(i => _names[i], StringComparer.Ordinal)];

        public ComparedRun Show(StoredRun run, string by, int[] order)
        {
            var names = SegmentNames.Read(run);
            var own = names.GetValueOrDefault(by) ?? (by == "segment" ? names.GetValueOrDefault("cluster") : null) ?? [];
            return new(run.Id, run.Name, by, [.. order.Select(i => new ComparedSegment(own.GetValueOrDefault(_names[i], _names[i]), _customers[i], _hasMoney ? _money[i].ToText(0) : null))]);
        }

        private static Money Amount(string text)
        {
            try
            {
                return ExactMoney.Parse(text);
            }
            catch (FormatException)
            {
                // A customer table may call any column so; then it is no money of ours.
                return Money.Zero;
            }
        }
    }
}

/// <summary>One of two runs.</summary>
internal sealed record ComparedRun(string Id, string Name, string By, IReadOnlyList<ComparedSegment> Segments);

/// <summary>One segment of it.</summary>
/// <param name="Money">All digits, or null where the run has no money.</param>
internal sealed record ComparedSegment(string Name, int Customers, string? Money);
