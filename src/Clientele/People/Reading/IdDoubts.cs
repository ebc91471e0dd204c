using System.Buffers;
using Clientele.Tables;

namespace Clientele.People.Reading;

/// <summary>What may be wrong with ids that all differ: written alike but for capitals or accents, or cut off by a spreadsheet. No id is shown.</summary>
internal static class IdDoubts
{
    private static readonly HashSet<string> s_nobody = new(["guest", "unknown", "anonymous", "none", "nan", "null", "na", "nobody", "default", "test", "gast", "unbekannt", "anonym", "invite", "inconnu", "desconocido", "invitado", "sconosciuto", "ospite"], StringComparer.Ordinal);
    private static readonly SearchValues<char> s_lower = SearchValues.Create("abcdefghijklmnopqrstuvwxyz");
    private static readonly SearchValues<char> s_figures = SearchValues.Create("0123456789.,");
    private static readonly SearchValues<char> s_upper = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>Adds a finding per doubt.</summary>
    /// <param name="ids">Ascending, each once.</param>
    /// <param name="path">Where they stand.</param>
    /// <param name="book">Receives them.</param>
    public static void Find(string[] ids, string path, AuditBook book)
    {
        var scientific = 0L;
        var (lower, upper, other) = (false, false, false);
        foreach (var id in ids)
        {
            if (IsScientific(id)) scientific++;
            lower |= id.AsSpan().ContainsAny(s_lower);
            upper |= id.AsSpan().ContainsAny(s_upper);
            other |= !System.Text.Ascii.IsValid(id);
        }

        if (scientific > 0) book.Find("people.scientific-ids", $"{PeopleProblems.Count(scientific, "id")} of {TableProblems.Cut(path)} {(scientific == 1 ? "is" : "are")} written like 1.23457E+11: a spreadsheet has cut off the last digits, so different customers may bear one id. Export the column as text.", scientific);
        if (!(lower && upper) && !other) return;
        var (seen, alike) = (new HashSet<string>(ids.Length, StringComparer.OrdinalIgnoreCase), 0L);
        foreach (var id in ids)
        {
            // Accents off where there may be some.
            if (!seen.Add(!System.Text.Ascii.IsValid(id) && Table.Folded(id, gaps: true) is { Length: > 0 } folded ? folded : id)) alike++;
        }

        if (alike > 0) book.Find("people.ids-alike", $"{PeopleProblems.Count(alike, "id")} of {TableProblems.Cut(path)} {(alike == 1 ? "differs" : "differ")} from another only by capitals or accents. They are taken for different customers.", alike);
    }

    /// <summary>What to do about an id that comes again, where the id itself tells; else null.</summary>
    public static string? Mend(string id) =>
        IsScientific(id) ? "The ids are written like 1.23457E+11: a spreadsheet has cut off their last digits. Export the column as text again."
        : s_nobody.Contains(Table.Folded(id, gaps: false)) || id is "0" or "-1" ? "That id stands for nobody in particular: empty its cells, and their rows are left out and counted."
        : null;

    /// <summary><c>1.23457E+11</c>: what spreadsheets make of long numbers.</summary>
    public static bool IsScientific(string id)
    {
        var at = id.IndexOf("E+", StringComparison.OrdinalIgnoreCase);
        return at > 0 && at + 2 < id.Length && char.IsAsciiDigit(id[0]) && !id.AsSpan(0, at).ContainsAnyExcept(s_figures) && !id.AsSpan(at + 2).ContainsAnyExceptInRange('0', '9');
    }
}
