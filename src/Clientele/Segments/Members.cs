namespace Clientele.Segments;

/// <summary>Customers sorted by label; within a label in table order.</summary>
internal sealed class Members
{
    private readonly int[] _customers;
    private readonly int[] _starts;

    public Members(int[] labels, int groups)
    {
        _starts = new int[groups + 1];
        foreach (var label in labels) _starts[label + 1]++;
        for (var g = 0; g < groups; g++) _starts[g + 1] += _starts[g];
        var next = new int[groups];
        Array.Copy(_starts, next, groups);
        _customers = new int[labels.Length];
        for (var i = 0; i < labels.Length; i++) _customers[next[labels[i]]++] = i;
    }

    public int Groups => _starts.Length - 1;

    public ReadOnlySpan<int> this[int group] => new(_customers, _starts[group], _starts[group + 1] - _starts[group]);

    public Money Total(int group, Money[] amounts)
    {
        var sum = Money.Zero;
        foreach (var customer in this[group]) sum += amounts[customer];
        return sum;
    }

    /// <summary>Median over a group, NaN values left out; NaN when nothing is left.</summary>
    public double Median(int group, double[] values, double[] scratch)
    {
        var count = 0;
        foreach (var customer in this[group])
        {
            if (!double.IsNaN(values[customer])) scratch[count++] = values[customer];
        }

        return Middle.Of(new Span<double>(scratch, 0, count));
    }
}
