using Clientele.Reports;
using Clientele.Sales.Kept;

namespace Clientele.Explore;

/// <summary>All that an exploration found, as plain data. All outputs are written from it.</summary>
public sealed record ExploreReport
{
    public required ExplorePlan Plan { get; init; }

    public required KeptSales Sales { get; init; }

    /// <summary>In catalog order.</summary>
    public required IReadOnlyList<ExploreResult> Results { get; init; }

    /// <summary>In order of work. Never part of the bytes that must repeat.</summary>
    public required IReadOnlyList<StageTime> Timings { get; init; }

    /// <summary>The result of an analysis, or null when it was not asked for.</summary>
    public ExploreResult? this[string name]
    {
        get
        {
            foreach (var result in Results)
            {
                if (result.Name == name) return result;
            }

            return null;
        }
    }

    /// <summary>Orders added up, for what is worked out from them later.</summary>
    internal ExploreData Data { get; init; } = null!;

    /// <summary>Inputs, audit and totals as the writers of the run folder know them, without segments.</summary>
    public required Report Totals { get; init; }
}
