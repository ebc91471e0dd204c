using System.Globalization;

namespace Clientele.Tables;

/// <summary>Names of columns, each once: one that stood before is called <c>income (column 4)</c>, so that files and models can tell the two apart.</summary>
internal static class ColumnNames
{
    /// <summary>A name per header; those that come once stay as they are.</summary>
    public static string[] Of(IReadOnlyList<string> headers)
    {
        var (all, used) = (new HashSet<string>(headers, StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var names = new string[headers.Count];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = headers[i];
            if (used.Add(names[i])) continue;
            for (var again = 0; again == 0 || !all.Add(names[i]); again++)
                names[i] = string.Create(CultureInfo.InvariantCulture, $"{headers[i]} (column {i + 1}{(again == 0 ? "" : $", {again}")})");
            used.Add(names[i]);
        }

        return names;
    }
}
