using System.Text;
using Clientele.Cli.Arguments;
using Clientele.Cli.Screen;
using Clientele.Segments;

namespace Clientele.Cli.Summary;

/// <summary>Which segments of the map the members of each cluster come from.</summary>
internal static class Meetings
{
    private const int Most = 3;

    /// <summary>One paragraph per cluster: its largest shares.</summary>
    /// <param name="page">Receives one paragraph per cluster.</param>
    /// <param name="map">The segments.</param>
    /// <param name="clusters">The clusters.</param>
    /// <param name="crossing">Customers by segment and cluster.</param>
    /// <param name="width">Columns of the page.</param>
    public static void AppendTo(StringBuilder page, Segmentation map, Segmentation clusters, int[][] crossing, int width)
    {
        for (var cluster = 0; cluster < clusters.Segments.Count; cluster++)
        {
            var (at, all) = (cluster, clusters.Segments[cluster].Count);
            if (all == 0) continue;
            var order = new int[map.Segments.Count];
            for (var i = 0; i < order.Length; i++) order[i] = i;
            Array.Sort(order, (a, b) => crossing[b][at] != crossing[a][at] ? crossing[b][at].CompareTo(crossing[a][at]) : a.CompareTo(b));
            var parts = new List<string>();
            for (var i = 0; i < Math.Min(Most, order.Length) && crossing[order[i]][at] > 0; i++)
            {
                parts.Add($"{Figures.Percent((double)crossing[order[i]][at] / all)} {map.Segments[order[i]].Name}");
            }

            Help.Paragraph(page, $"{clusters.Segments[cluster].Name}: {Words.List(parts)}.", 2, width);
        }
    }
}
