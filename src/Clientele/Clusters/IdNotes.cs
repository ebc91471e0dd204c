using Clientele.Tables;

namespace Clientele.Clusters;

/// <summary>What is wrong with a column that is to name rows.</summary>
internal static class IdNotes
{
    /// <summary>A sentence, or null when every row has a name of its own. No name is shown.</summary>
    public static string? Of(TableColumn id)
    {
        var (seen, again, empty) = (new HashSet<string>(StringComparer.Ordinal), 0, 0);
        for (var row = 0; row < id.Rows; row++)
        {
            var text = id.Text(row).Trim();
            if (text.Length == 0) empty++;
            else if (!seen.Add(text)) again++;
        }

        if (again == 0 && empty == 0) return null;
        string[] parts = [.. new[] { again > 0 ? $"{ClusterWords.Count(again, "row")} bear an id that came before" : "", empty > 0 ? $"{ClusterWords.Count(empty, "row")} have none" : "" }.Where(p => p.Length > 0)];
        return $"Column {id.Name} does not name every row alone: {ClusterWords.List(parts)}.";
    }
}
