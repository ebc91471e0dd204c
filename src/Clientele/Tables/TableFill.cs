using System.Runtime.ExceptionServices;
using Clientele.Sales;
using Clientele.Sales.Lines;

namespace Clientele.Tables;

/// <summary>
/// Fills a table from the blocks of its file: threads cut blocks into cells side by side, and add them in the order of the file. Of several troubles the first in the file is told, whatever the threads.
/// </summary>
internal sealed class TableFill(Layout layout, CellBlocks blocks)
{
    private readonly List<long> _lines = [];
    private readonly Turns _turns = new(1);
    private readonly Lock _gate = new();
    private readonly List<RejectedLine> _rejected = [];
    private (long Block, Exception What)? _trouble;

    /// <summary>Lines that were set aside, in the order of the file.</summary>
    public IReadOnlyList<RejectedLine> Rejected => _rejected;

    /// <summary>Reads all blocks.</summary>
    /// <param name="reader">Where they come from.</param>
    /// <param name="threads">At least 1, the caller's own included.</param>
    /// <returns>Line of each row.</returns>
    public long[] From(BlockReader reader, int threads)
    {
        var helpers = new Thread[threads - 1];
        for (var h = 0; h < helpers.Length; h++)
        {
            helpers[h] = new Thread(() => Take(reader)) { IsBackground = true };
            helpers[h].Start();
        }

        Take(reader);
        foreach (var helper in helpers) helper.Join();
        if (_trouble is { } trouble) ExceptionDispatchInfo.Throw(trouble.What);
        return [.. _lines];
    }

    private void Take(BlockReader reader)
    {
        var (block, cells) = (new Block(), new BlockCells(layout, layout.Columns.Count));
        var number = long.MaxValue; // trouble with reading comes behind all blocks handed out
        try
        {
            while (!_turns.IsBroken && reader.TryRead(block))
            {
                number = block.Number;
                var cut = cells.Cut(block);
                if (!_turns.Enter(0, number)) return;
                if (cut is not null) Add(cut, cells.Lines);
                _rejected.AddRange(cells.Rejected);
                _turns.Leave(0, number);
                number = long.MaxValue;
            }
        }
        catch (Exception trouble)
        {
            lock (_gate)
            {
                if (_trouble is null || number < _trouble.Value.Block) _trouble = (number, trouble);
            }

            _turns.Break();
            reader.Stop();
        }
    }

    private void Add(CellBlock cut, List<long> lines)
    {
        if (!blocks.Add(cut)) throw TableProblems.TooLarge(layout.Path, lines[0]);
        _lines.AddRange(lines);
    }
}
