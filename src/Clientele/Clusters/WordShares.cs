using Clientele.Tables;

namespace Clientele.Clusters;

/// <summary>A word of a column and the share of its filled cells that hold it.</summary>
public sealed record WordShare(string Word, double Share);

/// <summary>Words taken as numbers: each counts as its share, so that common words stand against rare ones.</summary>
internal static class WordShares
{
    /// <summary>The words of a column in ordinal order; words equally frequent have one share and are the same.</summary>
    public static WordShare[] Of(TableColumn column)
    {
        var (counts, known) = (new Dictionary<string, long>(StringComparer.Ordinal), 0L);
        for (var row = 0; row < column.Rows; row++)
        {
            if (column.IsMissing(row)) continue;
            var word = column.Text(row).Trim();
            counts[word] = counts.GetValueOrDefault(word) + 1;
            known++;
        }

        return [.. counts.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => new WordShare(c.Key, (double)c.Value / known))];
    }

    /// <summary>The share of each row's word [rows]: NaN where nothing stands, 0 for a word that is not among them.</summary>
    /// <param name="column">The column.</param>
    /// <param name="shares">What was fitted.</param>
    /// <param name="unseen">Rows whose word is not among them.</param>
    public static double[] Values(TableColumn column, IReadOnlyList<WordShare> shares, out int unseen)
    {
        var known = shares.ToDictionary(s => s.Word, s => s.Share, StringComparer.Ordinal);
        var values = new double[column.Rows];
        unseen = 0;
        for (var row = 0; row < values.Length; row++)
        {
            if (column.IsMissing(row)) values[row] = double.NaN;
            else if (!known.TryGetValue(column.Text(row).Trim(), out values[row])) unseen++;
        }

        return values;
    }

    /// <summary>The shares in one sentence, the largest first.</summary>
    public static string Said(string column, IReadOnlyList<WordShare> shares)
    {
        const int Most = 6;
        var shown = string.Join(", ", shares.OrderByDescending(s => s.Share).ThenBy(s => s.Word, StringComparer.Ordinal).Take(Most).Select(s => $"{TableProblems.Cut(s.Word)} {ClusterWords.Value(Math.Round(s.Share, 4))}"));
        var alike = shares.GroupBy(s => s.Share).Where(g => g.Skip(1).Any()).Sum(g => g.Count());
        return $"{column} counts as the share of the rows with the same word: {shown}{(shares.Count > Most ? $" and {ClusterWords.Count(shares.Count - Most)} more" : "")}.{(alike > 0 ? $" {ClusterWords.Count(alike)} of its words are as frequent as another, so the same to it." : "")}";
    }
}
