using Clientele.Baskets;
using Clientele.Baskets.Files;
using Clientele.Cli.Screen;
using Clientele.Cli.Summary;
using Clientele.Products;
using Clientele.Products.Files;

namespace Clientele.Cli.Commands;

/// <summary>Looks at products or into baskets, writes the folder, and tells what was found.</summary>
internal static class ShopRunJob
{
    public static ExitCode Do(ProductPlan plan, OutputOptions output, Terminal terminal, ShopRunFile<ProductPlan>? repeats) => new Job<ProductReport>
    {
        Run = context => ProductJob.Run(plan, context),
        Check = report => repeats?.Verify(report.Sales),
        Write = (report, _, create) => ProductFiles.WriteAll(report, Product.Version, create, new Web.ReportPage()),
        Json = ProductsJson.Of,
        Text = (report, destination) => ProductText.Of(report, destination, terminal),
        ReadsStandardInput = plan.Sales.Inputs.Contains("-"),
    }.Do(output, terminal);

    public static ExitCode Do(BasketPlan plan, OutputOptions output, Terminal terminal, ShopRunFile<BasketPlan>? repeats) => new Job<BasketReport>
    {
        Run = context => BasketJob.Run(plan, context),
        Check = report => repeats?.Verify(report.Sales),
        Write = (report, _, create) => BasketFiles.WriteAll(report, Product.Version, create, new Web.ReportPage()),
        Json = BasketsJson.Of,
        Text = (report, destination) => BasketText.Of(report, destination, terminal),
        ReadsStandardInput = plan.Sales.Inputs.Contains("-"),
    }.Do(output, terminal);
}
