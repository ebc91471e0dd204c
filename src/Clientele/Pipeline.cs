using System.Diagnostics;
using Clientele.Cleaning;
using Clientele.Customers;
using Clientele.People.Joining;
using Clientele.Reports;
using Clientele.Sales;
using Clientele.Segments;

namespace Clientele;

/// <summary>From a plan to a report: read, clean, fold into customers, segment.</summary>
public static class Pipeline
{
    /// <summary>Runs the plan. The report depends on the plan and the bytes of the inputs alone.</summary>
    /// <exception cref="UserException">Something the user can mend: a missing column, an undecidable date order, nothing left after cleaning.</exception>
    public static Report Run(Plan plan, RunContext context)
    {
        try
        {
            return Work(plan, context);
        }
        catch (OverflowException)
        {
            throw TooMuchMoney();
        }
    }

    internal static UserException TooMuchMoney() => new(
        "money.too-large",
        "The sum of money is beyond 1.7 × 10^20.",
        "Look for a column that is no price or amount with 'clientele inspect', and name the right one with --price or --amount.",
        ExitCode.Limit);

    private static Report Work(Plan plan, RunContext context)
    {
        var timings = new List<StageTime>();
        var clock = Stopwatch.GetTimestamp();

        var inputs = SalesInputs.Open(plan, context);
        Note("understanding");
        var result = inputs.Read(plan, context);
        Note("reading");
        var settlement = Settlement.Of(result, plan, context.Threads);
        var customers = settlement.Customers;
        using var auditing = Side.Run(() => AuditFindings.Complete(result, settlement, inputs.Layouts, plan), customers.Orders < Hands.Few ? 1 : context.Threads);
        var table = Features.Table(customers, inputs.Layouts, context.Threads);
        var audit = auditing.Result();
        Note("customers");
        var inputFiles = new List<InputFile>(inputs.Files(result, context));
        if (plan.With.Count > 0)
        {
            var joined = TableJoin.Add(table, plan.With, plan.Reading, context);
            table = joined.Customers;
            audit = audit with { Findings = [.. audit.Findings, .. joined.Findings] };
            foreach (var other in joined.Tables) inputFiles.Add(new(other.Layout, other.Bytes, other.Hash, other.Rows));
            Note("joining");
        }

        var segments = SegmentStage.Run(table, plan.Segments, context);
        Note("segments");

        return new Report
        {
            Plan = plan,
            Inputs = inputFiles,
            Audit = audit,
            Totals = new ShopTotals(
                customers.Count, customers.Orders, result.Products.Count, KeptCountries.Count(customers),
                new DateTime(customers.First), new DateTime(customers.Last), new DateTime(customers.AsOf)),
            Customers = table,
            Segments = segments,
            Timings = timings,
        };

        void Note(string stage)
        {
            timings.Add(new StageTime(stage, Stopwatch.GetElapsedTime(clock).TotalMilliseconds));
            clock = Stopwatch.GetTimestamp();
        }
    }
}
