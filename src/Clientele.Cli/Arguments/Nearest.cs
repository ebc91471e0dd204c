namespace Clientele.Cli.Arguments;

/// <summary>Guesses what a mistyped word was meant to be.</summary>
internal static class Nearest
{
    /// <summary>The name within a third of the word's length in edits, the nearest first; null when none is that near.</summary>
    public static string? Of(string word, IEnumerable<string> names)
    {
        string? best = null;
        var least = Math.Max(1, word.TrimStart('-').Length / 3) + 1;
        foreach (var name in names)
        {
            var distance = name.StartsWith(word, StringComparison.OrdinalIgnoreCase) && word.TrimStart('-').Length >= 2 ? 1 : Edits(word, name);
            if (distance >= least) continue;
            least = distance;
            best = name;
        }

        return best;
    }

    /// <summary>Letters to insert, delete, change or swap with their neighbour, case aside.</summary>
    private static int Edits(string a, string b)
    {
        var cost = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) cost[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) cost[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var same = Same(a[i - 1], b[j - 1]);
                cost[i, j] = Math.Min(Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1, cost[i - 1, j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1])) cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
            }
        }

        return cost[a.Length, b.Length];
    }

    private static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
