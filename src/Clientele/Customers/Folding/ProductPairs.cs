namespace Clientele.Customers.Folding;

/// <summary>
/// Which customer bought which product, for one partition: written down line by line, and made distinct at the end, customer by customer.
/// When many notes wait, they are made distinct on the way: 8 bytes a pair are kept, or a line where pairs hardly repeat.
/// </summary>
/// <remarks>Notes are words: the customer's index and a number of lines, then the hash of the product of each line.</remarks>
/// <param name="store">Where notes are written.</param>
/// <param name="pending">Notes that may wait before they are made distinct.</param>
internal sealed unsafe class ProductPairs(PieceStore store, long pending = ProductPairs.MostPending)
{
    public const long MostPending = 1 << 20;

    private Piece[] _pieces = new Piece[4];
    private int _count;
    private ulong* _next;
    private ulong* _end;
    private ulong* _head;
    private int _at = -1;
    private long _before;

    // Notes that may wait: at least twice what was distinct of them.
    private long _pending = pending;

    /// <summary>Many notes wait: <see cref="Condense"/> them.</summary>
    public bool IsFull => _before >= _pending;

    /// <summary>Begins the notes of a customer.</summary>
    /// <param name="index">The customer's place in the partition.</param>
    /// <param name="most">Lines that may follow.</param>
    public void Begin(int index, int most)
    {
        if (_end - _next <= most) More(most + 1);
        _head = _next++;
        *_head = (ulong)(uint)index << 32;
    }

    /// <summary>Notes a kept line.</summary>
    /// <param name="product">The product's hash.</param>
    public void Add(ulong product) => *_next++ = product;

    /// <summary>Notes kept lines, all of them with a product.</summary>
    public void Add(ReadOnlySpan<ulong> products)
    {
        products.CopyTo(new Span<ulong>(_next, products.Length));
        _next += products.Length;
    }

    /// <summary>Ends the notes of a customer.</summary>
    public void End()
    {
        *_head |= (ulong)(_next - _head - 1);
    }

    /// <summary>Counts each customer's distinct products.</summary>
    /// <param name="customers">The partition's customers.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="shop">Takes every product.</param>
    /// <param name="scratch">To work with.</param>
    public void Settle(CustomerFold[] customers, int count, ProductSet shop, DistinctScratch scratch)
    {
        var (words, ends) = Gather(count, scratch);
        for (var (c, start) = (0, 0); c < count; start = ends[c++])
        {
            var list = words.AsSpan(start, ends[c] - start);
            customers[c].Products = scratch.Distinct(list);
            foreach (var product in list[..customers[c].Products]) shop.Add(product);
        }

        Forget();
    }

    /// <summary>Keeps the notes of distinct pairs alone.</summary>
    /// <param name="count">Customers in the partition.</param>
    /// <param name="scratch">To work with.</param>
    public void Condense(int count, DistinctScratch scratch)
    {
        var (words, ends) = Gather(count, scratch);
        Forget();
        var kept = 0L;
        for (var (c, start) = (0, 0); c < count; start = ends[c++])
        {
            var list = words.AsSpan(start, ends[c] - start);
            list = list[..scratch.Distinct(list)];
            if (list.IsEmpty) continue;
            Begin(c, list.Length);
            Add(list);
            End();
            kept += list.Length;
        }

        _pending = Math.Max(_pending, 2 * kept);
    }

    /// <summary>All notes, those of a customer side by side; and where each customer's end.</summary>
    private (ulong[] Words, int[] Ends) Gather(int count, DistinctScratch scratch)
    {
        if (_at >= 0) CloseLast();
        var ends = scratch.Ends(count);
        for (var p = 0; p <= _at; p++)
        {
            for (var note = _pieces[p].Start; note < _pieces[p].Start + _pieces[p].Used; note += 1 + (uint)*note) ends[(int)(*note >> 32)] += (int)(uint)*note;
        }

        var total = 0;
        for (var c = 0; c < count; c++) (ends[c], total) = (total, checked(total + ends[c]));
        var words = scratch.Words(total);
        for (var p = 0; p <= _at; p++)
        {
            for (var note = _pieces[p].Start; note < _pieces[p].Start + _pieces[p].Used; note += 1 + (uint)*note)
            {
                ref var end = ref ends[(int)(*note >> 32)];
                new ReadOnlySpan<ulong>(note + 1, (int)(uint)*note).CopyTo(words.AsSpan(end));
                end += (int)(uint)*note;
            }
        }

        return (words, ends);
    }

    private void Forget()
    {
        (_at, _before) = (-1, 0);
        _next = _end = null;
    }

    private void CloseLast()
    {
        ref var piece = ref _pieces[_at];
        piece.Used = _next - piece.Start;
        _before += piece.Used;
    }

    private void More(int least)
    {
        if (_at >= 0) CloseLast();
        while (++_at < _count && _pieces[_at].Room < least) _pieces[_at].Used = 0;
        if (_at == _count)
        {
            if (_count == _pieces.Length)
            {
                var pieces = _pieces;
                _pieces = new Piece[2 * _count];
                Array.Copy(pieces, _pieces, _count);
            }

            var start = store.Take(least, out var room);
            _pieces[_count++] = new Piece { Start = start, Room = room };
        }

        _next = _pieces[_at].Start;
        _end = _next + _pieces[_at].Room;
    }

    private struct Piece
    {
        public ulong* Start;
        public int Room;
        public long Used;
    }
}
