namespace Clientele.Cleaning;

/// <summary>Writes excluded.csv in the order of the input while blocks are finished in any order, at most so many rows per rule.</summary>
internal sealed class ExcludedFile
{
    private const int MostFaults = 3;

    private readonly Stream? _stream;
    private readonly long _cap;
    private readonly long[] _written = new long[CleaningRules.Catalog.Count];
    private readonly Dictionary<long, Waiting?> _waiting = [];
    private readonly Lock _gate = new();
    private readonly List<string> _faults = [];
    private long _next;

    public ExcludedFile(Stream? stream, long cap)
    {
        _stream = stream;
        _cap = cap < 0 ? long.MaxValue : cap;
        if (stream is { CanSeek: true, Position: > 0 })
        {
            stream.SetLength(0); // a pass that was begun again
            stream.Position = 0;
        }

        stream?.Write("file,line,rule,reason,text\n"u8);
    }

    /// <summary>The first unreadable lines: place and reason.</summary>
    public IReadOnlyList<string> FirstFaults => _faults;

    /// <summary>No more rows of this rule are needed.</summary>
    public bool IsFull(int rule) => _stream is null || Volatile.Read(ref _written[rule]) >= _cap;

    public bool WantsFaults => _faults.Count < MostFaults;

    /// <summary>Blocks start from 0 again: the next round of a pass.</summary>
    public void NextRound() => _next = 0;

    /// <summary>Takes the rows of a block; call once per block, also when it has none.</summary>
    public void Commit(long block, ExcludedRows rows)
    {
        lock (_gate)
        {
            if (block != _next)
            {
                _waiting.Add(block, rows.Rows.Count + rows.Faults.Count == 0 ? null : new Waiting([.. rows.Rows], rows.Bytes.ToArray(), [.. rows.Faults]));
                return;
            }

            Write(rows.Rows, rows.Bytes, rows.Faults);
            _next++;
            while (_waiting.Remove(_next, out var later))
            {
                if (later is not null) Write(later.Rows, later.Bytes, later.Faults);
                _next++;
            }
        }
    }

    private void Write(List<int> rows, ReadOnlySpan<byte> bytes, List<string> faults)
    {
        foreach (var fault in faults)
        {
            if (_faults.Count < MostFaults) _faults.Add(fault);
        }

        var at = 0;
        var from = 0;
        for (var row = 0; row < rows.Count; row += 2)
        {
            var (rule, length) = (rows[row], rows[row + 1]);
            if (_written[rule] < _cap)
            {
                Volatile.Write(ref _written[rule], _written[rule] + 1);
            }
            else
            {
                if (at > from) _stream!.Write(bytes[from..at]);
                from = at + length;
            }

            at += length;
        }

        if (at > from) _stream?.Write(bytes[from..at]);
    }

    private sealed record Waiting(List<int> Rows, byte[] Bytes, List<string> Faults);
}
