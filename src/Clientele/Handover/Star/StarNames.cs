using System.Globalization;
using Clientele.Reports.Writing;

namespace Clientele.Handover.Star;

/// <summary>Headings of one table that every program can take: guarded, without control characters, each once whatever the case.</summary>
internal sealed class StarNames
{
    private const int Most = 100;

    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Starts a table.</summary>
    /// <param name="reserved">Names that no column may have: those of the table's measures.</param>
    public StarNames(params string[] reserved)
    {
        foreach (var name in reserved) _taken.Add(name);
    }

    /// <summary>The name, changed as little as need be.</summary>
    public string Take(string name)
    {
        var letters = new char[Math.Min(name.Length, Most)];
        for (var i = 0; i < letters.Length; i++) letters[i] = char.IsControl(name[i]) || char.IsSurrogate(name[i]) || name[i] is '\u2028' or '\u2029' ? ' ' : name[i];
        var plain = CsvText.Guarded(new string(letters).Trim());
        if (plain.Length == 0) plain = "column";
        var free = plain;
        for (var n = 2; !_taken.Add(free); n++) free = $"{plain}_{n.ToString(CultureInfo.InvariantCulture)}";
        return free;
    }
}
