using System.Text;
using Clientele.Sales.Layouts;
using Clientele.Sales.Lines;
using Clientele.Tables;

namespace Clientele.People.Typing;

/// <summary>The different texts of a column, blanks around them cut, and which of them stands in each row.</summary>
internal sealed class Coding
{
    private const int LongestShort = 64;

    private readonly Cells _cells;
    private readonly KeyedHash _hash = KeyedHash.Fresh();
    private readonly List<int> _firsts = [];
    private readonly List<int> _counts = [];
    private int[] _slots = new int[256];

    private Coding(Cells cells)
    {
        _cells = cells;
        Codes = new int[cells.Count];
    }

    /// <summary>[rows]; −1 where nothing is known.</summary>
    public int[] Codes { get; }

    /// <summary>Different texts, numbered as they come.</summary>
    public int Count => _firsts.Count;

    /// <summary>Rows of each text.</summary>
    public IReadOnlyList<int> Counts => _counts;

    public static Coding Of(Cells cells)
    {
        var coding = new Coding(cells);
        for (var row = 0; row < cells.Count; row++)
        {
            var cell = Words.Trim(cells[row]);
            coding.Codes[row] = MissingWords.Is(cell) ? -1 : coding.Code(cell, row);
        }

        return coding;
    }

    public string Text(int code) => Encoding.UTF8.GetString(Words.Trim(_cells[_firsts[code]]));

    /// <summary>All texts by code.</summary>
    public string[] Texts()
    {
        var texts = new string[Count];
        for (var code = 0; code < texts.Length; code++) texts[code] = Text(code);
        return texts;
    }

    private int Code(ReadOnlySpan<byte> cell, int row)
    {
        if (_firsts.Count * 2 >= _slots.Length) Grow();
        for (var slot = Slot(cell); ; slot = (slot + 1) & (_slots.Length - 1))
        {
            var code = _slots[slot] - 1;
            if (code < 0)
            {
                _firsts.Add(row);
                _counts.Add(1);
                _slots[slot] = _firsts.Count;
                return _firsts.Count - 1;
            }

            if (!Words.Trim(_cells[_firsts[code]]).SequenceEqual(cell)) continue;
            _counts[code]++;
            return code;
        }
    }

    private void Grow()
    {
        _slots = new int[_slots.Length * 2];
        for (var code = 0; code < _firsts.Count; code++)
        {
            var slot = Slot(Words.Trim(_cells[_firsts[code]]));
            while (_slots[slot] != 0) slot = (slot + 1) & (_slots.Length - 1);
            _slots[slot] = code + 1;
        }
    }

    // The hash reads beyond the end of what it is given.
    private int Slot(ReadOnlySpan<byte> cell)
    {
        Span<byte> room = cell.Length <= LongestShort ? stackalloc byte[LongestShort + 16] : new byte[cell.Length + 16];
        cell.CopyTo(room);
        return (int)_hash.Id(ref room[0], cell.Length) & (_slots.Length - 1);
    }
}
