namespace Clientele.Sales.Files;

/// <summary>Names that somebody who typed another one may have meant.</summary>
internal static class NearNames
{
    private const int MostShown = 3;
    private const int MostLooked = 10_000;

    /// <summary>Files in the same folder whose names are close, closest first, written as the path was.</summary>
    public static IReadOnlyList<string> Of(string path)
    {
        var folder = Path.GetDirectoryName(path) ?? "";
        var name = Path.GetFileName(path);
        var near = new List<(int Distance, string Name)>();
        try
        {
            foreach (var entry in Directory.EnumerateFiles(folder.Length == 0 ? "." : folder).Take(MostLooked))
            {
                var other = Path.GetFileName(entry);
                var distance = Distance(name, other);
                if (distance <= Math.Max(2, name.Length / 4)) near.Add((distance, other));
            }
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return [];
        }

        near.Sort((a, b) => a.Distance != b.Distance ? a.Distance.CompareTo(b.Distance) : string.CompareOrdinal(a.Name, b.Name));
        return [.. near.Take(MostShown).Select(n => Path.Join(folder, n.Name))];
    }

    /// <summary>Edits between two names; letter case and endings like .gz or .csv cost at most 1 in all.</summary>
    private static int Distance(string typed, string other)
    {
        if (string.Equals(typed, other, StringComparison.OrdinalIgnoreCase)) return 0;
        if (string.Equals(Stem(typed), Stem(other), StringComparison.OrdinalIgnoreCase)) return 1;
        return Math.Min(Edits(typed, other), 1 + Edits(Stem(typed), Stem(other)));
    }

    private static string Stem(string name)
    {
        var dot = name.IndexOf('.', Math.Min(1, name.Length));
        return dot < 0 ? name : name[..dot];
    }

    /// <summary>Letters put in, left out, changed or swapped with their neighbour; case does not count.</summary>
    private static int Edits(string a, string b)
    {
        if (a.Length > 256 || b.Length > 256) return int.MaxValue - 1;
        var costs = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    costs[i, j] = i + j;
                    continue;
                }

                var cost = Math.Min(Math.Min(costs[i - 1, j], costs[i, j - 1]) + 1, costs[i - 1, j - 1] + (Same(a[i - 1], b[j - 1]) ? 0 : 1));
                var swapped = i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]);
                costs[i, j] = swapped ? Math.Min(cost, costs[i - 2, j - 2] + 1) : cost;
            }
        }

        return costs[a.Length, b.Length];
    }

    private static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
