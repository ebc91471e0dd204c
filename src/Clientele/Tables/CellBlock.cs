namespace Clientele.Tables;

/// <summary>Cells of some rows as they stood, column after column: UTF-8 bytes one after the other, outer quotes off.</summary>
/// <param name="bytes">Their text, and <see cref="Padding"/> behind it.</param>
/// <param name="ends">Where each cell ends [columns × rows]; it begins where the one before it ends.</param>
/// <param name="rows">Rows, at least one.</param>
internal sealed class CellBlock(byte[] bytes, int[] ends, int rows)
{
    /// <summary>Bytes that can be read beyond the end of every cell.</summary>
    public const int Padding = 32;

    public int Rows => rows;

    public byte[] Bytes => bytes;

    /// <summary>A cell.</summary>
    public ReadOnlySpan<byte> this[int column, int row]
    {
        get
        {
            var at = (column * rows) + row;
            var start = at == 0 ? 0 : ends[at - 1];
            return bytes.AsSpan(start, ends[at] - start);
        }
    }

    /// <summary>Where the first cell of a column begins.</summary>
    public int Start(int column) => column == 0 ? 0 : ends[(column * rows) - 1];

    /// <summary>Where each cell of a column ends; the next one begins there.</summary>
    public ReadOnlySpan<int> Ends(int column) => ends.AsSpan(column * rows, rows);
}
