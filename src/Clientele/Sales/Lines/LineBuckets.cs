namespace Clientele.Sales.Lines;

/// <summary>Sorts the lines of a batch by partition, keeping their order: a counting sort of line numbers.</summary>
internal sealed class LineBuckets(int partitions)
{
    private readonly int[] _ends = new int[partitions + 1];
    private readonly int[] _starts = new int[partitions + 1];
    private int[] _lines = new int[4096];
    private int _total;

    /// <summary>Line numbers of a partition, ascending.</summary>
    public ReadOnlySpan<int> this[int partition] => _lines.AsSpan(_starts[partition], _ends[partition] - _starts[partition]);

    public void Begin()
    {
        Array.Clear(_ends);
        _total = 0;
    }

    public void Count(int partition)
    {
        _ends[partition]++;
        _total++;
    }

    public void Place()
    {
        if (_lines.Length < _total) _lines = new int[_total + _total / 2];
        var at = 0;
        for (var i = 0; i < partitions; i++)
        {
            _starts[i] = at;
            at += _ends[i];
            _ends[i] = _starts[i];
        }
    }

    public void Put(int partition, int line) => _lines[_ends[partition]++] = line;
}
