using Clientele.Customers.Folding;
using Clientele.Sales.Lines;

namespace Clientele.Sales.Kept;

/// <summary>Lines of one partition as they come, run by run: four words for what a run shares, four for each line.</summary>
/// <remarks>
/// Head: customer's index and number of lines, invoice, ticks, country and store. Line: number of the product's name and category, units,
/// upper and lower half of the money.
/// </remarks>
internal sealed unsafe class LineNotes(PieceStore store)
{
    public const int HeadWords = 4;
    public const int LineWords = 4;

    private Piece[] _pieces = new Piece[4];
    private int _count;
    private ulong* _next;
    private ulong* _end;
    private ulong* _head;

    public long Lines { get; private set; }

    public long Runs { get; private set; }

    /// <summary>Begins a run of a customer's lines.</summary>
    /// <param name="customer">Index in the partition.</param>
    /// <param name="run">What the lines share.</param>
    /// <param name="most">Lines that may follow.</param>
    public void Begin(int customer, in SalesRun run, int most) => Begin(customer, run.Invoice, run.Ticks, run.Country, run.Store, most);

    /// <summary>Notes a line that was stored apart.</summary>
    public void Add(in StoredLine line)
    {
        Begin(line.Customer, line.Invoice, line.Ticks, line.Country, line.Store, 1);
        Add(line.Name, line.Category, line.Units, line.Money);
        End();
    }

    /// <summary>Notes a line of the run.</summary>
    public void Add(int name, int category, long units, in Money money)
    {
        _next[0] = ((ulong)(uint)name << 32) | (uint)category;
        _next[1] = (ulong)units;
        _next[2] = (ulong)money.High;
        _next[3] = money.Low;
        _next += LineWords;
    }

    /// <summary>Ends the run; one without lines leaves no trace.</summary>
    public void End()
    {
        var lines = (_next - _head - HeadWords) / LineWords;
        if (lines == 0)
        {
            _next = _head;
            return;
        }

        *_head |= (ulong)lines;
        Lines += lines;
        Runs++;
        _pieces[_count - 1].Used = _next - _pieces[_count - 1].Start;
    }

    /// <summary>Addresses of all heads, in the order in which they came.</summary>
    public nint[] Heads()
    {
        var heads = new nint[Runs];
        var at = 0;
        for (var p = 0; p < _count; p++)
        {
            var note = _pieces[p].Start;
            var end = note + _pieces[p].Used;
            while (note < end)
            {
                heads[at++] = (nint)note;
                note += HeadWords + ((uint)*note * LineWords);
            }
        }

        return heads;
    }

    private void Begin(int customer, ulong invoice, long ticks, int country, int shop, int most)
    {
        var words = HeadWords + most * LineWords;
        if (_end - _next < words) More(words);
        _head = _next;
        _head[0] = (ulong)(uint)customer << 32;
        _head[1] = invoice;
        _head[2] = (ulong)ticks;
        _head[3] = ((ulong)(uint)country << 32) | (uint)shop;
        _next += HeadWords;
    }

    private void More(int least)
    {
        if (_count == _pieces.Length)
        {
            var pieces = _pieces;
            _pieces = new Piece[2 * _count];
            Array.Copy(pieces, _pieces, _count);
        }

        _next = store.Take(least, out var room);
        _end = _next + room;
        _pieces[_count++] = new Piece { Start = _next };
    }

    private struct Piece
    {
        public ulong* Start;
        public long Used;
    }
}
