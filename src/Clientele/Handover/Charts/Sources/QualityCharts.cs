using System.Text.Json;

namespace Clientele.Handover.Charts.Sources;

/// <summary>From what was read to what was kept, in lines, in money, and in rows of a customer table.</summary>
internal static class QualityCharts
{
    public static IEnumerable<Chart> Of(JsonElement document)
    {
        var audit = document.At("audit");
        if (audit.ValueKind == JsonValueKind.Object)
        {
            yield return Steps("lines-kept", "From lines read to lines kept", audit, "lines");
            yield return Steps("money-kept", "From money read to money kept", audit, "money");
        }

        var cleaning = document.At("people", "cleaning");
        if (cleaning.ValueKind != JsonValueKind.Object) yield break;
        var rows = new Chart("rows-kept", "waterfall", "From rows read to rows kept", "What each rule took out.", new("step"), new("rule"), new("rows"));
        rows.Add("read", null, cleaning.At("read"));
        foreach (var entry in cleaning.At("dropped").Entries()) rows.Add("left out", entry.At("rule"), entry.At("rows"));
        rows.Add("kept", null, cleaning.At("kept"));
        yield return rows;
    }

    private static Chart Steps(string name, string title, JsonElement audit, string unit)
    {
        var chart = new Chart(name, "waterfall", title, "Read = left out + kept, to the last digit.", new("step"), new("rule"), new("words"), new(unit, unit));
        chart.Add("read", null, null, audit.At("read", unit).Amount());
        foreach (var entry in audit.At("excluded").Entries()) chart.Add("left out", entry.At("rule"), entry.At("words"), entry.At(unit).Amount());
        chart.Add("kept", null, null, audit.At("kept", unit).Amount());
        return chart;
    }
}
