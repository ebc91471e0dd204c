using Clientele.Cleaning;
using Clientele.Sales.Lines;

namespace Clientele.Sales.Kept;

/// <summary>What one partition of customers sold and took back, line by line.</summary>
internal sealed class PartitionNotes(PieceStore store)
{
    /// <summary>Kept sales.</summary>
    public LineNotes Sold { get; } = new(store);

    /// <summary>Returns and cancellations of known customers.</summary>
    public LineNotes Returned { get; } = new(store);

    /// <summary>Sales that a return took back, with <c>--returns match</c>.</summary>
    public LineNotes Undone { get; } = new(store);

    /// <summary>Notes the kept and the returned lines of a run.</summary>
    /// <param name="customer">Index in the partition.</param>
    /// <param name="run">The run, its lines in their buckets.</param>
    /// <param name="lines">The batch's lines.</param>
    /// <param name="names">Number of the product's name per line of the batch.</param>
    /// <param name="netted">Facts that make a kept line a return.</param>
    /// <param name="sales">Kept lines of the run.</param>
    /// <param name="returns">Returned lines of the run.</param>
    public void Add(int customer, in SalesRun run, SalesLine[] lines, int[] names, LineFacts netted, int sales, int returns)
    {
        if (sales > 0) Add(Sold, customer, in run, lines, names, netted, sales, false);
        if (returns > 0) Add(Returned, customer, in run, lines, names, netted, returns, true);
    }

    private static void Add(LineNotes notes, int customer, in SalesRun run, SalesLine[] lines, int[] names, LineFacts netted, int most, bool returned)
    {
        notes.Begin(customer, in run, most);
        for (var i = run.First; i < run.First + run.Count; i++)
        {
            ref readonly var line = ref lines[i];
            if (!CleaningRules.Folds(in line) || (line.Bucket >= 0 || (line.Facts & netted) != 0) != returned) continue;
            notes.Add(names[i], line.Category, line.Units, in line.Money);
        }

        notes.End();
    }
}
