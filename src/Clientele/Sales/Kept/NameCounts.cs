namespace Clientele.Sales.Kept;

/// <summary>How often each name and each facet text occurs among the noted lines.</summary>
internal sealed unsafe class NameCounts(int names, int countries, int stores, int categories)
{
    /// <summary>Sold lines per name, and returned or undone ones.</summary>
    public long[] Sold { get; } = new long[names];

    public long[] Others { get; } = new long[names];

    /// <summary>Texts that occur at all.</summary>
    public bool[] Countries { get; } = new bool[countries];

    public bool[] Stores { get; } = new bool[stores];

    public bool[] Categories { get; } = new bool[categories];

    /// <summary>Counts the lines behind these heads.</summary>
    public void Count(nint[] heads, bool sold)
    {
        var counts = sold ? Sold : Others;
        foreach (var address in heads)
        {
            var head = (ulong*)address;
            Mark(Countries, (int)(head[3] >> 32));
            Mark(Stores, (int)(uint)head[3]);
            var line = head + LineNotes.HeadWords;
            var end = line + ((uint)*head * LineNotes.LineWords);
            for (; line < end; line += LineNotes.LineWords)
            {
                var name = (int)(*line >> 32);
                if (name >= 0) counts[name]++;
                Mark(Categories, (int)(uint)*line);
            }
        }
    }

    public void Add(NameCounts other)
    {
        for (var i = 0; i < Sold.Length; i++)
        {
            Sold[i] += other.Sold[i];
            Others[i] += other.Others[i];
        }

        Or(Countries, other.Countries);
        Or(Stores, other.Stores);
        Or(Categories, other.Categories);
    }

    private static void Mark(bool[] seen, int text)
    {
        if (text >= 0) seen[text] = true;
    }

    private static void Or(bool[] seen, bool[] more)
    {
        for (var i = 0; i < seen.Length; i++) seen[i] |= more[i];
    }
}
