using System.Text;
using Clientele.Sales.Layouts;
using Clientele.Tables;

namespace Clientele.People.Reading;

/// <summary>Ids of a table as sales files have them (blanks cut, leading zeros kept, a final .0 off when all have it), and rows in their order.</summary>
/// <param name="Ids">Ids, ascending by their UTF-8 bytes; equal ones stand side by side in the order of the file.</param>
/// <param name="Rows">Row of the file of each.</param>
/// <param name="Missing">Rows without an id, ascending.</param>
/// <param name="Floats">A final .0 was taken off.</param>
internal sealed record IdOrder(string[] Ids, int[] Rows, IReadOnlyList<int> Missing, bool Floats)
{
    public static IdOrder Of(TableColumn column)
    {
        var (floats, missing, rows) = (AllFloats(column), new List<int>(), new List<int>(column.Rows));
        for (var row = 0; row < column.Rows; row++) (IsMissing(column.Cells[row]) ? missing : rows).Add(row);
        int[] order = [.. rows];
        var cells = column.Cells;
        Sort(cells, order, floats);
        var ids = new string[order.Length];
        for (var i = 0; i < ids.Length; i++) ids[i] = Encoding.UTF8.GetString(Id(cells[order[i]], floats));
        return new(ids, order, missing, floats);
    }

    /// <summary>Rows numbered from 1, with leading zeros so that their order is that of the file.</summary>
    public static IdOrder Numbered(int rows)
    {
        var width = rows.ToString(System.Globalization.CultureInfo.InvariantCulture).Length;
        var ids = new string[rows];
        for (var i = 0; i < rows; i++) ids[i] = (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(width, '0');
        return new(ids, RadixOrder.Identity(rows), [], false);
    }

    // By the first eight bytes as a number, then those alike there by all their bytes.
    private static void Sort(Cells cells, int[] order, bool floats)
    {
        var (keys, rising) = (new ulong[order.Length], true);
        for (var i = 0; i < order.Length; i++)
        {
            // Comparing with the final .0 still on would put 10.0 before 1.0.
            var id = Id(cells[order[i]], floats);
            keys[i] = Key(id);
            rising = rising && (i == 0 || keys[i] > keys[i - 1] || (keys[i] == keys[i - 1] && id.SequenceCompareTo(Id(cells[order[i - 1]], floats)) >= 0));
        }

        if (rising) return;
        Array.Sort(keys, order);
        var all = Comparer<int>.Create((a, b) => Id(cells[a], floats).SequenceCompareTo(Id(cells[b], floats)) is var sign and not 0 ? sign : a.CompareTo(b));
        for (var from = 0; from < order.Length;)
        {
            var to = from + 1;
            while (to < order.Length && keys[to] == keys[from]) to++;
            if (to - from > 1) Array.Sort(order, from, to - from, all);
            from = to;
        }
    }

    private static ulong Key(ReadOnlySpan<byte> id)
    {
        if (id.Length >= sizeof(ulong)) return System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(id);
        var key = 0UL;
        for (var i = 0; i < sizeof(ulong); i++) key = (key << 8) | (i < id.Length ? id[i] : 0UL);
        return key;
    }

    // An id may be called NA: only blanks are none.
    private static bool IsMissing(ReadOnlySpan<byte> cell) => Words.Trim(cell).Length == 0;

    private static ReadOnlySpan<byte> Id(ReadOnlySpan<byte> cell, bool floats)
    {
        cell = Words.Trim(cell);
        return floats ? cell[..^2] : cell;
    }

    private static bool AllFloats(TableColumn column)
    {
        var some = false;
        for (var row = 0; row < column.Rows; row++)
        {
            var cell = Words.Trim(column.Cells[row]);
            if (cell.Length == 0) continue;
            if (cell.Length < 3 || !Words.Ends(cell, ".0"u8) || !Words.Digits(cell[..^2])) return false;
            some = true;
        }

        return some;
    }
}
