using System.IO.Hashing;
using Clientele.Cleaning;
using Clientele.Customers.Folding;
using Clientele.Sales.Kept;
using Clientele.Sales.Lines;

namespace Clientele.Sales;

/// <summary>Everything a pass found.</summary>
internal sealed record PassResult(
    AuditTally Audit, FoldPartition[] Folds, FacetTexts Texts, LineFacts Active, long[] Lines, LayoutEvidence[] Evidence, XxHash128[] Sums, IReadOnlyList<Finding> Findings, ProductSet Products)
{
    /// <summary>Every kept line, where lines are kept; whoever takes the result disposes of them.</summary>
    public SalesNotes? Notes { get; init; }

    public static PassResult Of(WorkerTally[] workers, FoldPartition[] folds, FacetTexts texts, LineFacts active, XxHash128[] sums, IReadOnlyList<Finding> findings)
    {
        var audit = new AuditTally();
        var lines = new long[sums.Length];
        var evidence = new LayoutEvidence[sums.Length];
        ProductSet? products = null;
        foreach (var worker in workers)
        {
            audit.Add(worker.Audit);
            for (var i = 0; i < lines.Length; i++)
            {
                lines[i] += worker.Lines[i];
                evidence[i].Add(in worker.Evidence[i]);
            }

            if (products is null) products = worker.Products;
            else products.AddAll(worker.Products);
        }

        return new PassResult(audit, folds, texts, active, lines, evidence, sums, findings, products ?? new ProductSet());
    }
}
