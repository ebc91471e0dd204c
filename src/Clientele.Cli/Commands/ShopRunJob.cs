using Clientele.Baskets;
using Clientele.Baskets.Files;
using Clientele.Cli.Screen;
using Clientele.Cli.Summary;
using Clientele.Products;
using Clientele.Products.Files;
using Clientele.Reports;

namespace Clientele.Cli.Commands;

/// <summary>Looks at products or into baskets, writes the folder, and tells what was found.</summary>
internal static class ShopRunJob
{
    public static ExitCode Do(ProductPlan plan, OutputOptions output, Terminal terminal, ShopRunFile? repeats) => Do(
        plan.Sales, output, terminal,
        context => ProductJob.Run(plan, context),
        report => repeats?.Verify(report.Sales),
        (report, create) => ProductFiles.WriteAll(report, Product.Version, create, new Web.ReportPage()),
        ProductsJson.Of,
        (report, destination) => ProductText.Of(report, destination, terminal));

    public static ExitCode Do(BasketPlan plan, OutputOptions output, Terminal terminal, ShopRunFile? repeats) => Do(
        plan.Sales, output, terminal,
        context => BasketJob.Run(plan, context),
        report => repeats?.Verify(report.Sales),
        (report, create) => BasketFiles.WriteAll(report, Product.Version, create, new Web.ReportPage()),
        BasketsJson.Of,
        (report, destination) => BasketText.Of(report, destination, terminal));

    private static ExitCode Do<T>(
        Plan sales, OutputOptions output, Terminal terminal, Func<RunContext, T> run, Action<T> verify, Func<T, Func<string, Stream>, IReadOnlyList<string>> write,
        Func<T, byte[]> json, Func<T, Destination, string> text)
    {
        using var signals = new Signals();
        using var folder = output.Folder is { } path ? RunFolder.Open(path, output.Replace) : null;
        signals.Guard(folder);
        var report = Compute(sales, output, terminal, run, signals.Token);
        verify(report);
        IReadOnlyList<string> files = folder is null ? [] : write(report, folder.Create);
        signals.Token.ThrowIfCancellationRequested();
        folder?.Commit();
        if (output.Json) terminal.Print(json(report));
        else if (!output.Quiet) terminal.Print(text(report, new Destination(output.Folder, files)));
        return ExitCode.Done;
    }

    private static T Compute<T>(Plan sales, OutputOptions output, Terminal terminal, Func<RunContext, T> run, CancellationToken stop)
    {
        using var progress = terminal.Watched && output is { Json: false, Quiet: false } ? new ProgressWatch() : null;
        return run(new RunContext
        {
            Threads = output.Threads,
            Cancellation = stop,
            Progress = progress is null ? null : progress.Report,
            StandardInput = sales.Inputs.Contains("-") ? Console.OpenStandardInput() : null,
        });
    }
}
