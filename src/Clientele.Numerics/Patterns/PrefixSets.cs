namespace Clientele.Numerics.Patterns;

/// <summary>The sets found under one prefix, as found: ranks one set after the other.</summary>
internal sealed class PrefixSets
{
    public List<int> Ranks { get; } = [];

    public List<int> Sizes { get; } = [];

    public List<int> Counts { get; } = [];

    public int Count => Counts.Count;

    public void Add(ReadOnlySpan<int> ranks, int count)
    {
        Ranks.AddRange(ranks);
        Sizes.Add(ranks.Length);
        Counts.Add(count);
    }
}
