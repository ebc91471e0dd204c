namespace Clientele.Sales.Kept;

/// <summary>What the columns need of the texts of a pass: new indexes per number.</summary>
internal sealed record LineTexts(int[] Products, int[] Countries, int[] Stores, int[] Categories);

/// <summary>The lines of one customer while they are sorted: by time, product, units, money, country, store and category.</summary>
internal sealed unsafe class WithinOrder : IndexOrder
{
    private nint[] _notes = new nint[64];
    private long[] _ticks = new long[64];
    private int[] _products = new int[64];
    private int[] _countries = new int[64];
    private int[] _stores = new int[64];
    private int[] _categories = new int[64];

    /// <summary>Lines in their order so far.</summary>
    public int[] Lines { get; private set; } = new int[64];

    public void Room(int lines)
    {
        if (lines <= Lines.Length) return;
        lines = Math.Max(lines, 2 * Lines.Length);
        Lines = new int[lines];
        _notes = new nint[lines];
        _ticks = new long[lines];
        _products = new int[lines];
        _countries = new int[lines];
        _stores = new int[lines];
        _categories = new int[lines];
    }

    /// <summary>Takes the lines of a run; returns how many there are now.</summary>
    public int Take(ulong* head, int count, LineTexts texts)
    {
        var country = New(texts.Countries, (int)(head[3] >> 32));
        var store = New(texts.Stores, (int)(uint)head[3]);
        var note = head + LineNotes.HeadWords;
        var end = note + ((uint)*head * LineNotes.LineWords);
        for (; note < end; note += LineNotes.LineWords, count++)
        {
            Lines[count] = count;
            _notes[count] = (nint)note;
            _ticks[count] = (long)head[2];
            _products[count] = New(texts.Products, (int)(*note >> 32));
            _countries[count] = country;
            _stores[count] = store;
            _categories[count] = New(texts.Categories, (int)(uint)*note);
        }

        return count;
    }

    public void Sort(int from, int end) => Sort(Lines, from, end - from);

    /// <summary>Writes a line into the columns.</summary>
    public void Put(KeptLines into, int at, int line, int order)
    {
        var note = (ulong*)_notes[line];
        into.Orders[at] = order;
        into.Ticks[at] = _ticks[line];
        into.Products[at] = _products[line];
        into.Units[at] = (long)note[1];
        into.Amounts[at] = new Money((long)note[2], note[3]);
        if (into.Countries.Length > 0) into.Countries[at] = _countries[line];
        if (into.Stores.Length > 0) into.Stores[at] = _stores[line];
        if (into.Categories.Length > 0) into.Categories[at] = _categories[line];
    }

    public int CompareLines(int a, int b) => Compare(a, b);

    protected override int Compare(int a, int b)
    {
        if (_ticks[a] != _ticks[b]) return _ticks[a] < _ticks[b] ? -1 : 1;
        return _products[a] != _products[b] ? _products[a].CompareTo(_products[b]) : CompareRest(a, b);
    }

    private int CompareRest(int a, int b)
    {
        var x = (ulong*)_notes[a];
        var y = (ulong*)_notes[b];
        var order = ((long)x[1]).CompareTo((long)y[1]);
        if (order == 0) order = ((long)x[2]).CompareTo((long)y[2]);
        if (order == 0) order = x[3].CompareTo(y[3]);
        if (order == 0) order = _countries[a].CompareTo(_countries[b]);
        if (order == 0) order = _stores[a].CompareTo(_stores[b]);
        return order != 0 ? order : _categories[a].CompareTo(_categories[b]);
    }

    private static int New(int[] indexes, int number) => number < 0 ? -1 : indexes[number];
}
