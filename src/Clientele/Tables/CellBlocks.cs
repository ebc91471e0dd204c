namespace Clientele.Tables;

/// <summary>All cells of a table, block by block in the order of the file. Nothing is copied when a block comes to the others.</summary>
internal sealed class CellBlocks
{
    private readonly List<CellBlock> _blocks = [];
    private readonly List<int> _firsts = [];

    /// <summary>Rows of all blocks.</summary>
    public int Rows { get; private set; }

    public IReadOnlyList<CellBlock> All => _blocks;

    /// <summary>First row of a block.</summary>
    public int First(int block) => _firsts[block];

    /// <summary>Adds rows; false when there would be more than can be counted.</summary>
    public bool Add(CellBlock block)
    {
        if ((long)Rows + block.Rows > Array.MaxLength) return false;
        _blocks.Add(block);
        _firsts.Add(Rows);
        Rows += block.Rows;
        return true;
    }

    /// <summary>The block that holds a row.</summary>
    public int Of(int row)
    {
        var at = _firsts.BinarySearch(row);
        return at < 0 ? ~at - 1 : at;
    }
}
