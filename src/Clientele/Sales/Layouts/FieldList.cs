namespace Clientele.Sales.Layouts;

/// <summary>The fields of one record as places in the text. Made once, filled again for every record.</summary>
internal sealed class FieldList
{
    private int[] _start = new int[32];
    private int[] _end = new int[32];
    private bool[] _quoted = new bool[32];

    public int Count { get; private set; }

    /// <summary>First byte of the content: behind the opening quote of a quoted field.</summary>
    public int Start(int field) => _start[field];

    /// <summary>One past the last byte of the content: at the closing quote of a quoted field.</summary>
    public int End(int field) => _end[field];

    /// <summary>The field stood in quotes; pairs of quotes in its content mean one quote.</summary>
    public bool Quoted(int field) => _quoted[field];

    public void Clear() => Count = 0;

    public void Add(int start, int end, bool quoted)
    {
        if (Count == _start.Length)
        {
            Array.Resize(ref _start, Count * 2);
            Array.Resize(ref _end, Count * 2);
            Array.Resize(ref _quoted, Count * 2);
        }

        _start[Count] = start;
        _end[Count] = end;
        _quoted[Count] = quoted;
        Count++;
    }
}
