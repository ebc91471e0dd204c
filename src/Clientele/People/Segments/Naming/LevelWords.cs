using Clientele.People.Segments.Grouping;
using Nature = Clientele.Tables.ColumnKind;

namespace Clientele.People.Segments.Naming;

/// <summary>Where a segment stands in one column, in two or three words.</summary>
internal static class LevelWords
{
    public const string Average = "average";

    // In standard deviations of all customers.
    private const double Clearly = 0.4;
    private const double Very = 1.5;
    private const double HardlyAny = 0.25;

    /// <summary>The word before the column, and the column: (<c>high</c>, <c>income</c>).</summary>
    /// <param name="trait">The column.</param>
    /// <param name="position">Mean of the segment, in standard deviations from that of all.</param>
    /// <param name="mean">The same in its own unit.</param>
    public static (string Word, string Column) Of(Trait trait, double position, double mean)
    {
        var label = trait.Label;
        if (Math.Abs(position) < Clearly) return (Average, label);
        var high = position > 0;
        if (trait.Part == ColumnPart.Age || label is "age") return (high ? "older" : "younger", "");
        if (label is "recency" or "days since last purchase" or "days since last order") return (high ? "long not seen" : "seen of late", "");
        if (trait.Part == ColumnPart.Household || (trait.Note.Expression is not null && label is "kids" or "children")) return (high ? "more" : mean < HardlyAny ? "hardly any" : "fewer", label);
        if (trait.Nature == Nature.Count && IsPlural(label)) return (high ? Math.Abs(position) >= Very ? "very many" : "many" : "few", label);
        return ((Math.Abs(position) >= Very ? "very " : "") + (high ? "high" : "low"), label);
    }

    /// <summary>Words that many share, or few: (<c>common</c>, <c>country</c>).</summary>
    public static (string Word, string Column) Frequent(Trait trait, double position) =>
        (Math.Abs(position) < Clearly ? Average : position > 0 ? "common" : "rare", trait.Label);

    /// <summary>The commonest level of a column without order.</summary>
    public static (string Word, string Column) Of(Trait trait, FeatureColumn column, double[] shares)
    {
        var most = Array.IndexOf(shares, shares.Max());
        return shares[most] >= 0.5 ? ("mostly", column.Levels[most]) : ("mixed", trait.Label);
    }

    private static bool IsPlural(string label) => label.EndsWith('s') && !label.EndsWith("ss", StringComparison.Ordinal);
}
