using Clientele.Reports.Writing;

namespace Clientele.Reports.Page.Found;

/// <summary>The top of a tree, under <c>tree</c>: its last merges, and what stands below each branch that is not drawn further.</summary>
internal static class TreeJson
{
    /// <summary>Branches drawn at most: the page stays small and the names can be read.</summary>
    public const int Most = 24;

    public static void Write(JsonText json, FoundTree found, int k)
    {
        var tree = found.Model.Tree;
        if (tree.Leaves < 2) return;
        var drawing = tree.Draw(Most);
        var (place, counts) = (new Dictionary<int, int>(), Counts(found, k));
        json.Object("tree").Text("linkage", found.Model.Method).Flag("own", found.Own).Integer("rows", found.Labels.Length).Integer("of", found.Rows)
            .Number("agreement", double.IsNaN(found.Agreement) ? null : Math.Round(found.Agreement, 3)).Number("cut", Cut(found, k)).List("leaves");
        foreach (var leaf in drawing.Leaves)
        {
            place[leaf.Branch] = place.Count;
            var own = counts[leaf.Branch];
            var (most, rows) = (-1, 0);
            for (var c = 0; c < own.Length; c++)
            {
                rows += own[c];
                if (own[c] > (most < 0 ? 0 : own[most])) most = c;
            }

            json.Object().Integer("rows", rows).Integer("group", most == k ? -1 : most).Number("share", rows == 0 ? null : Math.Round((double)own[most] / rows, 3)).Number("height", Round(leaf.Height)).EndObject();
        }

        json.EndList().List("merges");
        foreach (var bracket in drawing.Brackets)
        {
            place[bracket.Branch] = place.Count;
            var merge = tree.Merges[bracket.Branch - tree.Leaves];
            json.List().Integer(null, place[merge.Left]).Integer(null, place[merge.Right]).Number(null, Round(merge.Height)).EndList();
        }

        json.EndList().EndObject();
    }

    /// <summary>Rows of each group below each branch [leaves + merges][k + 1]; the last counts rows of no group.</summary>
    private static int[][] Counts(FoundTree found, int k)
    {
        var tree = found.Model.Tree;
        var counts = new int[tree.Leaves + tree.Merges.Length][];
        for (var b = 0; b < counts.Length; b++) counts[b] = new int[k + 1];
        for (var i = 0; i < found.Labels.Length; i++) counts[found.Model.Leaves[i]][found.Labels[i] is var l && l >= 0 && l < k ? l : k]++;
        for (var m = 0; m < tree.Merges.Length; m++)
        {
            foreach (var branch in (ReadOnlySpan<int>)[tree.Merges[m].Left, tree.Merges[m].Right])
            {
                for (var c = 0; c <= k; c++) counts[tree.Leaves + m][c] += counts[branch][c];
            }
        }

        return counts;
    }

    /// <summary>Halfway between the last merge kept and the first one undone; null where the tree was not cut, or has inversions there.</summary>
    private static double? Cut(FoundTree found, int k)
    {
        var merges = found.Model.Tree.Merges;
        var kept = found.Model.Tree.Leaves - k;
        if (k < 2 || kept < 0 || kept >= merges.Length) return null;
        var (below, above) = (kept == 0 ? 0 : merges[kept - 1].Height, merges[kept].Height);
        return below <= above ? Round((below + above) / 2) : null;
    }

    private static double Round(double value) => Parts.Round.Digits(value);
}
