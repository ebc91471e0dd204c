namespace Clientele.Sales.Lines;

/// <summary>The parsed lines of one block, in runs; every line is in exactly one run.</summary>
internal sealed class SalesBatch
{
    private static readonly int[] s_noNames = new int[0];

    public SalesLine[] Lines = new SalesLine[4096];

    public SalesRun[] Runs = new SalesRun[512];

    /// <summary>Number of the product's name per line, where names are kept; -1 without one. Lines that cannot be read have none.</summary>
    public int[] Names = s_noNames;

    public int Count;

    public int RunCount;

    /// <summary>Lines that hold nothing but blanks.</summary>
    public long EmptyLines;

    /// <summary>Records whose quoted fields hold more than ten line breaks.</summary>
    public long TallRecords;

    public void Clear()
    {
        Count = RunCount = 0;
        EmptyLines = TallRecords = 0;
    }

    /// <summary>The next line, zeroed.</summary>
    public ref SalesLine Next()
    {
        if (Count == Lines.Length) Lines = Longer(Lines);
        ref var line = ref Lines[Count++];
        line = default;
        return ref line;
    }

    /// <summary>Keeps the name of the latest line.</summary>
    public void Name(int name)
    {
        if (Names.Length < Lines.Length)
        {
            var names = Names;
            Names = new int[Lines.Length];
            Array.Copy(names, Names, names.Length);
        }

        Names[Count - 1] = name;
    }

    /// <summary>A run that begins with the latest line.</summary>
    public ref SalesRun BeginRun()
    {
        if (RunCount == Runs.Length) Runs = Longer(Runs);
        ref var run = ref Runs[RunCount++];
        run = default;
        run.First = Count - 1;
        run.Count = 1;
        run.Country = run.Store = -1;
        return ref run;
    }

    /// <summary>Keeps the lines of one part and the runs that are left with any.</summary>
    public void Keep(Func<SalesLine, bool> own)
    {
        var (lines, runs) = (0, 0);
        for (var r = 0; r < RunCount; r++)
        {
            var run = Runs[r];
            var first = lines;
            for (var i = run.First; i < run.First + run.Count; i++)
            {
                if (!own(Lines[i])) continue;
                if (i < Names.Length) Names[lines] = Names[i];
                Lines[lines++] = Lines[i];
            }

            if (lines == first) continue;
            (run.First, run.Count) = (first, lines - first);
            Runs[runs++] = run;
        }

        (Count, RunCount) = (lines, runs);
    }

    private static T[] Longer<T>(T[] items)
        where T : struct
    {
        var longer = new T[items.Length * 2];
        Array.Copy(items, longer, items.Length);
        return longer;
    }
}
