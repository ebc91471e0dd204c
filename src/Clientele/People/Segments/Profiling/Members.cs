namespace Clientele.People.Segments.Profiling;

/// <summary>The customers of each segment, ascending.</summary>
internal sealed class Members
{
    private readonly int[] _starts;
    private readonly int[] _customers;

    public Members(int[] labels, int k)
    {
        (K, Labels, _starts, _customers) = (k, labels, new int[k + 1], new int[labels.Length]);
        foreach (var label in labels) _starts[label + 1]++;
        for (var c = 0; c < k; c++) _starts[c + 1] += _starts[c];
        var next = _starts[..^1];
        for (var i = 0; i < labels.Length; i++) _customers[next[labels[i]]++] = i;
    }

    public int K { get; }

    public int[] Labels { get; }

    public int Count(int segment) => _starts[segment + 1] - _starts[segment];

    public ReadOnlySpan<int> Of(int segment) => _customers.AsSpan(_starts[segment], Count(segment));
}
