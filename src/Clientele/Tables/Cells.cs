using System.Text;

namespace Clientele.Tables;

/// <summary>The cells of one column as they stood: UTF-8 bytes, outer quotes off.</summary>
/// <param name="blocks">The cells of the table.</param>
/// <param name="column">Which column, from 0.</param>
internal sealed class Cells(CellBlocks blocks, int column)
{
    // Block of the row that was asked for last: most are asked for in their order. Whoever finds another's here looks for its own.
    private int _last;

    public int Count => blocks.Rows;

    /// <summary>Blocks of rows, for walks through the whole column.</summary>
    public IReadOnlyList<CellBlock> Blocks => blocks.All;

    /// <summary>Which column of the blocks it is.</summary>
    public int Column => column;

    public ReadOnlySpan<byte> this[int row]
    {
        get
        {
            var last = _last;
            var (block, within) = (blocks.All[last], row - blocks.First(last));
            if ((uint)within >= (uint)block.Rows)
            {
                _last = last = blocks.Of(row);
                (block, within) = (blocks.All[last], row - blocks.First(last));
            }

            return block[column, within];
        }
    }

    public string Text(int row) => Encoding.UTF8.GetString(this[row]);
}
