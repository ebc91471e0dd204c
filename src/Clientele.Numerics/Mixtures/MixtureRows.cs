namespace Clientele.Numerics.Mixtures;

/// <summary>Rows in blocks of 64, each block column by column, with weights; what fills up the last block has weight 0.</summary>
internal sealed class MixtureRows
{
    /// <summary>Rows per block; 16 vectors.</summary>
    public const int Block = 64;

    private const int MostChunks = 64;
    private const int LeastChunkBlocks = 16;

    /// <summary>Copies the rows.</summary>
    /// <param name="values">[n × d], row-major, in the frame.</param>
    /// <param name="weights">[n]; null: 1 each.</param>
    /// <param name="d">Columns.</param>
    public MixtureRows(double[] values, double[]? weights, int d)
    {
        (Count, Columns) = (values.Length / d, d);
        Blocks = (Count + Block - 1) / Block;
        ChunkBlocks = Math.Max(LeastChunkBlocks, (Blocks + MostChunks - 1) / MostChunks);
        Chunks = (Blocks + ChunkBlocks - 1) / ChunkBlocks;
        Values = new double[(long)Blocks * Block * d];
        Weights = new double[Blocks * Block];
        for (var i = 0; i < Count; i++)
        {
            var at = ((long)(i / Block) * Block * d) + (i % Block);
            for (var q = 0; q < d; q++) Values[at + (q * Block)] = values[((long)i * d) + q];
            Weights[i] = weights is null ? 1 : weights[i];
        }

        for (var chunk = 0; chunk < Chunks; chunk++)
        {
            var sum = 0.0;
            for (var i = chunk * ChunkBlocks * Block; i < Math.Min(Weights.Length, (chunk + 1) * ChunkBlocks * Block); i++) sum += Weights[i];
            Total += sum;
        }
    }

    public int Count { get; }

    /// <summary>d.</summary>
    public int Columns { get; }

    public int Blocks { get; }

    /// <summary>Blocks whose sums are kept apart, whoever works them out.</summary>
    public int ChunkBlocks { get; }

    public int Chunks { get; }

    /// <summary>[blocks × d × 64].</summary>
    public double[] Values { get; }

    /// <summary>[blocks × 64].</summary>
    public double[] Weights { get; }

    /// <summary>Σ weight.</summary>
    public double Total { get; }
}
