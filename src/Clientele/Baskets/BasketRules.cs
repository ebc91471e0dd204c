using Clientele.Numerics;
using Clientele.Numerics.Patterns;
using Clientele.Products;

namespace Clientele.Baskets;

/// <summary>Frequent sets and rules of some orders, the rules in the order in which they should be read.</summary>
public static class BasketRules
{
    /// <summary>Sets of the shop, or of one segment, at most; beyond, more orders are asked for than the plan does.</summary>
    public const int MostSets = 50_000;

    internal static BasketScope Of(string? segment, OrderItems orders, BasketPlan plan, RunContext context)
    {
        var transactions = orders.Transactions;
        var least = Math.Max(plan.LeastOrders, (int)Math.Ceiling((plan.Support * transactions.Count) - 1e-9));
        ItemSets? sets;
        while ((sets = Find(transactions, least, plan, context)) is null) least += Math.Max(1, least / 4);
        var rules = AssociationRules.Of(sets, new() { MinimumConfidence = plan.Confidence, MinimumLift = plan.Lift }, context.Cancellation).ToArray();
        Array.Sort(rules, (a, b) => Compare(a, b, plan));
        return new BasketScope(segment, transactions.Count, least, sets, rules);
    }

    // Null where there would be more sets than anybody reads: then rarer ones are left out.
    private static ItemSets? Find(Transactions transactions, int least, BasketPlan plan, RunContext context)
    {
        try
        {
            return FrequentSets.Find(
                transactions, new() { MinimumCount = least, MaximumSize = plan.Size, MaximumSets = MostSets }, new() { Threads = context.Threads, Cancellation = context.Cancellation });
        }
        catch (MemoryLimitException) when (least < transactions.Count)
        {
            return null;
        }
        catch (MemoryLimitException problem)
        {
            throw new UserException("baskets.memory", problem.Message, "Lower --size, or give it fewer sales.", ExitCode.Limit);
        }
    }

    /// <summary>Proved, and better than any rule that asks for less.</summary>
    public static bool Holds(Rule rule, BasketPlan plan) => rule.Holm <= plan.Error && rule.Improvement > 0 && rule.Lift > 1;

    private static int Compare(Rule a, Rule b, BasketPlan plan)
    {
        var order = Holds(b, plan).CompareTo(Holds(a, plan));
        if (order == 0) order = b.Lift.CompareTo(a.Lift);
        if (order == 0) order = b.Count.CompareTo(a.Count);
        if (order == 0) order = b.Confidence.CompareTo(a.Confidence);
        if (order == 0) order = a.If.Length.CompareTo(b.If.Length);
        if (order == 0) order = a.If.AsSpan().SequenceCompareTo(b.If);
        return order != 0 ? order : a.Then.CompareTo(b.Then);
    }
}
