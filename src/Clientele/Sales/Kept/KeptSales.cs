using System.Diagnostics;
using Clientele.Cleaning;
using Clientele.Customers;
using Clientele.Reports;

namespace Clientele.Sales.Kept;

/// <summary>Sales after cleaning, line by line, with the customers, the audit and the totals of the same single pass.</summary>
public sealed class KeptSales
{
    private KeptSales()
    {
    }

    /// <summary>Kept sales. With <c>--returns match</c> without those that a return took back; never a return.</summary>
    public required KeptLines Sold { get; init; }

    /// <summary>Returned and cancelled lines of known customers, whatever is done with returns: their money is negative. Those of people without kept sales stand at the end.</summary>
    public required KeptLines Returned { get; init; }

    /// <summary>Sales that a return took back, with <c>--returns match</c>; else empty. Sold + undone is all that was sold.</summary>
    public required KeptLines Undone { get; init; }

    /// <summary>One row per customer with kept sales; lines speak of these rows.</summary>
    public required CustomerTable Customers { get; init; }

    public required ProductNames Products { get; init; }

    /// <summary>Countries, stores and categories of the lines, in ordinal order.</summary>
    public required string[] Countries { get; init; }

    public required string[] Stores { get; init; }

    public required string[] Categories { get; init; }

    public required KnownColumns Known { get; init; }

    public required Plan Plan { get; init; }

    public required IReadOnlyList<InputFile> Inputs { get; init; }

    public required Audit Audit { get; init; }

    public required ShopTotals Totals { get; init; }

    /// <summary>In order of work. Never part of the bytes that must repeat.</summary>
    public required IReadOnlyList<StageTime> Timings { get; init; }

    /// <summary>Inputs, audit, totals and customers as the writers of a run folder know them.</summary>
    internal Report AsReport(Segments.SegmentsResult segments) => new()
    {
        Plan = Plan, Inputs = Inputs, Audit = Audit, Totals = Totals, Customers = Customers, Segments = segments, Timings = Timings,
    };

    /// <summary>Reads, cleans and keeps. Depends on the plan and the bytes of the inputs alone; the plan's segments are not looked at.</summary>
    /// <remarks>Beside what any run takes, about 34 bytes a line while reading and 44 to 56 afterwards. At most 2³¹ − 1 kept lines.</remarks>
    /// <exception cref="UserException">Something the user can mend: a missing column, an undecidable date order, nothing left after cleaning.</exception>
    public static KeptSales Read(Plan plan, RunContext context)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            return Work(plan, context);
        }
        catch (OverflowException)
        {
            throw Pipeline.TooMuchMoney();
        }
    }

    private static KeptSales Work(Plan plan, RunContext context)
    {
        var timings = new List<StageTime>();
        var clock = Stopwatch.GetTimestamp();
        var inputs = SalesInputs.Open(plan, context);
        Note("understanding");
        var result = inputs.Read(plan, context, keepsLines: true);
        using var notes = result.Notes!;
        Note("reading");
        var settlement = Settlement.Of(result, plan, context.Threads);
        var customers = settlement.Customers;
        using var auditing = Side.Run(() => AuditFindings.Complete(result, settlement, inputs.Layouts, plan), context.Threads);
        var table = Features.Table(customers, inputs.Layouts, context.Threads);
        Note("customers");
        var lines = NotedSales.Of(notes, customers, result.Texts, context);
        var audit = auditing.Result();
        Note("lines");
        return new KeptSales
        {
            Sold = lines.Sold,
            Returned = lines.Returned,
            Undone = lines.Undone,
            Customers = table,
            Products = lines.Products,
            Countries = lines.Countries,
            Stores = lines.Stores,
            Categories = lines.Categories,
            Known = KnownColumns.Of(inputs.Layouts, lines.Sold),
            Plan = plan,
            Inputs = inputs.Files(result, context),
            Audit = audit,
            Totals = new ShopTotals(
                customers.Count, customers.Orders, result.Products.Count, KeptCountries.Count(customers),
                new DateTime(customers.First), new DateTime(customers.Last), new DateTime(customers.AsOf)),
            Timings = timings,
        };

        void Note(string stage)
        {
            timings.Add(new StageTime(stage, Stopwatch.GetElapsedTime(clock).TotalMilliseconds));
            clock = Stopwatch.GetTimestamp();
        }
    }
}
