using Nature = Clientele.Tables.ColumnKind;

namespace Clientele.People.Segments.Selecting;

/// <summary>What a column is decides first: only what can be more or less forms segments by itself.</summary>
internal static class Natures
{
    /// <summary>Why a column cannot take part, or null.</summary>
    /// <param name="trait">The column.</param>
    /// <param name="categories">The method takes categories.</param>
    public static Verdict? Against(Trait trait, bool categories)
    {
        if (trait.Part == ColumnPart.Outcome) return Out("outcome", "an outcome: segments are judged by it, so it never forms them");
        return trait.Nature switch
        {
            Nature.Empty => Out("empty", "no cell is filled"),
            Nature.Id => Out("id", "names customers; its size means nothing"),
            Nature.Text => Out("text", "free text"),
            Nature.Date => Out("date", "a date; days counted from it are a column of their own"),
            Nature.Flag when !categories && trait.Encoding is null => Out("flag", "yes or no, which is no magnitude; it describes the segments"),
            Nature.Category when !categories && trait.Encoding is null => Out("category", "has no more or less; it describes the segments (or forms them with --encode or --method kprototypes)"),
            Nature.Category or Nature.Flag when trait.Codes.Where(c => c >= 0).Distinct().Take(2).Count() < 2 => Out("constant", "the same for everybody"),
            Nature.Category when trait.IsWide && trait.Levels.Count > MostLevels => Out("many-levels", $"{trait.Levels.Count} different texts tell customers apart one by one"),
            _ when !trait.IsNumber && !trait.HasLevels => Out("empty", "no cell is filled"),
            _ when trait.IsShare => Out("share", "a share of a total that is there itself; shown in the purchase patterns"),
            _ => null,
        };

        Verdict Out(string rule, string reason) => new(trait.Name, false, rule, reason);
    }

    public static string For(Trait trait) => trait.Nature switch
    {
        _ when trait.Encoding is Encoded.Frequency => "tells customers apart, by how many have the same word",
        Nature.Ordinal => "tells customers apart, in its order",
        _ => "tells customers apart",
    };

    private const int MostLevels = 50;
}
