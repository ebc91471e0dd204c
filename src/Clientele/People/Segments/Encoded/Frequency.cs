using Clientele.People.Segments.Grouping;

namespace Clientele.People.Segments.Encoded;

/// <summary>
/// A word counts as the share of the known customers that have it: common against rare. Words that are equally frequent become the same,
/// which the notes tell. A word that was not there when the shares were taken has the share 0.
/// </summary>
internal sealed class Frequency : ColumnEncoding
{
    public static Choice<ColumnEncoding> Choice { get; } = new("frequency", "The share of the customers with the same word: common words against rare ones.", [], _ => new Frequency());

    internal override FittedFeature Fit(Trait trait)
    {
        var shares = Numbers(trait);
        var fill = Array.IndexOf(shares, shares.Length == 0 ? 0 : shares.Max());
        var treated = Array.ConvertAll(trait.Codes, code => code >= 0 ? shares[code] : fill >= 0 ? shares[fill] : 0);
        var filled = trait.Codes.Count(code => code < 0);
        var fitted = FeatureFit.Scaled(trait, FeatureColumn.Frequency, treated, Math.Max(fill, 0), filled, trait.Levels, "the share of the customers with the same word, standardised; a word that is not among these has the share 0");
        return fitted with { Column = fitted.Column with { Shares = shares } };
    }

    internal override double[] Numbers(Trait trait)
    {
        var (counts, known) = (new long[trait.Levels.Count], 0L);
        foreach (var code in trait.Codes)
        {
            if (code < 0) continue;
            counts[code]++;
            known++;
        }

        return Array.ConvertAll(counts, count => (double)count / Math.Max(known, 1));
    }

    /// <summary>What a reader must know: the shares that words were taken for, and which words cannot be told apart by them.</summary>
    public static string Said(FeatureColumn column)
    {
        const int Most = 6;
        int[] order = [.. Enumerable.Range(0, column.Levels.Count).OrderByDescending(l => column.Shares[l]).ThenBy(l => l)];
        var shown = string.Join(", ", order.Take(Most).Select(l => $"{Tables.TableProblems.Cut(column.Levels[l])} {Figure.Percent(column.Shares[l])}")) + (order.Length > Most ? $" and {Figure.Count(order.Length - Most)} more" : "");
        string[][] alike = [.. order.GroupBy(l => column.Shares[l]).Where(g => g.Skip(1).Any()).Select(g => g.Select(l => Tables.TableProblems.Cut(column.Levels[l])).ToArray())];
        var same = alike.Length == 0 ? "" : $" Equally frequent, so the same to it: {string.Join("; ", alike.Take(Most).Select(words => $"{string.Join(", ", words.Take(Most))}{(words.Length > Most ? " …" : "")}"))}{(alike.Length > Most ? " …" : "")}.";
        return $"{column.Name} counts as the share of the customers with the same word: {shown}.{same}";
    }
}
