using System.Numerics;
using System.Runtime.CompilerServices;

namespace Clientele.Customers.Folding;

/// <summary>
/// Which customer bought which product, for one partition: written down line by line, and made distinct at the end, when a table of one
/// partition's pairs stays in the core's own cache. Beyond <see cref="MostPending"/> notes they are made distinct on the way.
/// </summary>
/// <remarks>A note is the key of customer and product and the customer's index: 16 bytes. The product's hash can be had back from it.</remarks>
internal sealed unsafe class ProductPairs(PieceStore store)
{
    private const int MostPending = 1 << 17;
    private const int Turn = 23;

    private readonly List<Piece> _pieces = [];
    private ulong* _next;
    private ulong* _end;
    private int _at = -1;
    private int _before;
    private PairSet? _distinct;

    /// <summary>Notes a kept line.</summary>
    /// <param name="customer">The customer's hash.</param>
    /// <param name="index">The customer's place in the partition.</param>
    /// <param name="product">The product's hash.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ulong customer, int index, ulong product)
    {
        if (_next == _end) More();
        _next[0] = customer ^ BitOperations.RotateLeft(product, Turn);
        _next[1] = (uint)index;
        _next += 2;
    }

    /// <summary>Many notes wait: <see cref="Settle"/> now, while memory is small.</summary>
    public bool IsFull => _before >= MostPending;

    /// <summary>Counts each customer's distinct products.</summary>
    /// <param name="customers">The partition's customers.</param>
    /// <param name="shop">Takes every product.</param>
    /// <param name="scratch">A set to work with when there is more to come of no pair; null: there is.</param>
    public void Settle(CustomerFold[] customers, PairSet shop, PairSet? scratch)
    {
        var pending = Pending();
        if (pending == 0) return;
        PairSet set;
        if (_distinct is null && scratch is not null) set = scratch.Emptied(pending);
        else set = _distinct ??= new PairSet(pending);
        for (var p = 0; p <= _at; p++)
        {
            var note = _pieces[p].Start;
            var end = p == _at ? _next : note + (2L * _pieces[p].Room);
            for (; note < end; note += 2)
            {
                if (note + 32 < end) set.Prefetch(note[32] | 1);
                if (!set.Add(note[0])) continue;
                ref var customer = ref customers[(int)note[1]];
                customer.Products++;
                shop.Add(BitOperations.RotateRight(note[0] ^ customer.Hash, Turn));
            }
        }

        (_at, _before) = (-1, 0);
        _next = _end = null;
    }

    private int Pending() => _at < 0 ? 0 : _before + (int)((_next - _pieces[_at].Start) / 2);

    private void More()
    {
        if (_at >= 0) _before += _pieces[_at].Room;
        if (++_at == _pieces.Count)
        {
            var start = store.Take(1, out var room);
            _pieces.Add(new Piece(start, room));
        }

        _next = _pieces[_at].Start;
        _end = _next + (2L * _pieces[_at].Room);
    }

    private readonly struct Piece(ulong* start, int room)
    {
        public ulong* Start { get; } = start;

        public int Room { get; } = room;
    }
}
