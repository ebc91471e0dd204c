using System.Runtime.CompilerServices;

namespace Clientele.Sales.Lines;

/// <summary>Writes a record in one canonical spelling, so that equal fields give equal bytes whatever the quoting, delimiter or column order of their file.</summary>
/// <remarks>Columns stand in the order of the first file. A field is quoted only where it holds the delimiter, a line break or starts with a quote.</remarks>
internal sealed class CanonicalRecord
{
    private readonly byte _delimiter;
    private readonly byte _target;
    private readonly int[] _order;
    private byte[] _bytes = new byte[4096];
    private byte[] _plain = new byte[1024];
    private int _length;

    public CanonicalRecord(Layout layout, Layout first)
    {
        _delimiter = layout.Text.Delimiter;
        _target = first.Text.Delimiter;
        IsIdentity = _delimiter == _target && SameColumns(layout.Columns, first.Columns);
        _order = IsIdentity ? RadixOrder.Identity(layout.Columns.Count) : Order(layout.Columns, first.Columns);
    }

    /// <summary>Records of this file without quotes are canonical as they stand.</summary>
    public bool IsIdentity { get; }

    /// <summary>The canonical bytes; readable for 16 bytes beyond their length.</summary>
    public ReadOnlySpan<byte> Write(ReadOnlySpan<byte> text, ref int ends, int fields, int start)
    {
        _length = 0;
        for (var i = 0; i < _order.Length; i++)
        {
            if (i > 0) Append(_target);
            var column = _order[i];
            if (column < 0 || column >= fields) continue;
            var from = column == 0 ? start : Unsafe.Add(ref ends, column - 1) + 1;
            var field = text[from..Unsafe.Add(ref ends, column)];
            if (column == fields - 1 && !field.IsEmpty && field[^1] == (byte)'\r') field = field[..^1];
            Append(Plain(field));
        }

        Reserve(16);
        _bytes.AsSpan(_length, 16).Clear();
        return _bytes.AsSpan(0, _length);
    }

    /// <summary>The text of a field without its quotes.</summary>
    public ReadOnlySpan<byte> Plain(ReadOnlySpan<byte> field)
    {
        if (field.Length < 2 || field[0] != (byte)'"') return field;
        var inner = field[1..^1];
        if (inner.IndexOf((byte)'"') < 0) return inner;
        if (_plain.Length < inner.Length) _plain = new byte[inner.Length * 2];
        var length = 0;
        for (var i = 0; i < inner.Length; i++)
        {
            _plain[length++] = inner[i];
            if (inner[i] == (byte)'"') i++;
        }

        return _plain.AsSpan(0, length);
    }

    private void Append(ReadOnlySpan<byte> content)
    {
        Reserve(content.Length * 2 + 2);
        if (content.IndexOfAny(_target, (byte)'\n', (byte)'\r') < 0 && (content.IsEmpty || content[0] != (byte)'"'))
        {
            content.CopyTo(_bytes.AsSpan(_length));
            _length += content.Length;
            return;
        }

        Append((byte)'"');
        foreach (var value in content)
        {
            if (value == (byte)'"') Append(value);
            Append(value);
        }

        Append((byte)'"');
    }

    private void Append(byte value)
    {
        Reserve(1);
        _bytes[_length++] = value;
    }

    private void Reserve(int more)
    {
        if (_length + more > _bytes.Length) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + more));
    }

    private static bool SameColumns(IReadOnlyList<string> columns, IReadOnlyList<string> first)
    {
        if (columns.Count != first.Count) return false;
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i] != first[i]) return false;
        }

        return true;
    }

    private static int[] Order(IReadOnlyList<string> columns, IReadOnlyList<string> first)
    {
        var order = new List<int>();
        var used = new bool[columns.Count];
        foreach (var name in first)
        {
            var at = Find(columns, name);
            order.Add(at);
            if (at >= 0) used[at] = true;
        }

        for (var i = 0; i < columns.Count; i++)
        {
            if (!used[i]) order.Add(i);
        }

        return order.ToArray();
    }

    private static int Find(IReadOnlyList<string> columns, string name)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (string.Equals(columns[i], name, StringComparison.OrdinalIgnoreCase)) return i;
        }

        return -1;
    }
}
