using System.Text.Json;

namespace Clientele.Handover.Charts.Sources;

/// <summary>What only customer tables show: effects, mixes of spending and channels, answers to campaigns.</summary>
internal static class PeopleCharts
{
    public static IEnumerable<Chart> Of(HandoverRun run, JsonElement document)
    {
        var people = document.At("people");
        if (people.ValueKind != JsonValueKind.Object) yield break;
        yield return Effects(people.At("effects"), run);
        yield return Mixes(people.At("mixes"), run);
        var answers = new Chart("answers", "interval", "Who answered", "Share of a segment that answered a campaign, with its range of 95 in 100, against all customers.",
            new("campaign"), new("segment"), new("customers", "customers"), new("yes", "customers"), new("rate", "share"), new("low", "share"), new("high", "share"), new("overall", "share"), new("p"), new("differs"));
        foreach (var a in people.At("answers").Entries())
            answers.Add(a.At("campaign"), Name(run, a.At("segment").GetInt32()), a.At("customers"), a.At("yes"), a.At("rate"), a.At("low"), a.At("high"), a.At("overall"), a.At("p"), a.At("differs"));
        yield return answers;
    }

    private static Chart Effects(JsonElement effects, HandoverRun run)
    {
        var chart = new Chart("effects", "heatmap", "How segments differ", "How far a segment lies from all customers, in spreads; the value and that of all customers beside it.",
            new("column"), new("level"), new("measure"), new("segment"), new("effect"), new("value"), new("overall"));
        foreach (var e in effects.Entries())
        {
            var (effect, value) = (e.At("effect").Entries(), e.At("value").Entries());
            for (var s = 0; s < effect.Count; s++) chart.Add(e.At("column"), e.At("level"), e.At("measure"), Name(run, s), effect[s], value[s], e.At("overall"));
        }

        return chart;
    }

    private static Chart Mixes(JsonElement mixes, HandoverRun run)
    {
        var chart = new Chart("mixes", "bar", "What they buy and where", "Share of a column in what the columns of its family add up to.", new("family"), new("column"), new("segment"), new("share", "share"), new("overall", "share"));
        foreach (var family in mixes.Entries())
        {
            foreach (var column in family.At("columns").Entries())
            {
                var shares = column.At("share").Entries();
                for (var s = 0; s < shares.Count; s++) chart.Add(family.At("family"), column.At("column"), Name(run, s), shares[s], column.At("overall"));
            }
        }

        return chart;
    }

    private static string Name(HandoverRun run, int segment) => run.Segments.Segments[segment].Name;
}
