using Clientele.Sales.Kept;
using Clientele.Segments;

namespace Clientele.Products;

/// <summary>The customers' segments, and which of them are the best.</summary>
internal sealed class ShopSegments
{
    private ShopSegments(SegmentsResult result, bool[] isBest) => (Result, IsBest) = (result, isBest);

    public SegmentsResult Result { get; }

    public Segmentation Segmentation => Result.Main;

    public IReadOnlyList<Segment> All => Segmentation.Segments;

    /// <summary>Belongs to the group of high value [segments]; where there is none, the one with the most money.</summary>
    public bool[] IsBest { get; }

    public IReadOnlyList<string> Notes => Result.Notes;

    public string BestNames => string.Join(", ", All.Where((_, s) => IsBest[s]).Select(s => s.Name));

    /// <summary>The map of RFM scores, or the clusters when the plan asks for these alone.</summary>
    public static ShopSegments Of(KeptSales sales, RunContext context)
    {
        var options = sales.Plan.Segments;
        var result = SegmentStage.Run(sales.Customers, options.Method == "both" ? options with { Method = "rfm" } : options, context);
        var segments = result.Main.Segments;
        var best = new bool[segments.Count];
        for (var s = 0; s < best.Length; s++) best[s] = segments[s].Group == Groups.HighValue;
        if (!Array.Exists(best, b => b) && best.Length > 0) best[0] = true;
        return new ShopSegments(result, best);
    }

    /// <summary>The segment of a customer, or -1 for nobody.</summary>
    public int Of(int customer) => customer < 0 ? -1 : Segmentation.Labels[customer];
}
