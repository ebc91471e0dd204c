namespace Clientele.Numerics.Patterns;

/// <summary>Which sets of items count as frequent.</summary>
public sealed record FrequentSetOptions
{
    /// <summary>Transactions that must hold a set. At least 1.</summary>
    public int MinimumCount { get; init => field = Require.AtLeast(1, value); } = 1;

    /// <summary>Items in the largest set. At least 1.</summary>
    public int MaximumSize { get; init => field = Require.AtLeast(1, value); } = 4;

    /// <summary>Sets that may be found before it is given up with a <see cref="MemoryLimitException"/>. At least 1.</summary>
    public int MaximumSets { get; init => field = Require.AtLeast(1, value); } = int.MaxValue;
}
