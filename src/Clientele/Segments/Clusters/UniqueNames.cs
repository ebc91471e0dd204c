namespace Clientele.Segments.Clusters;

/// <summary>Makes names differ within a run by a number that differs clearly.</summary>
internal static class UniqueNames
{
    private const double ClearlyApart = 0.02;

    public static string[] Of(IReadOnlyList<ClusterPortrait> portraits)
    {
        var names = new string[portraits.Count];
        for (var i = 0; i < names.Length; i++)
        {
            if (names[i] is not null) continue;
            var alike = new List<int>();
            for (var j = i; j < names.Length; j++)
            {
                if (portraits[j].Name == portraits[i].Name) alike.Add(j);
            }

            var mark = alike.Count == 1 ? -1 : MarkThatDiffers(portraits, alike);
            for (var n = 0; n < alike.Count; n++)
            {
                var name = portraits[alike[n]].Name;
                if (mark >= 0) name = $"{name} ({portraits[alike[n]].Marks[mark].Text})";
                else if (alike.Count > 1) name = $"{name} ({Ordinal(n)} of {alike.Count} alike)";
                names[alike[n]] = name;
            }
        }

        return names;
    }

    /// <summary>
    /// The first mark (money, orders, days, …) whose texts are all different and whose positions lie clearly apart; else the one whose
    /// positions lie farthest apart at their closest; -1 when every mark has equal texts.
    /// </summary>
    private static int MarkThatDiffers(IReadOnlyList<ClusterPortrait> portraits, List<int> alike)
    {
        var (best, bestGap) = (-1, -1.0);
        for (var mark = 0; mark < portraits[alike[0]].Marks.Count; mark++)
        {
            var gap = double.PositiveInfinity;
            for (var a = 0; a < alike.Count; a++)
            {
                for (var b = 0; b < a; b++)
                {
                    var (one, other) = (portraits[alike[a]].Marks[mark], portraits[alike[b]].Marks[mark]);
                    gap = Math.Min(gap, one.Text == other.Text ? double.NegativeInfinity : Math.Abs(one.Position - other.Position));
                }
            }

            if (gap >= ClearlyApart) return mark;
            if (gap > bestGap) (best, bestGap) = (mark, gap);
        }

        return best;
    }

    private static string Ordinal(int n) => n switch
    {
        0 => "first",
        1 => "second",
        2 => "third",
        _ => $"{n + 1}th",
    };
}
