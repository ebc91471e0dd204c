using Clientele.Baskets;
using Clientele.Reports;
using Clientele.Sales.Kept;

namespace Clientele.Products.Files;

/// <summary>run.json of products or of baskets, read back.</summary>
/// <param name="Plan">Everything that the look depended on.</param>
/// <param name="Command">Which of the two.</param>
/// <param name="ShowValues">The page named customers.</param>
/// <param name="Inputs">Path, size and hash of each input.</param>
public sealed record ShopRunFile<TPlan>(TPlan Plan, string Command, bool ShowValues, IReadOnlyList<RunFileInput> Inputs)
{
    /// <summary>Throws, naming the first input that differs from what this file says.</summary>
    public void Verify(KeptSales sales)
    {
        ArgumentNullException.ThrowIfNull(sales);
        SavedRun.Verify(Inputs, RunFileInput.Of(sales.Inputs), Command);
    }
}

/// <summary>Reads them back.</summary>
public static class ShopRunFile
{
    public const string Products = ShopRunJson.Products;
    public const string Baskets = ShopRunJson.Baskets;

    public static ShopRunFile<ProductPlan> OfProducts(SavedRun saved)
    {
        ArgumentNullException.ThrowIfNull(saved);
        var text = saved.Read(ShopRunFileJson.Default.ProductRunText, ShopRunJson.Format);
        return new(text.Settings.ToPlan(text.Plan.ToPlan(saved.Path)), Products, text.ShowValues, text.Inputs);
    }

    public static ShopRunFile<BasketPlan> OfBaskets(SavedRun saved)
    {
        ArgumentNullException.ThrowIfNull(saved);
        var text = saved.Read(ShopRunFileJson.Default.BasketRunText, ShopRunJson.Format);
        return new(text.Settings.ToPlan(text.Plan.ToPlan(saved.Path)), Baskets, text.ShowValues, text.Inputs);
    }
}
