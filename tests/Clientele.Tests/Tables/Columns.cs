using System.Text;
using Clientele.Tables;

namespace Clientele.Tests.Tables;

/// <summary>Cells as a table holds them.</summary>
internal static class Columns
{
    /// <summary>One column of those texts, in blocks of at most seven rows.</summary>
    public static Cells Of(IReadOnlyList<string> texts)
    {
        var blocks = new CellBlocks();
        for (var from = 0; from < texts.Count; from += 7)
        {
            var cells = texts.Skip(from).Take(7).Select(Encoding.UTF8.GetBytes).ToArray();
            var (bytes, ends, end) = (new List<byte>(), new int[cells.Length], 0);
            for (var i = 0; i < cells.Length; i++)
            {
                bytes.AddRange(cells[i]);
                ends[i] = end += cells[i].Length;
            }

            // What stands behind the last cell must not matter.
            bytes.AddRange(Encoding.ASCII.GetBytes(new string('7', CellBlock.Padding)));
            Assert.True(blocks.Add(new([.. bytes], ends, cells.Length)));
        }

        return new(blocks, 0);
    }
}
