using System.Text;

namespace Clientele.Cleaning;

/// <summary>Customer ids that a person would read as the same.</summary>
internal static class LookAlikes
{
    /// <summary>
    /// Ids that differ from another one only by case, blanks, no-break spaces or the spelling of accents (NFC against NFD), or as
    /// numbers by leading zeros or a final <c>.0</c>.
    /// </summary>
    /// <param name="ids">Distinct ids.</param>
    public static int Count(string[] ids)
    {
        Dictionary<string, int>? seen = null;
        var plain = new HashSet<string>(StringComparer.Ordinal);
        var zeros = LengthsDiffer(ids);
        foreach (var id in ids)
        {
            if (IsPlain(id, zeros)) continue;
            seen ??= new Dictionary<string, int>(StringComparer.Ordinal);
            var folded = Fold(id);
            seen[folded] = seen.GetValueOrDefault(folded) + 1;
        }

        if (seen is null) return 0;
        foreach (var id in ids)
        {
            if (IsPlain(id, zeros) && seen.TryGetValue(id, out var others) && plain.Add(id)) seen[id] = others + 1;
        }

        var count = 0;
        foreach (var pair in seen)
        {
            if (pair.Value > 1) count += pair.Value;
        }

        return count;
    }

    /// <summary>Whether numbers have different lengths. Where all have one length, leading zeros make none of them another one's twin.</summary>
    private static bool LengthsDiffer(string[] ids)
    {
        var length = 0;
        foreach (var id in ids)
        {
            if (!IsNumber(id)) continue;
            if (length > 0 && id.Length != length) return true;
            length = id.Length;
        }

        return false;
    }

    private static bool IsNumber(string id)
    {
        foreach (var c in id)
        {
            if (c is not ((>= '0' and <= '9') or '.')) return false;
        }

        return true;
    }

    /// <summary>Digits and ASCII lower-case letters only, without leading zeros where these count: equal to its own folded form.</summary>
    private static bool IsPlain(string id, bool zeros)
    {
        if (zeros && id.Length > 1 && id[0] == '0') return false;
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

        return Number(folded.ToString());
    }

    /// <summary>A number without leading zeros and a final <c>.0</c>; anything else as it is.</summary>
    private static string Number(string id)
    {
        var digits = id.EndsWith(".0", StringComparison.Ordinal) ? id.AsSpan(..^2) : id;
        return digits.Length == 0 || digits.ContainsAnyExceptInRange('0', '9') ? id : digits[..^1].TrimStart('0').ToString() + digits[^1];
    }
}
