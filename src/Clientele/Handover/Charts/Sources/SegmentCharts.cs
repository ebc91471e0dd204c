using System.Text.Json;
using Clientele.Handover.Star;

namespace Clientele.Handover.Charts.Sources;

/// <summary>Segments and clusters at a glance, and what they are like.</summary>
internal static class SegmentCharts
{
    public static IEnumerable<Chart> Of(HandoverRun run, JsonElement document)
    {
        _ = run;
        var profiles = new Chart(
            "profiles", "snake", "Segments compared with all customers", "Mean and median of each measure in each segment.",
            new("method"), new("segment"), new("measure"), new("unit"), new("defined", "customers"), new("mean"), new("median"));
        foreach (var segmentation in document.At("segmentations").Entries())
        {
            var key = segmentation.At("key").GetString();
            var chart = new Chart(
                key == "cluster" ? "clusters" : "segments", "bar", key == "cluster" ? "Clusters at a glance" : "Segments at a glance",
                "Customers and money of each; order and colours as in the report, where bars, the treemap and the tiles show the same figures.",
                new("segment"), new("group"), new("colour"), new("customers", "customers"), new("share", "share"), new("money", "money"), new("money_share", "share"), new("why"));
            var place = 0;
            foreach (var segment in segmentation.At("segments").Entries())
            {
                chart.Add(segment.At("name"), segment.At("group"), StarColours.Of(place++), segment.At("customers"), segment.At("share"), segment.At("money").Amount(), segment.At("moneyShare"), segment.At("why"));
                foreach (var m in segment.At("profile").Entries())
                    profiles.Add(segmentation.At("method"), segment.At("name"), m.At("measure"), m.At("unit"), m.At("defined"), m.At("mean"), m.At("median"));
            }

            yield return chart;
        }

        yield return profiles;
    }
}
