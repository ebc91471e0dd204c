namespace Clientele.Cleaning;

/// <summary>How many hashes occur more than once.</summary>
/// <remarks>
/// They are dealt out to small tables, one after the other in the core's own cache: two walks over the hashes where sorting takes nine.
/// </remarks>
internal static class SharedHashes
{
    private const int Tables = 128;
    private const int Shift = 64 - 7;
    private const ulong Spread = 0x9E3779B97F4A7C15;

    /// <summary>Different hashes that occur at least twice.</summary>
    /// <param name="hashes">None is 0.</param>
    public static long Count(ReadOnlySpan<ulong> hashes)
    {
        Span<int> ends = stackalloc int[Tables + 1];
        ends.Clear();
        foreach (var hash in hashes) ends[TableOf(hash) + 1]++;
        var most = 0;
        for (var t = 0; t < Tables; t++)
        {
            most = Math.Max(most, ends[t + 1]);
            ends[t + 1] += ends[t];
        }

        var dealt = new ulong[hashes.Length];
        Span<int> next = stackalloc int[Tables];
        ends[..Tables].CopyTo(next);
        foreach (var hash in hashes) dealt[next[TableOf(hash)]++] = hash;

        var shared = 0L;
        var slots = 16;
        while (slots < 2 * most) slots *= 2;
        var (seen, again) = (new ulong[slots], new bool[slots]);
        for (var t = 0; t < Tables; t++)
        {
            shared += CountOne(dealt.AsSpan(ends[t], ends[t + 1] - ends[t]), seen, again);
        }

        return shared;
    }

    private static long CountOne(ReadOnlySpan<ulong> hashes, ulong[] seen, bool[] again)
    {
        var shared = 0L;
        Array.Clear(seen);
        Array.Clear(again);
        foreach (var hash in hashes)
        {
            // The upper digits are the same in all of a table.
            var slot = (int)((hash * Spread) >> 20) & (seen.Length - 1);
            while (seen[slot] != 0 && seen[slot] != hash) slot = (slot + 1) & (seen.Length - 1);
            if (seen[slot] == 0)
            {
                seen[slot] = hash;
            }
            else if (!again[slot])
            {
                again[slot] = true;
                shared++;
            }
        }

        return shared;
    }

    private static int TableOf(ulong hash) => (int)((hash * Spread) >> Shift);
}
