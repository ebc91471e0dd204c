using System.IO.Hashing;
using Clientele.Cleaning;
using Clientele.Sales.Files;

namespace Clientele.Sales.Lines;

/// <summary>Reads files one after the other and hands out blocks of whole records to any number of threads.</summary>
internal sealed class BlockReader : IDisposable
{
    /// <summary>Bytes read at a time: block, index and lines together stay within a core's cache.</summary>
    public const int PieceSize = 1 << 18;

    /// <summary>The longest record, in bytes; a quote that is never closed is found within this much memory.</summary>
    public const int MaxRecord = 1 << 20;

    private readonly IReadOnlyList<Layout> _layouts;
    private readonly Func<Layout, Stream> _open;
    private readonly CancellationToken _cancellation;
    private readonly List<Finding> _findings = [];
    private readonly XxHash128[] _sums;
    private readonly Lock _gate = new();
    private Stream? _stream;
    private int _file = -1;
    private long _blocks;
    private long _line;
    private long _offset;
    private byte[] _carry = new byte[1 << 16];
    private int _carried;
    private PieceScan _carriedScan;
    private int _skip;
    private bool _ended;

    public BlockReader(IReadOnlyList<Layout> layouts, Func<Layout, Stream> open, CancellationToken cancellation)
    {
        _layouts = layouts;
        _open = open;
        _cancellation = cancellation;
        _sums = new XxHash128[layouts.Count];
        for (var i = 0; i < _sums.Length; i++) _sums[i] = new XxHash128();
    }

    /// <summary>Bytes of text read so far.</summary>
    public long BytesRead { get; private set; }

    /// <summary>What the files' own formats gave to note, in the order of the files.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>Check sum of a file's text as far as it was read.</summary>
    public XxHash128 SumOf(int file) => _sums[file];

    /// <summary>Fills <paramref name="block"/> with the next whole records; false when all files are done.</summary>
    public bool TryRead(Block block)
    {
        Enter();
        try
        {
            while (true)
            {
                _cancellation.ThrowIfCancellationRequested();
                if (_stream is null && !OpenNext()) return false;
                if (Fill(block)) return true;
                if (_stream is IHasFindings tells) _findings.AddRange(tells.Findings);
                _stream!.Dispose();
                _stream = null;
            }
        }
        finally
        {
            _gate.Exit();
        }
    }

    /// <summary>Most waits are shorter than falling asleep and waking up again takes.</summary>
    private void Enter()
    {
        for (var i = 0; i < 400; i++)
        {
            if (_gate.TryEnter()) return;
            Thread.SpinWait(16);
        }

        _gate.Enter();
    }

    /// <summary>Hands out nothing more.</summary>
    public void Stop()
    {
        lock (_gate)
        {
            _file = _layouts.Count;
            _stream?.Dispose();
            _stream = null;
        }
    }

    public void Dispose() => _stream?.Dispose();

    private bool OpenNext()
    {
        if (_file + 1 >= _layouts.Count) return false;
        _file++;
        _stream = _open(_layouts[_file]);
        _carried = 0;
        _carriedScan = PieceScan.Of(default);
        _line = 1;
        _offset = 0;
        _skip = _layouts[_file].SkippedLines;
        _ended = false;
        return true;
    }

    private bool Fill(Block block)
    {
        var layout = _layouts[_file];
        var workbook = layout.Text.Container is Container.Xlsx or Container.Xls;
        while (!_ended || _carried > 0)
        {
            Reserve(ref block.Bytes, _carried + PieceSize + FieldIndex.Padding);
            _carry.AsSpan(0, _carried).CopyTo(block.Bytes);
            var read = _ended ? 0 : ReadPiece(block.Bytes.AsSpan(_carried, PieceSize));
            var filled = _carried + read;
            BytesRead += read;
            _sums[_file].Append(block.Bytes.AsSpan(_carried, read));
            _ended |= read < PieceSize;
            if (_ended && filled > 0 && block.Bytes[filled - 1] != (byte)'\n') block.Bytes[filled++] = (byte)'\n';
            var scan = PieceScan.Of(block.Bytes.AsSpan(_carried, filled - _carried)).After(in _carriedScan);

            var text = block.Bytes.AsSpan(0, filled);
            var start = Skip(text);
            _offset += start;
            text = text[start..];
            var (inner, open) = (0, -1);
            var end = scan.HasQuotes
                ? RecordSplitter.WholeRecords(text, layout.Text.Delimiter, _ended, out inner, out open)
                : text.LastIndexOf((byte)'\n') + 1;
            if (open >= 0 && (_ended || open + MaxRecord < text.Length)) throw LineProblems.UnclosedQuote(layout, _line + text[..open].Count((byte)'\n'));
            if (end == 0 && text.Length > MaxRecord) throw LineProblems.RecordTooLong(layout, _line);

            Keep(text[end..]);
            var feeds = start > 0 ? text[..end].Count((byte)'\n') : scan.Feeds - _carriedScan.Feeds;
            if (start > 0)
            {
                text[..end].CopyTo(block.Bytes);
                text = block.Bytes.AsSpan(0, end);
            }

            block.File = _file;
            block.FirstLine = _line;
            block.FirstOffset = _offset;
            block.IsUnquoted = !scan.HasQuotes;
            block.IsPlain = scan.IsPlain;
            _offset += end;
            block.Length = end;
            _line += feeds - (workbook ? inner : 0);
            if (end == 0 && read == 0) return false;
            if (end > 0 || read > 0)
            {
                block.Number = _blocks++;
                return true;
            }
        }

        return false;
    }

    private int ReadPiece(Span<byte> into)
    {
        var filled = 0;
        while (filled < into.Length)
        {
            var read = _stream!.Read(into[filled..]);
            if (read == 0) break;
            filled += read;
        }

        return filled;
    }

    /// <summary>Steps over lines that stand before the first record; counts them.</summary>
    private int Skip(ReadOnlySpan<byte> text)
    {
        var at = 0;
        while (_skip > 0)
        {
            var feed = text[at..].IndexOf((byte)'\n');
            if (feed < 0) return text.Length;
            at += feed + 1;
            _skip--;
            _line++;
        }

        return at;
    }

    private void Keep(ReadOnlySpan<byte> rest)
    {
        Reserve(ref _carry, rest.Length);
        rest.CopyTo(_carry);
        _carried = rest.Length;
        _carriedScan = PieceScan.Of(rest);
    }

    private static void Reserve(ref byte[] bytes, int needed)
    {
        if (bytes.Length < needed) bytes = new byte[Math.Max(needed, bytes.Length * 2)];
    }
}
