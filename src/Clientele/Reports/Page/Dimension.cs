using Clientele.Reports.Writing;

namespace Clientele.Reports.Page;

/// <summary>One property of customers that a reader can filter by: a few values, one byte per row.</summary>
/// <param name="Key">Name in addresses and in the data: <c>segment</c>, <c>recency</c>.</param>
/// <param name="Kind"><c>group</c>, <c>score</c>, <c>category</c>, <c>month</c> or <c>bins</c>.</param>
/// <param name="Unit">days, orders, money … or empty.</param>
/// <param name="Meaning">One sentence, or empty.</param>
/// <param name="Labels">Names of the values; empty for bins, whose edges say it.</param>
/// <param name="Bins">The edges of a measure; null for others.</param>
/// <param name="Codes">Value per row; <see cref="Page.Bins.Undefined"/> where there is none.</param>
internal sealed record Dimension(string Key, string Kind, string Unit, string Meaning, IReadOnlyList<string> Labels, Bins? Bins, byte[] Codes)
{
    public int Values => Bins?.Count ?? Labels.Count;

    public void Write(JsonText json)
    {
        json.Object().Text("key", Key).Text("kind", Kind).Text("unit", Unit).Text("meaning", Meaning);
        if (Bins is { } bins)
        {
            json.Flag("logarithmic", bins.Logarithmic);
            if (bins.Open) json.Flag("open", true);
            json.List("edges");
            foreach (var edge in bins.Edges) json.Number(null, edge);
            json.EndList();
        }
        else
        {
            json.Texts("labels", Labels);
        }

        json.Base64("codes", Codes).EndObject();
    }
}
