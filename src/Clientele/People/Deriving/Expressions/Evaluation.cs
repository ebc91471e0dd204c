using Clientele.Customers;

namespace Clientele.People.Deriving.Expressions;

/// <summary>
/// Works a formula out for every row, a block of rows after the other, so that what stands between two steps stays in the cache. Missing in,
/// missing out; what is not defined is missing, too, and counted.
/// </summary>
internal sealed class Evaluation
{
    private const int Block = 1024;

    private readonly Func<string, CustomerColumn> _column;
    private readonly int _rows;
    private readonly DateTime? _asOf;
    private readonly Dictionary<string, CustomerColumn> _columns = new(StringComparer.Ordinal);
    private readonly List<double[]> _rooms = [];
    private readonly Action<int> _mark;
    private bool[]? _undefined;
    private int _from;

    /// <summary>For one table.</summary>
    /// <param name="column">A column by name.</param>
    /// <param name="rows">Rows of the table.</param>
    /// <param name="asOf">The day that years and days count to.</param>
    public Evaluation(Func<string, CustomerColumn> column, int rows, DateTime? asOf)
    {
        (_column, _rows, _asOf) = (column, rows, asOf);
        _mark = row => (_undefined ??= new bool[_rows])[_from + row] = true;
    }

    /// <summary>Rows in which something was divided by zero, a root or logarithm was not defined, or a number became too large.</summary>
    public long Undefined
    {
        get
        {
            var count = 0L;
            foreach (var undefined in _undefined ?? []) count += undefined ? 1 : 0;
            return count;
        }
    }

    /// <summary>[rows]; NaN for missing, else finite.</summary>
    public double[] Numbers(Node node)
    {
        if (node is ColumnNode named) return Column(named.Name).Numbers;
        var values = new double[_rows];
        for (_from = 0; _from == 0 || _from < _rows; _from += Block) Fill(node, _from, values.AsSpan(_from, Math.Min(Block, _rows - _from)), 0);
        return values;
    }

    private CustomerColumn Column(string name) => _columns.TryGetValue(name, out var known) ? known : _columns[name] = _column(name);

    // What a node gives for the rows from … on; it may lie in a room of its depth, which deeper nodes leave alone.
    private ReadOnlySpan<double> Of(Node node, int from, int count, int depth)
    {
        if (node is ColumnNode named) return Column(named.Name).Numbers.AsSpan(from, count);
        while (_rooms.Count <= depth) _rooms.Add(new double[Block]);
        var room = _rooms[depth].AsSpan(0, count);
        Fill(node, from, room, depth + 1);
        return room;
    }

    private void Fill(Node node, int from, Span<double> to, int depth)
    {
        switch (node)
        {
            case NumberNode number: to.Fill(number.Value); break;
            case ColumnNode: Of(node, from, to.Length, depth).CopyTo(to); break;
            case CallNode call: Fill(call, from, to, depth); break;
            default: throw new ArgumentException("No number.", nameof(node));
        }
    }

    private void Fill(CallNode call, int from, Span<double> to, int depth)
    {
        var a = call.Arguments;
        switch (call.Operation)
        {
            case Operation.DateDifference: Days(Dates(a[0], from, to.Length), Dates(a[1], from, to.Length), to); return;
            case Operation.Days when a.Count == 1: Days(Dates(new AsOfNode(), from, to.Length), Dates(a[0], from, to.Length), to); return;
            case Operation.Days: Days(Dates(a[1], from, to.Length), Dates(a[0], from, to.Length), to); return;
            case Operation.Years: Years(a[0], from, to, depth); return;
            case Operation.Equal or Operation.NotEqual when a[0].Kind == ValueKind.Text: Same(call.Operation, a, from, to); return;
            case Operation.If: If(a, from, to, depth); return;
        }

        if (a[0].Kind == ValueKind.Date) Known(Dates(a[0], from, to.Length), to);
        else Fill(a[0], from, to, depth);
        if (a.Count == 1) RowSteps.Apply(call.Operation, to, to, _mark);
        for (var i = 1; i < a.Count; i++)
        {
            var other = a[i].Kind == ValueKind.Date ? Known(a[i], from, to.Length, depth) : Of(a[i], from, to.Length, depth);
            RowSteps.Apply(call.Operation, to, other, _mark);
        }
    }

    private void Same(Operation operation, IReadOnlyList<Node> a, int from, Span<double> to)
    {
        for (var i = 0; i < to.Length; i++)
        {
            var (x, y) = (Text(a[0], from + i), Text(a[1], from + i));
            to[i] = x.Length == 0 || y.Length == 0 ? double.NaN : string.Equals(x, y, StringComparison.Ordinal) == (operation == Operation.Equal) ? 1 : 0;
        }
    }

    private void If(IReadOnlyList<Node> a, int from, Span<double> to, int depth)
    {
        var condition = Of(a[0], from, to.Length, depth);
        var yes = Of(a[1], from, to.Length, depth + 1);
        var no = Of(a[2], from, to.Length, depth + 2);
        for (var i = 0; i < to.Length; i++) to[i] = double.IsNaN(condition[i]) ? double.NaN : condition[i] != 0 ? yes[i] : no[i];
    }

    private void Years(Node node, int from, Span<double> to, int depth)
    {
        var day = Day();
        if (node.Kind == ValueKind.Date)
        {
            var born = Dates(node, from, to.Length);
            for (var i = 0; i < to.Length; i++) to[i] = Ages.Years(born[i], day);
            return;
        }

        var years = Of(node, from, to.Length, depth);
        for (var i = 0; i < to.Length; i++) to[i] = day.Year - years[i];
    }

    // Whole days and parts of days.
    private static void Days(ReadOnlySpan<long> later, ReadOnlySpan<long> earlier, Span<double> to)
    {
        for (var i = 0; i < to.Length; i++) to[i] = later[i] == 0 || earlier[i] == 0 ? double.NaN : (later[i] - earlier[i]) / (double)TimeSpan.TicksPerDay;
    }

    private static void Known(ReadOnlySpan<long> ticks, Span<double> to)
    {
        for (var i = 0; i < to.Length; i++) to[i] = ticks[i] == 0 ? double.NaN : ticks[i];
    }

    private double[] Known(Node node, int from, int count, int depth)
    {
        while (_rooms.Count <= depth) _rooms.Add(new double[Block]);
        Known(Dates(node, from, count), _rooms[depth].AsSpan(0, count));
        return _rooms[depth];
    }

    private ReadOnlySpan<long> Dates(Node node, int from, int count)
    {
        if (node is ColumnNode named) return Column(named.Name).Ticks.AsSpan(from, count);
        var ticks = new long[count];
        Array.Fill(ticks, node is DateNode date ? date.Ticks : Day().Ticks);
        return ticks;
    }

    private string Text(Node node, int row) => node is ColumnNode named ? Column(named.Name).Texts[row] : ((TextNode)node).Value;

    private DateTime Day() => _asOf ?? throw new UserException("people.as-of", "A formula counts years or days to the as-of day, and no date in the table gives one.", "Say --as-of 2024-12-31.");
}
