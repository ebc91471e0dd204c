using Clientele.Customers;
using Clientele.Sales;

namespace Clientele.Cleaning;

/// <summary>What can only be decided when all lines were read: which returns meet which sales, and who is a customer at all.</summary>
/// <param name="Customers">Customers with at least one kept sale.</param>
/// <param name="Further">Buckets beyond those of the rules.</param>
/// <param name="UnpairedReturns">Returns for which no sale was found, with <c>--returns match</c>.</param>
internal sealed record Settlement(FoldedCustomers Customers, IReadOnlyList<AuditEntry> Further, long UnpairedReturns)
{
    public static Settlement Of(PassResult pass, Plan plan, int threads)
    {
        var further = new List<AuditEntry>();
        var unpaired = 0L;
        if (plan.Cleaning.Returns == Returns.Match) unpaired = Pair(pass, further);
        if (plan.Cleaning.Returns == Returns.Net) SetApartReturnsWithoutSale(pass, further);

        var customers = new FoldedCustomers(pass.Folds, pass.Texts, plan.Cleaning.Returns == Returns.Net, threads);
        if (customers.Count == 0) throw NoCustomers(pass, further);
        customers.AsOf = AsOf(customers, plan);
        return new Settlement(customers, further, unpaired);
    }

    private static long Pair(PassResult pass, List<AuditEntry> further)
    {
        var (pairs, money, unpaired) = (0L, Money.Zero, 0L);
        foreach (var fold in pass.Folds)
        {
            var settled = fold.Settle(pass.Products);
            pairs += settled.Pairs;
            money += settled.Money;
            unpaired += settled.Unpaired;
        }

        pass.Audit.TakeOutOfKept(pairs, money);
        further.Add(new AuditEntry(CleaningRules.ReturnedSale, pairs, money));
        return unpaired;
    }

    private static void SetApartReturnsWithoutSale(PassResult pass, List<AuditEntry> further)
    {
        var (lines, money) = (0L, Money.Zero);
        foreach (var fold in pass.Folds)
        {
            for (var i = 0; i < fold.CustomerCount; i++)
            {
                ref readonly var customer = ref fold.Customers[i];
                if (customer.HasSales) continue;
                lines += customer.ReturnedLines;
                money += customer.Returned;
            }
        }

        pass.Audit.TakeOutOfKept(lines, money);
        further.Add(new AuditEntry(CleaningRules.ReturnWithoutSale, lines, money));
    }

    private static long AsOf(FoldedCustomers customers, Plan plan)
    {
        if (plan.AsOf is not { } asked) return customers.Last + TimeSpan.TicksPerDay;
        if (asked.Ticks >= customers.Last) return asked.Ticks;
        throw new UserException(
            "cleaning.as-of",
            $"The as-of date {asked:yyyy-MM-dd HH:mm:ss} lies before the last sale, {new DateTime(customers.Last):yyyy-MM-dd HH:mm:ss}.",
            "Leave --as-of out, or give a date after the last sale.");
    }

    private static UserException NoCustomers(PassResult pass, List<AuditEntry> further)
    {
        var taken = new List<string>();
        foreach (var entry in pass.Audit.ToAudit(pass.Active, [], further).Excluded)
        {
            if (entry.Lines > 0) taken.Add($"{entry.Rule} {entry.Lines:N0}");
        }

        return new UserException(
            "cleaning.nothing-left",
            $"No customer is left: of {pass.Audit.LinesRead:N0} lines the rules took {(taken.Count == 0 ? "none" : string.Join(", ", taken))}.",
            "Look at the file with 'clientele inspect', or switch a rule off with --rules -NAME.",
            ExitCode.BadData);
    }
}
