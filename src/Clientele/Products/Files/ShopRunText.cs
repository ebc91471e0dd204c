using System.Text.Json.Serialization;
using Clientele.Baskets;
using Clientele.Reports;

namespace Clientele.Products.Files;

/// <summary>run.json, field by field; what a run found is skipped, plan and settings must match exactly.</summary>
internal abstract record ShopRunText : SavedRunText
{
    [JsonRequired]
    public PlanText Plan { get; init; } = new();

    [JsonRequired]
    public IReadOnlyList<RunFileInput> Inputs { get; init; } = [];
}

internal sealed record ProductRunText : ShopRunText
{
    [JsonRequired]
    public ProductSettingsText Settings { get; init; } = new();
}

internal sealed record BasketRunText : ShopRunText
{
    [JsonRequired]
    public BasketSettingsText Settings { get; init; } = new();
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ProductSettingsText
{
    [JsonRequired]
    public double A { get; init; }

    [JsonRequired]
    public double B { get; init; }

    [JsonRequired]
    public int PeriodDays { get; init; }

    [JsonRequired]
    public double X { get; init; }

    [JsonRequired]
    public double Y { get; init; }

    [JsonRequired]
    public int RecentDays { get; init; }

    [JsonRequired]
    public int CoverWeeks { get; init; }

    [JsonRequired]
    public double Service { get; init; }

    [JsonRequired]
    public int HistoryWeeks { get; init; }

    [JsonRequired]
    public int Top { get; init; }

    [JsonRequired]
    public bool NonProducts { get; init; }

    public ProductPlan ToPlan(Plan sales) => new()
    {
        Sales = sales, A = A, B = B, PeriodDays = PeriodDays, X = X, Y = Y, RecentDays = RecentDays, CoverWeeks = CoverWeeks,
        Service = Service, HistoryWeeks = HistoryWeeks, Top = Top, NonProducts = NonProducts,
    };
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record BasketSettingsText
{
    [JsonRequired]
    public string Level { get; init; } = "";

    [JsonRequired]
    public double Support { get; init; }

    [JsonRequired]
    public int LeastOrders { get; init; }

    [JsonRequired]
    public double Confidence { get; init; }

    [JsonRequired]
    public double Lift { get; init; }

    [JsonRequired]
    public int Size { get; init; }

    [JsonRequired]
    public double Error { get; init; }

    [JsonRequired]
    public int Next { get; init; }

    [JsonRequired]
    public int Top { get; init; }

    [JsonRequired]
    public bool NonProducts { get; init; }

    public BasketPlan ToPlan(Plan sales) => new()
    {
        Sales = sales, Level = Level, Support = Support, LeastOrders = LeastOrders, Confidence = Confidence, Lift = Lift,
        Size = Size, Error = Error, Next = Next, Top = Top, NonProducts = NonProducts,
    };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, AllowDuplicateProperties = false, RespectNullableAnnotations = true, MaxDepth = 32)]
[JsonSerializable(typeof(ProductRunText))]
[JsonSerializable(typeof(BasketRunText))]
internal sealed partial class ShopRunFileJson : JsonSerializerContext;
