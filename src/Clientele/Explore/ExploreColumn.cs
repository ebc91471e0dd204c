namespace Clientele.Explore;

/// <summary>What the values of a column are.</summary>
public enum ExploreKind
{
    Text,
    Count,
    Money,
    Number,
}

/// <summary>One growing column of a table, or with one value a figure. A value can be missing: not known or not observed, which is not 0.</summary>
/// <param name="Name">Lower case with underscores.</param>
/// <param name="Meaning">One sentence.</param>
public sealed record ExploreColumn(string Name, string Meaning, ExploreKind Kind)
{
    private string[] _texts = [];
    private long[] _counts = [];
    private Money[] _amounts = new Money[0];
    private double[] _numbers = [];
    private bool[] _known = [];

    public int Count { get; private set; }

    public bool Has(int row) => _known[row];

    public string Text(int row) => _texts[row];

    public long Whole(int row) => _counts[row];

    public Money Amount(int row) => _amounts[row];

    /// <summary>Value as a number, of money the nearest; NaN when missing.</summary>
    public double Number(int row) => !_known[row] ? double.NaN : Kind switch
    {
        ExploreKind.Count => _counts[row],
        ExploreKind.Money => _amounts[row].ToDouble(),
        ExploreKind.Number => _numbers[row],
        _ => double.NaN,
    };

    internal void Add(string value)
    {
        Grow(true);
        _texts[Count++] = value;
    }

    internal void Add(long value)
    {
        Grow(true);
        _counts[Count++] = value;
    }

    internal void Add(in Money value)
    {
        Grow(true);
        _amounts[Count++] = value;
    }

    /// <summary>A number; one that is not finite is missing.</summary>
    internal void Add(double value)
    {
        Grow(double.IsFinite(value));
        _numbers[Count++] = value;
    }

    internal void AddMissing()
    {
        Grow(false);
        if (Kind == ExploreKind.Text) _texts[Count] = "";
        Count++;
    }

    private void Grow(bool known)
    {
        if (Count == _known.Length)
        {
            var room = Math.Max(4, 2 * Count);
            var had = _known;
            _known = new bool[room];
            Array.Copy(had, _known, Count);
            switch (Kind)
            {
                case ExploreKind.Text: Array.Copy(_texts, _texts = new string[room], Count); break;
                case ExploreKind.Count: Array.Copy(_counts, _counts = new long[room], Count); break;
                case ExploreKind.Money: Array.Copy(_amounts, _amounts = new Money[room], Count); break;
                default: Array.Copy(_numbers, _numbers = new double[room], Count); break;
            }
        }

        _known[Count] = known;
    }
}
