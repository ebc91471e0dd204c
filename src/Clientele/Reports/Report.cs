using Clientele.Cleaning;
using Clientele.Customers;
using Clientele.Sales;
using Clientele.Segments;

namespace Clientele.Reports;

/// <summary>Everything a run found, as plain data. All outputs are written from it.</summary>
public sealed record Report
{
    public required Plan Plan { get; init; }

    public required IReadOnlyList<InputFile> Inputs { get; init; }

    public required Audit Audit { get; init; }

    public required ShopTotals Totals { get; init; }

    public required CustomerTable Customers { get; init; }

    public required SegmentsResult Segments { get; init; }

    /// <summary>Stage name and milliseconds, in order of work. Never part of the bytes that must repeat.</summary>
    public IReadOnlyList<(string Stage, double Milliseconds)> Timings { get; init; } = [];
}

/// <summary>One input as it was read.</summary>
/// <param name="Layout">What was understood.</param>
/// <param name="Bytes">Size of the file.</param>
/// <param name="Hash">Hash of the file's bytes in hexadecimal, with the algorithm in front: <c>xxh64:…</c>.</param>
/// <param name="Lines">Data lines read from it.</param>
public sealed record InputFile(Layout Layout, long Bytes, string Hash, long Lines);

/// <summary>Totals over kept lines.</summary>
public sealed record ShopTotals(long Customers, long Orders, long Products, long Countries, DateTime First, DateTime Last, DateTime AsOf);
