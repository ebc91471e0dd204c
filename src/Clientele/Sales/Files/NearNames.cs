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

    private static int Edits(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 64 || a.Length > 256 || b.Length > 256) return int.MaxValue - 1;
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]);
                var cost = Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (same ? 0 : 1));
                corner = row[j];
                row[j] = cost;
            }
        }

        return row[b.Length];
    }
}
