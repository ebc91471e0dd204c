using System.Globalization;
using Clientele.Reports.Writing;

namespace Clientele.Handover.Star;

/// <summary>
/// Ids as keys that stay different in programs that compare texts loosely: Power BI takes no notice of case, width, kind of kana, signs
/// that are not seen and blanks at the end, other readers none of blanks in front, and a guarded cell has an apostrophe more. Where two ids would be one key, the later
/// one gets <c>~2</c>, then <c>~3</c> …; all others are the id as it stands.
/// </summary>
internal static class StarKeys
{
    /// <summary>A key per id; the same array when no id had to change.</summary>
    /// <param name="ids">Each once, in an order of their own that does not depend on the run.</param>
    public static string[] Of(string[] ids)
    {
        var taken = new HashSet<string>(ids.Length, StringComparer.Ordinal);
        var keys = ids;
        for (var i = 0; i < ids.Length; i++)
        {
            var key = ids[i];
            for (var n = 2; !taken.Add(Folded(key)); n++) key = $"{ids[i]}~{n.ToString(CultureInfo.InvariantCulture)}";
            if (ReferenceEquals(key, ids[i])) continue;
            if (ReferenceEquals(keys, ids)) keys = (string[])ids.Clone();
            keys[i] = key;
        }

        return keys;
    }

    /// <summary>The cell of a key as a program sees it that compares loosely; the same text when nothing is to be done.</summary>
    public static string Folded(string key)
    {
        var cell = CsvText.Guarded(key);
        var plain = true;
        foreach (var c in cell) plain &= c is >= '!' and <= '~' and not (>= 'a' and <= 'z');
        if (plain) return cell;
        var text = new char[cell.Length];
        var count = 0;
        foreach (var c in cell)
        {
            if (char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format) continue;
            text[count++] = char.ToUpperInvariant(Narrow(c));
        }

        return new string(text.AsSpan(0, count).Trim());
    }

    private static char Narrow(char c) => c switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0), // full width
        '\u3000' or '\u00A0' => ' ',
        >= '\u30A1' and <= '\u30F6' => (char)(c - 0x60), // katakana
        _ => c,
    };
}
