using System.Numerics;

namespace Clientele.Numerics.Clustering;

/// <summary>
/// A small weighted stand-in for very many points: of each block every sixteenth row for sixteen, but all rows of the blocks that reach
/// farthest, because rows far from others decide about centres by themselves. Of twice the points every thirty-second, and so on.
/// </summary>
internal static class Coreset
{
    /// <summary>Distinct rows from which on a stand-in pays.</summary>
    public const int LeastRows = 131_072;

    private const int LeastStride = 16;

    /// <summary>Between 16,000 and 33,000 points.</summary>
    public static Points Of(Points points)
    {
        var stride = LeastStride << Math.Max(0, BitOperations.Log2((uint)(points.Count / LeastRows)));
        var (d, reach, blocks) = (points.Dimensions, new double[points.Blocks], new int[points.Blocks]);
        for (var block = 0; block < blocks.Length; block++)
        {
            blocks[block] = block;
            for (var q = block * d; q < (block + 1) * d; q++) reach[block] += (points.High[q] - points.Low[q]) * (points.High[q] - points.Low[q]);
        }

        Array.Sort(blocks, (a, b) => reach[a] != reach[b] ? reach[b].CompareTo(reach[a]) : a.CompareTo(b));
        var whole = new bool[points.Blocks];
        for (var rank = 0; rank < blocks.Length / stride; rank++) whole[blocks[rank]] = true;
        var (rows, weights) = (new List<int>(points.Count / stride * 2), new List<double>(points.Count / stride * 2));
        for (var block = 0; block < whole.Length; block++)
        {
            // Another row of each few from block to block.
            var (from, count) = (block * Points.BlockRows, points.RowsOf(block));
            for (var i = whole[block] ? 0 : block % stride; i < count; i += whole[block] ? 1 : stride)
            {
                rows.Add(from + i);
                weights.Add(points.Weights[from + i] * (whole[block] ? 1 : stride));
            }
        }

        return points.Some([.. rows], [.. weights]);
    }
}
