using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Clientele.Sales.Layouts;
using Clientele.Sales.Lines;
using Clientele.Tables;

namespace Clientele.People.Typing;

/// <summary>The different texts of a column, blanks around them cut, and which of them stands in each row.</summary>
internal sealed class Coding
{
    private readonly KeyedHash _hash = KeyedHash.Fresh();
    private readonly List<int> _counts = [];
    private (byte[] Bytes, int Start, int Length)[] _firsts = new (byte[], int, int)[128];
    private int[] _slots = new int[256];

    private Coding(int rows) => Codes = new int[rows];

    /// <summary>[rows]; −1 where nothing is known.</summary>
    public int[] Codes { get; }

    /// <summary>Different texts, numbered as they come.</summary>
    public int Count => _counts.Count;

    /// <summary>Rows of each text.</summary>
    public IReadOnlyList<int> Counts => _counts;

    public static Coding Of(Cells cells)
    {
        var (coding, row) = (new Coding(cells.Count), 0);
        foreach (var block in cells.Blocks)
        {
            var (bytes, start) = (block.Bytes, block.Start(cells.Column));
            foreach (var end in block.Ends(cells.Column))
            {
                var cell = Words.Trim(bytes.AsSpan(start, end - start));
                coding.Codes[row++] = MissingWords.Is(cell) ? -1 : coding.Code(bytes, (int)Unsafe.ByteOffset(ref bytes[0], ref MemoryMarshal.GetReference(cell)), cell.Length);
                start = end;
            }
        }

        return coding;
    }

    public string Text(int code) => Encoding.UTF8.GetString(First(code));

    /// <summary>All texts by code.</summary>
    public string[] Texts()
    {
        var texts = new string[Count];
        for (var code = 0; code < texts.Length; code++) texts[code] = Text(code);
        return texts;
    }

    /// <summary>A text as it stood where it came first, blanks around it cut.</summary>
    public ReadOnlySpan<byte> First(int code) => _firsts[code].Bytes.AsSpan(_firsts[code].Start, _firsts[code].Length);

    private int Code(byte[] bytes, int start, int length)
    {
        if (Count * 2 >= _slots.Length) Grow();

        // The hash reads beyond the end of what it is given; blocks of cells have room there.
        for (var slot = (int)_hash.Id(ref bytes[start], length) & (_slots.Length - 1); ; slot = (slot + 1) & (_slots.Length - 1))
        {
            var code = _slots[slot] - 1;
            if (code < 0)
            {
                _firsts[Count] = (bytes, start, length);
                _counts.Add(1);
                _slots[slot] = Count;
                return Count - 1;
            }

            if (!First(code).SequenceEqual(bytes.AsSpan(start, length))) continue;
            _counts[code]++;
            return code;
        }
    }

    private void Grow()
    {
        Array.Resize(ref _firsts, _slots.Length);
        _slots = new int[_slots.Length * 2];
        for (var code = 0; code < Count; code++)
        {
            var (bytes, start, length) = _firsts[code];
            var slot = (int)_hash.Id(ref bytes[start], length) & (_slots.Length - 1);
            while (_slots[slot] != 0) slot = (slot + 1) & (_slots.Length - 1);
            _slots[slot] = code + 1;
        }
    }
}
