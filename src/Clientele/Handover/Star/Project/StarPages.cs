namespace Clientele.Handover.Star.Project;

/// <summary>What the pages of the project show.</summary>
internal static class StarPages
{
    public const int Width = 1280;
    public const int Height = 720;

    private const int Gap = 12;
    private const int Left = 200;

    /// <summary>Every page that there can be.</summary>
    public static IReadOnlyList<string> Names { get; } = ["segments", "products"];

    /// <summary>Every visual that a page can have.</summary>
    public static IReadOnlyList<string> Visuals { get; } =
        ["choose-segment", "choose-year", "choose-country", "card-1", "card-2", "card-3", "card-4", "by-segment", "over-time", "table", "by-product", "by-month"];

    public static IReadOnlyList<StarPage> Of(StarModel model)
    {
        var pages = new List<StarPage> { Segments(model) };
        if (model["products"] is not null && model.Has("Money")) pages.Add(Products(model));
        return pages;
    }

    private static StarPage Segments(StarModel model)
    {
        var size = Figure(model, model.Has("Money") ? "Money" : model.Has("Money of customers") ? "Money of customers" : "Customers");
        var visuals = new List<StarVisual>();
        Slicers(visuals, model);
        Cards(visuals, model);
        var (top, left, wide) = (Gap + 100 + Gap, Left + Gap, Width - Left - (3 * Gap));
        var chart = model["dates"] is null ? wide : wide / 2;
        visuals.Add(new("by-segment", "barChart", $"{size.Name} by segment", (left, top, chart, 300), [("Category", [Column("segments", "segment")]), ("Y", [size])])
        {
            Order = (size, true), Colour = Figure(model, "Segment colour"),
        });
        if (model["dates"] is not null)
        {
            var over = Figure(model, model.Has("Money") ? "Money" : "Orders");
            visuals.Add(new("over-time", "lineChart", $"{over.Name} over time", (left + chart + Gap, top, wide - chart, 300), [("Category", [Column("dates", "month_start")]), ("Y", [over])])
            {
                Order = (Column("dates", "month_start"), false),
            });
        }

        List<StarField> columns = [Column("segments", "segment"), Figure(model, "Customers"), Figure(model, "Share of customers")];
        foreach (var name in (string[])["Money", "Share of money", "Money of customers", "Orders", "Average order value", "Money per customer", "Recency median", "Frequency median", "Money median"])
        {
            if (model.Has(name)) columns.Add(Figure(model, name));
        }

        visuals.Add(new("table", "tableEx", "Segments in figures", (left, top + 300 + Gap, wide + Gap, Height - top - 300 - (2 * Gap)), [("Values", columns)]) { Order = (Column("segments", "segment"), false) });
        return new("segments", "Segments", visuals);
    }

    private static StarPage Products(StarModel model)
    {
        var money = Figure(model, "Money");
        var visuals = new List<StarVisual>();
        Slicers(visuals, model);
        Cards(visuals, model);
        var (top, left, wide) = (Gap + 100 + Gap, Left + Gap, Width - Left - (3 * Gap));
        IReadOnlyList<StarField> columns = [Column("products", "code"), Column("products", "description"), money, Figure(model, "Pieces"), Figure(model, "Orders"), Figure(model, "Buyers")];
        visuals.Add(new("by-product", "tableEx", "Products by money", (left, top, wide / 2, Height - top - Gap), [("Values", columns)]) { Order = (money, true) });
        visuals.Add(new("by-month", "clusteredColumnChart", "Money by month of the year", (left + (wide / 2) + Gap, top, wide / 2, Height - top - Gap), Months(money)) { Order = (Column("dates", "month_name"), false) });
        return new("products", "Products", visuals);
    }

    private static IReadOnlyList<(string Role, IReadOnlyList<StarField> Fields)> Months(StarField money) =>
        [("Category", [Column("dates", "month_name")]), ("Series", [Column("dates", "year")]), ("Y", [money])];

    private static void Slicers(List<StarVisual> visuals, StarModel model)
    {
        visuals.Add(new("choose-segment", "slicer", "Segment", (Gap, Gap, Left - Gap, 300), [("Values", [Column("segments", "segment")])]));
        if (model["dates"] is not null) visuals.Add(new("choose-year", "slicer", "Year", (Gap, 300 + (2 * Gap), Left - Gap, 140), [("Values", [Column("dates", "year")])]));
        if (model["sales"]?.Has("country") == true) visuals.Add(new("choose-country", "slicer", "Country", (Gap, 440 + (3 * Gap), Left - Gap, Height - 440 - (4 * Gap)), [("Values", [Column("sales", "country")])]));
    }

    private static void Cards(List<StarVisual> visuals, StarModel model)
    {
        var figures = new List<StarField>();
        foreach (var name in (string[])["Money", "Money of customers", "Customers", "Orders", "Average order value", "Money per listed customer", "Recency median", "Frequency median"])
        {
            if (model.Has(name) && figures.Count < 4) figures.Add(Figure(model, name));
        }

        var wide = (Width - Left - (2 * Gap)) / figures.Count;
        for (var i = 0; i < figures.Count; i++)
            visuals.Add(new($"card-{(char)('1' + i)}", "card", figures[i].Name, (Left + Gap + (i * wide), Gap, wide - Gap, 100), [("Values", [figures[i]])]));
    }

    private static StarField Column(string table, string name) => new(table, name, IsMeasure: false);

    private static StarField Figure(StarModel model, string name)
    {
        foreach (var measure in model.Measures)
        {
            if (measure.Name == name) return new(measure.Table, name, IsMeasure: true);
        }

        throw new ArgumentException($"There is no figure '{name}'.", nameof(name));
    }
}
