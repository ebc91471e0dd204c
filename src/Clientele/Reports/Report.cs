using Clientele.Cleaning;
using Clientele.Customers;
using Clientele.Sales;
using Clientele.Segments;

namespace Clientele.Reports;

/// <summary>Everything a run found, as plain data. All outputs are written from it.</summary>
public sealed record Report
{
    private IReadOnlyList<SegmentProfile>? _map;
    private IReadOnlyList<SegmentProfile>? _clusters;

    public required Plan Plan { get; init; }

    public required IReadOnlyList<InputFile> Inputs { get; init; }

    public required Audit Audit { get; init; }

    public required ShopTotals Totals { get; init; }

    public required CustomerTable Customers { get; init; }

    public required SegmentsResult Segments { get; init; }

    /// <summary>The map's segments in numbers; null without a map. Worked out at the first call.</summary>
    public IReadOnlyList<SegmentProfile>? MapProfiles => _map ??= Profile(Segments.Map, threads: 1);

    /// <summary>The clusters in numbers; null without clusters. Worked out at the first call.</summary>
    public IReadOnlyList<SegmentProfile>? ClusterProfiles => _clusters ??= Profile(Segments.Clusters, threads: 1);

    /// <summary>In order of work. Never part of the bytes that must repeat.</summary>
    public IReadOnlyList<StageTime> Timings { get; init; } = [];

    /// <summary>Works the profiles out on several threads, before files that show them are written side by side.</summary>
    internal void WorkOutProfiles(int threads)
    {
        _map ??= Profile(Segments.Map, threads);
        _clusters ??= Profile(Segments.Clusters, threads);
    }

    private IReadOnlyList<SegmentProfile>? Profile(Segmentation? segments, int threads) => segments is null ? null : Profiles.Of(segments, Customers, static _ => null, threads);
}

/// <summary>How long one stage took. A class, because lists of pairs of values would be compiled at every start.</summary>
/// <param name="Stage">Its name.</param>
/// <param name="Milliseconds">By a clock that only moves forward.</param>
public sealed record StageTime(string Stage, double Milliseconds);

/// <summary>One input as it was read.</summary>
/// <param name="Layout">What was understood.</param>
/// <param name="Bytes">Size of the file.</param>
/// <param name="Hash">Hash of the file's bytes in hexadecimal, with the algorithm in front: <c>xxh128:…</c>.</param>
/// <param name="Lines">Data lines read from it.</param>
public sealed record InputFile(Layout Layout, long Bytes, string Hash, long Lines);

/// <summary>Totals over kept lines.</summary>
public sealed record ShopTotals(long Customers, long Orders, long Products, long Countries, DateTime First, DateTime Last, DateTime AsOf);
