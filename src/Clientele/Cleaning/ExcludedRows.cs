using System.Buffers.Text;
using System.Text;
using Clientele.Sales;
using Clientele.Sales.Lines;

namespace Clientele.Cleaning;

/// <summary>The excluded lines of one block as rows of excluded.csv; one per thread, reused.</summary>
internal sealed class ExcludedRows(IReadOnlyList<Layout> layouts, bool showValues)
{
    private readonly byte[]?[] _files = new byte[]?[layouts.Count];
    private readonly byte[]?[] _rules = new byte[]?[CleaningRules.Catalog.Count];
    private byte[] _bytes = new byte[1 << 14];
    private int _length;

    /// <summary>Rule and length of each row, one after the other.</summary>
    public List<int> Rows { get; } = [];

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    /// <summary>Place and reason of unreadable lines.</summary>
    public List<string> Faults { get; } = [];

    public void Clear()
    {
        _length = 0;
        Rows.Clear();
        Faults.Clear();
    }

    /// <summary>Adds a row: file, line, rule, reason, text.</summary>
    public void Add(Block block, in SalesLine line, int rule)
    {
        var start = _length;
        Text(_files[block.File] ??= Encoding.UTF8.GetBytes(Path.GetFileName(layouts[block.File].Path)));
        Append((byte)',');
        Reserve(20);
        Utf8Formatter.TryFormat(block.FirstLine + line.LineOffset, _bytes.AsSpan(_length), out var written);
        _length += written;
        Append((byte)',');
        Raw(_rules[rule] ??= Encoding.UTF8.GetBytes(CleaningRules.Catalog[rule].Name));
        Append((byte)',');
        if (line.Fault != LineFault.None) Text(Encoding.UTF8.GetBytes(LineProblems.Reason(layouts[block.File], in line)));
        Append((byte)',');
        if (showValues) Text(block.Bytes.AsSpan(line.Start, line.Length));
        Append((byte)'\n');
        Rows.Add(rule);
        Rows.Add(_length - start);
    }

    /// <summary>Remembers where an unreadable line stands.</summary>
    public void AddFault(Block block, in SalesLine line) =>
        Faults.Add($"{layouts[block.File].Path}:{block.FirstLine + line.LineOffset}: {LineProblems.Reason(layouts[block.File], in line)}");

    /// <summary>A text field: always quoted when it holds anything special, defused when a spreadsheet would take it for a formula.</summary>
    private void Text(ReadOnlySpan<byte> text)
    {
        var defuse = text.Length > 0 && text[0] is (byte)'=' or (byte)'+' or (byte)'-' or (byte)'@' or (byte)'\t' or (byte)'\r';
        if (!defuse && !HasSpecials(text))
        {
            Raw(text);
            return;
        }

        Reserve(text.Length * 2 + 3);
        Append((byte)'"');
        if (defuse) Append((byte)'\'');
        foreach (var value in text)
        {
            if (value == (byte)'"') _bytes[_length++] = value;
            _bytes[_length++] = value;
        }

        Append((byte)'"');
    }

    private static bool HasSpecials(ReadOnlySpan<byte> text)
    {
        foreach (var value in text)
        {
            if (value <= (byte)',' && value is (byte)'"' or (byte)',' or (byte)'\r' or (byte)'\n') return true;
        }

        return false;
    }

    private void Raw(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
    }

    private void Append(byte value)
    {
        Reserve(1);
        _bytes[_length++] = value;
    }

    private void Reserve(int more)
    {
        if (_length + more + 1 > _bytes.Length) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + more + 1));
    }
}
