using Clientele.Cleaning;
using Clientele.Customers.Folding;
using Clientele.Sales.Lines;

namespace Clientele.Sales;

/// <summary>Everything a pass found.</summary>
internal sealed record PassResult(
    AuditTally Audit, FoldPartition[] Folds, FacetTexts Texts, LineFacts Active, long[] Lines, LayoutEvidence[] Evidence, string[] Checksums, long Products)
{
    public static PassResult Of(WorkerTally[] workers, FoldPartition[] folds, FacetTexts texts, LineFacts active, IReadOnlyList<Layout> layouts)
    {
        var audit = new AuditTally();
        var lines = new long[layouts.Count];
        var evidence = new LayoutEvidence[layouts.Count];
        var pieces = new PieceHashes();
        PairSet? products = null;
        foreach (var worker in workers)
        {
            audit.Add(worker.Audit);
            pieces.AddAll(worker.Pieces);
            for (var i = 0; i < lines.Length; i++)
            {
                lines[i] += worker.Lines[i];
                evidence[i].Add(in worker.Evidence[i]);
            }

            if (products is null) products = worker.Products;
            else products.AddAll(worker.Products);
        }

        var checksums = new string[layouts.Count];
        for (var i = 0; i < checksums.Length; i++) checksums[i] = pieces.Of(i);
        return new PassResult(audit, folds, texts, active, lines, evidence, checksums, products?.Count ?? 0);
    }
}
