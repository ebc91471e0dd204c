using System.Numerics;
using System.Runtime.CompilerServices;

namespace Clientele.Customers.Folding;

/// <summary>
/// Which customer bought which product, for one partition: written down line by line, and made distinct at the end, when a table of one
/// partition's pairs stays in the core's own cache. Beyond <see cref="MostPending"/> notes they are made distinct on the way.
/// </summary>
/// <remarks>Notes are words: the customer's index and a number of lines, then the hash of the product of each line.</remarks>
internal sealed unsafe class ProductPairs(PieceStore store)
{
    private const int MostPending = 1 << 17;
    private const int Turn = 23;
    private const int Ahead = 16;

    private Piece[] _pieces = new Piece[4];
    private int _count;
    private ulong* _next;
    private ulong* _end;
    private ulong* _head;
    private int _at = -1;
    private long _before;
    private PairSet? _distinct;

    /// <summary>Many notes wait: <see cref="Settle"/> now, while memory is small.</summary>
    public bool IsFull => _before >= MostPending;

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
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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
    /// <param name="shop">Takes every product.</param>
    /// <param name="scratch">A set to work with when no further notes will come; null: they may.</param>
    public void Settle(CustomerFold[] customers, PairSet shop, PairSet? scratch)
    {
        if (_at < 0) return;
        CloseLast();
        PairSet set;
        if (_distinct is null && scratch is not null) set = scratch.Emptied(_before);
        else set = _distinct ??= new PairSet(_before);
        for (var p = 0; p <= _at; p++)
        {
            var note = _pieces[p].Start;
            var end = note + _pieces[p].Used;
            while (note < end)
            {
                ref var customer = ref customers[(int)(*note >> 32)];
                var last = note + (uint)*note;
                for (note++; note <= last; note++)
                {
                    if (note + Ahead <= last) set.Prefetch(Key(customer.Hash, note[Ahead]));
                    if (!set.Add(Key(customer.Hash, *note))) continue;
                    customer.Products++;
                    shop.Add(*note);
                }
            }
        }

        (_at, _before) = (-1, 0);
        _next = _end = null;
    }

    private static ulong Key(ulong customer, ulong product) => (customer ^ BitOperations.RotateLeft(product, Turn)) | 1;

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
