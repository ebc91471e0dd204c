using Clientele.Customers;

namespace Clientele.People.Describing;

/// <summary>A column of categories as numbers.</summary>
/// <param name="Column">The column.</param>
/// <param name="Levels">Its levels.</param>
/// <param name="Codes">[rows]; −1 where nothing is known.</param>
internal sealed record CodedColumn(CustomerColumn Column, IReadOnlyList<string> Levels, int[] Codes)
{
    public static CodedColumn Of(CustomerColumn column)
    {
        IReadOnlyList<string> levels = column.Levels.Count > 0
            ? column.Levels
            : [.. column.Texts.Where(t => t.Length > 0).CountBy(t => t, StringComparer.Ordinal).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Key)];
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < levels.Count; i++) places.Add(levels[i], i);
        var codes = new int[column.Texts.Length];
        var (last, code) = ("", -1);
        for (var row = 0; row < codes.Length; row++)
        {
            // Texts of one level are mostly one object.
            if (!ReferenceEquals(column.Texts[row], last)) (last, code) = (column.Texts[row], column.Texts[row].Length == 0 ? -1 : places.GetValueOrDefault(column.Texts[row], -1));
            codes[row] = code;
        }

        return new(column, levels, codes);
    }
}
