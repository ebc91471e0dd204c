using System.Runtime.CompilerServices;

namespace Clientele.Sales.Lines;

/// <summary>Writes a record in one canonical spelling, so that equal fields give equal bytes whatever the quoting, delimiter or column order of their file.</summary>
/// <remarks>
/// Columns stand in the order of the first file, then those that only other files have, as far as the last one that is not empty. A field is
/// quoted only where it holds the delimiter or a line feed or starts with a quote.
/// </remarks>
internal sealed class CanonicalRecord
{
    private readonly byte _delimiter;
    private readonly byte _target;
    private readonly int[] _order;
    private readonly int _least;
    private byte[] _bytes = new byte[4096];
    private byte[] _plain = new byte[1024];
    private int _length;

    public CanonicalRecord(Layout layout, IReadOnlyList<Layout> all)
    {
        var first = all[0];
        _least = first.Columns.Count;
        _delimiter = layout.Text.Delimiter;
        _target = first.Text.Delimiter;
        IsIdentity = _delimiter == _target && SameColumns(layout.Columns, first.Columns);
        _order = IsIdentity ? RadixOrder.Identity(layout.Columns.Count) : Order(layout.Columns, Names(all));
    }

    /// <summary>Records of this file without quotes are canonical as they stand.</summary>
    public bool IsIdentity { get; }

    /// <summary>The canonical bytes; readable for 16 bytes beyond their length.</summary>
    public ReadOnlySpan<byte> Write(ReadOnlySpan<byte> text, ref int ends, int fields, int start)
    {
        _length = 0;
        var delimiters = 0;
        for (var i = 0; i < _order.Length; i++, delimiters++)
        {
            var content = Content(text, ref ends, fields, start, _order[i]);
            if (i >= _least && content.IsEmpty) continue;
            for (; delimiters > 0; delimiters--) Append(_target);
            Append(content);
        }

        Reserve(16);
        _bytes.AsSpan(_length, 16).Clear();
        return _bytes.AsSpan(0, _length);
    }

    private ReadOnlySpan<byte> Content(ReadOnlySpan<byte> text, ref int ends, int fields, int start, int column)
    {
        if (column < 0 || column >= fields) return default;
        var from = column == 0 ? start : Unsafe.Add(ref ends, column - 1) + 1;
        var field = text[from..Unsafe.Add(ref ends, column)];
        if (column == fields - 1 && !field.IsEmpty && field[^1] == (byte)'\r') field = field[..^1];
        return Plain(field);
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
        if (content.IndexOfAny(_target, (byte)'\n') < 0 && (content.IsEmpty || content[0] != (byte)'"'))
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

    /// <summary>The columns of all files in order of appearance; a name that one file has twice stands twice.</summary>
    private static List<string> Names(IReadOnlyList<Layout> all)
    {
        var names = new List<string>();
        foreach (var layout in all)
        {
            var used = new bool[names.Count + layout.Columns.Count];
            foreach (var name in layout.Columns)
            {
                var at = Find(names, name, used);
                if (at < 0)
                {
                    at = names.Count;
                    names.Add(name);
                }

                used[at] = true;
            }
        }

        return names;
    }

    /// <summary>Index of each name's column in a file, or -1.</summary>
    private static int[] Order(IReadOnlyList<string> columns, List<string> names)
    {
        var order = new int[names.Count];
        var used = new bool[columns.Count];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = Find(columns, names[i], used);
            if (order[i] >= 0) used[order[i]] = true;
        }

        return order;
    }

    private static int Find(IReadOnlyList<string> columns, string name, bool[] used)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (!used[i] && string.Equals(columns[i], name, StringComparison.OrdinalIgnoreCase)) return i;
        }

        return -1;
    }
}
