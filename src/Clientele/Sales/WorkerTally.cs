using Clientele.Cleaning;
using Clientele.Customers.Folding;

namespace Clientele.Sales;

/// <summary>What one thread counted; all of it can be added up in any order.</summary>
internal sealed class WorkerTally(int files)
{
    public AuditTally Audit { get; } = new();

    /// <summary>Data lines per file.</summary>
    public long[] Lines { get; } = new long[files];

    public LayoutEvidence[] Evidence { get; } = new LayoutEvidence[files];

    /// <summary>Distinct products among kept lines.</summary>
    public ProductSet Products { get; } = new();
}
