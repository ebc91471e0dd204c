namespace Clientele.Numerics.Ordering;

/// <summary>Disjoint sets of 0 … n − 1 that can be joined. The least member names a set, whatever the order of the joins.</summary>
internal sealed class DisjointSets
{
    private readonly int[] _parent;

    public DisjointSets(int n)
    {
        _parent = new int[n];
        for (var i = 0; i < n; i++) _parent[i] = i;
    }

    /// <summary>The least member of the set that i is in.</summary>
    public int Find(int i)
    {
        while (_parent[i] != i)
        {
            _parent[i] = _parent[_parent[i]];
            i = _parent[i];
        }

        return i;
    }

    /// <summary>Joins two sets; false when they were one already.</summary>
    public bool Join(int a, int b)
    {
        (a, b) = (Find(a), Find(b));
        if (a == b) return false;
        _parent[Math.Max(a, b)] = Math.Min(a, b);
        return true;
    }
}
