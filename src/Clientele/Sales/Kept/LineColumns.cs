namespace Clientele.Sales.Kept;

/// <summary>Noted lines of all partitions into columns.</summary>
internal sealed class LineColumns
{
    private readonly nint[][] _heads;
    private readonly NoteRows _rows;
    private readonly RunContext _context;
    private readonly int[] _starts;
    private readonly int[] _orders;

    private LineColumns(nint[][] heads, NoteRows rows, RunContext context)
    {
        (_heads, _rows, _context) = (heads, rows, context);
        _starts = new int[rows.Count + 1];
        _orders = new int[rows.Count + 1];
    }

    /// <summary>Lines in their order.</summary>
    /// <param name="heads">Addresses of noted runs, per partition.</param>
    /// <param name="rows">Rows of customers.</param>
    /// <param name="texts">New indexes of products and facets.</param>
    /// <param name="context">Threads, and cancellation that is checked per partition.</param>
    public static KeptLines Of(nint[][] heads, NoteRows rows, LineTexts texts, RunContext context) =>
        new LineColumns(heads, rows, context).Columns(texts);

    private KeptLines Columns(LineTexts texts)
    {
        Hands.Share(_heads.Length, _context, Count);
        for (var i = 0; i < _rows.Count; i++) _starts[i + 1] = checked(_starts[i + 1] + _starts[i]);
        var lines = new KeptLines(_starts[_rows.Count], texts.Countries.Length > 0, texts.Stores.Length > 0, texts.Categories.Length > 0);
        var writers = new CustomerLines[Hands.Count(_context.Threads)];
        for (var i = 0; i < writers.Length; i++) writers[i] = new CustomerLines(lines, texts);
        Hands.Share(_heads.Length, _context, (partition, worker) => Write(partition, writers[worker]));
        Number(lines);
        return lines;
    }

    private unsafe void Count(int partition, int worker)
    {
        var rows = _rows.Rows[partition];
        foreach (var head in _heads[partition])
        {
            var first = *(ulong*)head;
            _starts[rows[(int)(first >> 32)] + 1] += (int)(uint)first; // a customer is in one partition only
        }
    }

    private unsafe void Write(int partition, CustomerLines writer)
    {
        var rows = _rows.Rows[partition];
        var heads = _heads[partition];
        var ends = new int[rows.Length + 1];
        foreach (var head in heads) ends[(int)(*(ulong*)head >> 32) + 1]++;
        for (var i = 0; i < rows.Length; i++) ends[i + 1] += ends[i];
        var sorted = new nint[heads.Length];
        var next = new int[rows.Length + 1];
        Array.Copy(ends, next, ends.Length);
        foreach (var head in heads) sorted[next[(int)(*(ulong*)head >> 32)]++] = head;
        for (var i = 0; i < rows.Length; i++)
        {
            if (ends[i + 1] > ends[i]) _orders[rows[i] + 1] = writer.Write(new ReadOnlySpan<nint>(sorted, ends[i], ends[i + 1] - ends[i]), _starts[rows[i]]);
        }
    }

    /// <summary>Numbers the orders through all customers.</summary>
    private void Number(KeptLines lines)
    {
        for (var i = 0; i < _rows.Count; i++) _orders[i + 1] += _orders[i];
        var count = _orders[_rows.Count];
        lines.OrderStarts = new int[count + 1];
        lines.OrderStarts[count] = lines.Count;
        lines.OrderCustomers = new int[count];
        lines.CustomerOrders = new int[_rows.Known + 1];
        Array.Copy(_orders, lines.CustomerOrders, _rows.Known + 1);
        var order = -1;
        for (var row = 0; row < _rows.Count; row++)
        {
            var before = -1;
            for (var l = _starts[row]; l < _starts[row + 1]; l++)
            {
                if (lines.Orders[l] != before)
                {
                    before = lines.Orders[l];
                    lines.OrderStarts[++order] = l;
                    lines.OrderCustomers[order] = row < _rows.Known ? row : -1;
                }

                lines.Orders[l] = order;
            }
        }
    }
}
