using Clientele.Cleaning;
using Clientele.Customers;
using Clientele.Sales;
using Clientele.Sales.Plain;
using Clientele.Tests.Sales.Files;

namespace Clientele.Tests.Sales;

/// <summary>Everything before the segments, by the fast pass and by the plain reading.</summary>
internal sealed record EngineReading(PassResult Pass, Audit Audit, FoldedCustomers Folded, CustomerTable Table, IReadOnlyList<Layout> Layouts, long Unpaired)
{
    public static EngineReading Of(Plan plan, RunContext? context = null)
    {
        context ??= new RunContext { Threads = 2 };
        var inputs = SalesInputs.Open(plan, context);
        var pass = inputs.Read(plan, context);
        var settlement = Settlement.Of(pass, plan, context.Threads);
        var table = Features.Table(settlement.Customers, inputs.Layouts, context.Threads);
        var audit = AuditFindings.Complete(pass, settlement, inputs.Layouts, plan);
        return new EngineReading(pass, audit, settlement.Customers, table, inputs.Layouts, settlement.UnpairedReturns);
    }

    /// <summary>A plan that never stops at unreadable lines.</summary>
    public static Plan Plan(params string[] inputs) => new() { Inputs = inputs, Cleaning = new CleaningOptions { MaxRejects = 1 } };

    /// <summary>Reads a text that is written into a folder of its own.</summary>
    public static EngineReading OfText(string text, CleaningOptions? cleaning = null, RunContext? context = null)
    {
        using var scratch = new Scratch();
        return Of(Plan(scratch.Write("shop.csv", text)) with { Cleaning = cleaning ?? new CleaningOptions { MaxRejects = 1 } }, context);
    }

    public PlainReading Plainly(Plan plan) => PlainReading.Of(Layouts, plan.Cleaning);

    public double Number(string customer, string column) => Table[column].Numbers[Array.IndexOf(Table.Ids, customer)];

    public AuditEntry Entry(string rule) => Audit.Excluded.Single(entry => entry.Rule == rule);

    /// <summary>The table and the audit in one text: equal texts, equal results.</summary>
    public string Print()
    {
        var columns = Table.Columns.Select(c => $"{c.Name}:{string.Join('|', c.Numbers)};{string.Join('|', c.Amounts)};{string.Join('|', c.Ticks)};{string.Join('|', c.Texts)}");
        var findings = Audit.Findings.Select(f => $"{f.Code} {f.Count} {f.Text}");
        return string.Join('\n', [Audits(Audit), .. findings, string.Join('|', Table.Ids), .. columns, $"{Pass.Products.Count} {Folded.Orders} {Folded.AsOf}"]);
    }

    public static string Audits(Audit audit) => string.Join('\n',
        [
            $"read {audit.LinesRead} {audit.MoneyRead}",
            $"kept {audit.LinesKept} {audit.MoneyKept}",
            .. audit.Excluded.Select(entry => $"{entry.Rule} {entry.Lines} {entry.Money}"),
        ]);

    /// <summary>Fast and plain agree on every bucket to the last decimal and on every customer.</summary>
    public void AssertEquals(PlainReading plain, bool facets = true)
    {
        Assert.True(Audit.Balances, "The audit must balance.");
        Assert.Equal(Audits(plain.Audit), Audits(Audit));
        Assert.Equal(plain.EmptyLines, Pass.Audit.EmptyLines);
        Assert.Equal(plain.UnpairedReturns, Unpaired);
        Assert.Equal(plain.Customers.Keys.Order(Utf8Order.Instance), Table.Ids);
        Assert.Equal(plain.Customers.Values.Sum(c => (long)c.Orders.Count), Folded.Orders);
        Assert.Equal((plain.Products.Count, plain.Countries.Count), (Pass.Products.Count, KeptCountries.Count(Folded)));
        var last = plain.Customers.Values.Max(c => c.Last);
        var money = Money.Zero;
        for (var i = 0; i < Table.Count; i++)
        {
            var expected = plain.Customers[Table.Ids[i]];
            ref readonly var actual = ref Folded[i];
            var id = Table.Ids[i];
            Assert.True(expected.Bought == actual.Money, $"{id}: bought {expected.Bought}, not {actual.Money}");
            Assert.True(expected.Returned == actual.Returned, $"{id}: returned {expected.Returned}, not {actual.Returned}");
            Assert.Equal((id, expected.Lines, expected.ReturnedLines), (id, actual.Lines, actual.ReturnedLines));
            Assert.Equal((id, expected.Orders.Count, expected.Products.Count), (id, actual.Orders, actual.Products));
            Assert.Equal((id, expected.First, expected.Last), (id, actual.First, actual.Last));
            Assert.Equal((id, expected.Units), (id, actual.Units / 1_000_000m));
            Assert.Equal((id, (double)((last + TimeSpan.TicksPerDay - expected.Last) / TimeSpan.TicksPerDay)), (id, Table["recency"].Numbers[i]));
            if (facets && Table.Has("main_country")) Assert.Equal((id, expected.MainCountry), (id, Table["main_country"].Texts[i]));
            if (Table.Has("monetary")) money += Table["monetary"].Amounts[i];
        }

        if (Table.Has("monetary")) Assert.Equal(Audit.MoneyKept, money);
    }
}
