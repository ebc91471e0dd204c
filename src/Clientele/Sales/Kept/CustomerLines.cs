namespace Clientele.Sales.Kept;

/// <summary>Puts the noted lines of one customer into their order and writes them into the columns. One per thread.</summary>
/// <remarks>
/// Lines are brought together by invoice, sorted within it, and the orders sorted by their first time. Orders of the same time are told
/// apart by their lines; if those are equal, too, nobody could tell which came first. So no result hangs on a hash.
/// </remarks>
internal sealed unsafe class CustomerLines
{
    private readonly KeptLines _into;
    private readonly LineTexts _texts;
    private readonly RunOrder _runs = new();
    private readonly WithinOrder _within = new();
    private readonly OrderOrder _orders;
    private int[] _starts = new int[64];
    private int[] _order = new int[64];

    public CustomerLines(KeptLines into, LineTexts texts)
    {
        (_into, _texts) = (into, texts);
        _orders = new OrderOrder(_within);
    }

    /// <summary>Writes the lines behind <paramref name="heads"/>, orders counted from 0.</summary>
    /// <returns>How many orders they are.</returns>
    public int Write(ReadOnlySpan<nint> heads, int at)
    {
        var lines = 0;
        foreach (var head in heads) lines += (int)(uint)*(ulong*)head;
        var byInvoice = _runs.Sorted(heads);
        _within.Room(lines);
        var (count, orders) = (0, 0);
        for (var r = 0; r < heads.Length; r++)
        {
            var head = (ulong*)heads[byInvoice[r]];
            if (r == 0 || head[1] != ((ulong*)heads[byInvoice[r - 1]])[1])
            {
                if (orders > 0) _within.Sort(_starts[orders - 1], count);
                if (orders + 2 > _starts.Length) Array.Resize(ref _starts, 2 * _starts.Length);
                _starts[orders++] = count;
            }

            count = _within.Take(head, count, _texts);
        }

        if (orders > 0) _within.Sort(_starts[orders - 1], count);
        _starts[orders] = count;
        if (_order.Length < orders) _order = new int[2 * orders];
        for (var i = 0; i < orders; i++) _order[i] = i;
        _orders.Sort(_order, orders, _starts);
        for (var i = 0; i < orders; i++)
        {
            for (var l = _starts[_order[i]]; l < _starts[_order[i] + 1]; l++) _within.Put(_into, at++, _within.Lines[l], i);
        }

        return orders;
    }

    /// <summary>Runs by invoice; equal invoices stay together, whatever their hash.</summary>
    private sealed class RunOrder : IndexOrder
    {
        private ulong[] _invoices = new ulong[64];
        private int[] _order = new int[64];

        public int[] Sorted(ReadOnlySpan<nint> heads)
        {
            if (_invoices.Length < heads.Length)
            {
                _invoices = new ulong[2 * heads.Length];
                _order = new int[2 * heads.Length];
            }

            for (var i = 0; i < heads.Length; i++)
            {
                _invoices[i] = ((ulong*)heads[i])[1];
                _order[i] = i;
            }

            Sort(_order, 0, heads.Length);
            return _order;
        }

        protected override int Compare(int a, int b) => _invoices[a].CompareTo(_invoices[b]);
    }

    /// <summary>Orders by their first time, then line by line.</summary>
    private sealed class OrderOrder(WithinOrder lines) : IndexOrder
    {
        private int[] _starts = [];

        public void Sort(int[] orders, int count, int[] starts)
        {
            _starts = starts;
            Sort(orders, 0, count);
        }

        protected override int Compare(int a, int b)
        {
            var (i, j) = (_starts[a], _starts[b]);
            var order = 0;
            for (; order == 0 && i < _starts[a + 1] && j < _starts[b + 1]; i++, j++) order = lines.CompareLines(lines.Lines[i], lines.Lines[j]);
            return order != 0 ? order : (_starts[a + 1] - _starts[a]).CompareTo(_starts[b + 1] - _starts[b]);
        }
    }
}
