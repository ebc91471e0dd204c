using System.Text;

namespace Clientele.Tables;

/// <summary>The cells of one column as they stood: UTF-8 bytes one after the other, outer quotes off.</summary>
internal sealed class Cells
{
    private byte[] _bytes = new byte[4096];
    private int[] _ends = new int[1024];
    private int _length;

    public int Count { get; private set; }

    public ReadOnlySpan<byte> this[int row]
    {
        get
        {
            var start = row == 0 ? 0 : _ends[row - 1];
            return _bytes.AsSpan(start, _ends[row] - start);
        }
    }

    public string Text(int row) => Encoding.UTF8.GetString(this[row]);

    /// <summary>Adds a cell; false when a column would hold more than 2 GiB.</summary>
    /// <param name="content">Content as it stands between the quotes.</param>
    /// <param name="quoted">Pairs of quotes in it mean one.</param>
    public bool Add(ReadOnlySpan<byte> content, bool quoted)
    {
        if ((long)_length + content.Length > Array.MaxLength) return false;
        Reserve(content.Length);
        if (quoted && content.Contains((byte)'"')) _length += Unpair(content, _bytes.AsSpan(_length));
        else
        {
            content.CopyTo(_bytes.AsSpan(_length));
            _length += content.Length;
        }

        if (Count == _ends.Length) Array.Resize(ref _ends, Count * 2);
        _ends[Count++] = _length;
        return true;
    }

    /// <summary>Adds all cells of another column; false when a column would hold more than 2 GiB.</summary>
    public bool Add(Cells more)
    {
        if ((long)_length + more._length > Array.MaxLength) return false;
        Reserve(more._length);
        more._bytes.AsSpan(0, more._length).CopyTo(_bytes.AsSpan(_length));
        if (Count + more.Count > _ends.Length) Array.Resize(ref _ends, Math.Max(_ends.Length * 2, Count + more.Count));
        var from = more._ends.AsSpan(0, more.Count);
        var to = _ends.AsSpan(Count, more.Count);
        for (var i = 0; i < from.Length; i++) to[i] = from[i] + _length;
        (_length, Count) = (_length + more._length, Count + more.Count);
        return true;
    }

    /// <summary>Forgets all cells; their room stays.</summary>
    public void Clear() => (_length, Count) = (0, 0);

    private static int Unpair(ReadOnlySpan<byte> content, Span<byte> into)
    {
        var length = 0;
        for (var i = 0; i < content.Length; i++)
        {
            into[length++] = content[i];
            if (content[i] == '"' && i + 1 < content.Length && content[i + 1] == '"') i++;
        }

        return length;
    }

    private void Reserve(int more)
    {
        if (_length + (long)more <= _bytes.Length) return;
        Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, Math.Max((long)_bytes.Length * 2, _length + (long)more)));
    }
}
