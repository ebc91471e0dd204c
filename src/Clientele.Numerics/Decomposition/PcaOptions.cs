namespace Clientele.Numerics.Decomposition;

/// <summary>How principal components are taken.</summary>
public sealed record PcaOptions
{
    /// <summary>Components kept, the largest variance first; 0 keeps all, min(n, d). More than d count as d.</summary>
    public int Components { get; init => field = Require.AtLeast(0, value); }

    /// <summary>Columns are divided by their standard deviation first, so that units do not matter (constant ones stay as they are).</summary>
    public bool Correlation { get; init; }
}
