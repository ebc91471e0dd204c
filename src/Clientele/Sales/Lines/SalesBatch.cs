namespace Clientele.Sales.Lines;

/// <summary>The parsed lines of one block and the runs that they form; reused from block to block. What is gone through by itself stands in arrays of its own.</summary>
internal sealed class SalesBatch
{
    private static readonly int[] s_noNames = new int[0];

    public SalesLine[] Lines = new SalesLine[4096];

    /// <summary>Per line: the lower half of a 128-bit keyed hash of all source fields.</summary>
    public ulong[] Hashes = new ulong[4096];

    /// <summary>Per line: the upper half.</summary>
    public ulong[] UpperHashes = new ulong[4096];

    /// <summary>Per line: hash of the product, 0 without one.</summary>
    public ulong[] Products = new ulong[4096];

    public SalesRun[] Runs = new SalesRun[512];

    /// <summary>Number of the product's name per line, where names are kept; -1 without one. Lines that cannot be read have none.</summary>
    public int[] Names = s_noNames;

    public int Count;

    public int RunCount;

    /// <summary>Lines that hold nothing but blanks.</summary>
    public long EmptyLines;

    /// <summary>Records whose quoted fields hold more than ten line breaks.</summary>
    public long TallRecords;

    /// <summary>Forgets everything and makes room.</summary>
    /// <param name="lines">Lines that may come.</param>
    public void Begin(int lines)
    {
        Count = RunCount = 0;
        EmptyLines = TallRecords = 0;
        if (lines <= Lines.Length) return;
        lines += lines / 4;
        (Lines, Hashes, UpperHashes, Products) = (new SalesLine[lines], new ulong[lines], new ulong[lines], new ulong[lines]);
    }

    /// <summary>Keeps the name of a line.</summary>
    public void Name(int line, int name)
    {
        if (Names.Length < Lines.Length)
        {
            var names = Names;
            Names = new int[Lines.Length];
            Array.Copy(names, Names, names.Length);
        }

        Names[line] = name;
    }

    /// <summary>A run that begins with a line; it has none yet.</summary>
    public ref SalesRun BeginRun(int line)
    {
        if (RunCount == Runs.Length)
        {
            var runs = Runs;
            Runs = new SalesRun[2 * RunCount];
            Array.Copy(runs, Runs, RunCount);
        }

        ref var run = ref Runs[RunCount++];
        run = default;
        run.First = line;
        run.Country = run.Store = -1;
        return ref run;
    }

    /// <summary>Tells the lines of a run what is true of all, and works out what they come to.</summary>
    public void Sum(ref SalesRun run)
    {
        uint some = 0, every = ushort.MaxValue;
        var (shared, cancelled) = ((uint)run.Facts, (run.Facts & LineFacts.Cancelled) != 0);
        var (money, largest, units) = (Money.Zero, Money.Zero, 0L);
        var category = Lines[run.First].Category;
        var mixed = 0;
        foreach (ref var line in Lines.AsSpan(run.First, run.Count))
        {
            var facts = (uint)line.Facts | shared;
            if (cancelled | line.Money.High < 0) facts |= (uint)LineFacts.Returned;
            line.Facts = (LineFacts)facts;
            some |= facts;
            every &= facts;
            units += line.Units;
            mixed |= line.Category ^ category;
            money += line.Money;
            if (line.Money.High > largest.High || (line.Money.High == largest.High && line.Money.Low > largest.Low)) largest = line.Money;
        }

        (run.Some, run.Every, run.Units, run.Money, run.Largest) = ((LineFacts)some, (LineFacts)every, units, money, largest);
        (run.Category, run.MixesCategories) = (category, mixed != 0);
        run.LacksProducts = Products.AsSpan(run.First, run.Count).Contains(0UL);
    }

    /// <summary>Keeps the lines of one part and the runs that are left with any.</summary>
    /// <param name="own">By the upper half of a line's hash.</param>
    public void Keep(Func<ulong, bool> own)
    {
        var (lines, runs) = (0, 0);
        for (var r = 0; r < RunCount; r++)
        {
            var run = Runs[r];
            var first = lines;
            for (var i = run.First; i < run.End; i++)
            {
                if (!own(UpperHashes[i])) continue;
                if (i < Names.Length) Names[lines] = Names[i];
                (Lines[lines], Hashes[lines], UpperHashes[lines], Products[lines]) = (Lines[i], Hashes[i], UpperHashes[i], Products[i]);
                lines++;
            }

            if (lines == first) continue;
            (run.First, run.Count) = (first, lines - first);
            Sum(ref run);
            Runs[runs++] = run;
        }

        (Count, RunCount) = (lines, runs);
    }
}
