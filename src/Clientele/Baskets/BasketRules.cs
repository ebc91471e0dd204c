using Clientele.Numerics;
using Clientele.Numerics.Patterns;
using Clientele.Products;

namespace Clientele.Baskets;

/// <summary>Frequent sets and rules of some orders, the rules in the order in which they should be read.</summary>
public static class BasketRules
{
    internal static BasketScope Of(string? segment, OrderItems orders, BasketPlan plan, RunContext context)
    {
        var transactions = orders.Transactions;
        var least = Math.Max(plan.LeastOrders, (int)Math.Ceiling((plan.Support * transactions.Count) - 1e-9));
        ItemSets sets;
        try
        {
            sets = FrequentSets.Find(transactions, new() { MinimumCount = least, MaximumSize = plan.Size }, new() { Threads = context.Threads, Cancellation = context.Cancellation });
        }
        catch (MemoryLimitException problem)
        {
            throw new UserException("baskets.memory", problem.Message, "Raise --support, or lower --size.", ExitCode.Limit);
        }

        var rules = AssociationRules.Of(sets, new() { MinimumConfidence = plan.Confidence, MinimumLift = plan.Lift }, context.Cancellation).ToArray();
        Array.Sort(rules, (a, b) => Compare(a, b, plan));
        return new BasketScope(segment, transactions.Count, least, sets, rules);
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
