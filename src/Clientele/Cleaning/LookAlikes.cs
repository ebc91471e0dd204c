using System.Text;

namespace Clientele.Cleaning;

/// <summary>Customer ids that a person would read as the same.</summary>
internal static class LookAlikes
{
    /// <summary>Ids that differ from another one only by case, blanks, no-break spaces or the spelling of accents (NFC against NFD).</summary>
    /// <param name="ids">Distinct ids.</param>
    public static int Count(string[] ids)
    {
        Dictionary<string, int>? seen = null;
        var plain = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in ids)
        {
            if (IsPlain(id)) continue;
            seen ??= new Dictionary<string, int>(StringComparer.Ordinal);
            var folded = Fold(id);
            seen[folded] = seen.GetValueOrDefault(folded) + 1;
        }

        if (seen is null) return 0;
        foreach (var id in ids)
        {
            if (IsPlain(id) && seen.TryGetValue(id, out var others) && plain.Add(id)) seen[id] = others + 1;
        }

        var count = 0;
        foreach (var pair in seen)
        {
            if (pair.Value > 1) count += pair.Value;
        }

        return count;
    }

    /// <summary>Digits and ASCII lower-case letters only: equal to its own folded form.</summary>
    private static bool IsPlain(string id)
    {
        foreach (var c in id)
        {
            if (c is not ((>= '0' and <= '9') or (>= 'a' and <= 'z'))) return false;
        }

        return true;
    }

    private static string Fold(string id)
    {
        var folded = new StringBuilder(id.Length);
        foreach (var c in Accents.Compose(id))
        {
            if (!char.IsWhiteSpace(c)) folded.Append(char.ToLowerInvariant(c));
        }

        return folded.ToString();
    }
}
