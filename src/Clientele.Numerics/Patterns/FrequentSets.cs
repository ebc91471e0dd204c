using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Patterns;

/// <summary>
/// All sets of items that enough transactions hold. Every frequent item in turn, rarest first, is a prefix: the transactions that hold it
/// are looked through once for the items beside it, and larger sets are counted by the bits that these have in common.
/// </summary>
/// <remarks>
/// [Zak00] Eclat with bits over the transactions of a prefix alone, so that sparse items cost no more than their occurrences. Costs, per
/// prefix, its occurrences times the items beside it, and for each further set its prefix's occurrences ÷ 64.
/// </remarks>
public static class FrequentSets
{
    // A found set: items and count in the lists of a prefix, then in the joined arrays, and its place in the sort.
    private const double BytesPerSet = 80;

    /// <summary>Finds them. Equal for any number of threads and any order of the transactions.</summary>
    /// <exception cref="MemoryLimitException">The work, or the sets found, would not fit.</exception>
    public static ItemSets Find(Transactions transactions, FrequentSetOptions options, FitContext context)
    {
        ArgumentNullException.ThrowIfNull(transactions);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(context);
        var needed = (transactions.Items.LongLength * 12.0) + (transactions.Count * 8.0) + (transactions.ItemCount * 16.0);
        context.Reserve(What(transactions, options), needed, Instead);
        var items = PrefixIndex.Of(transactions, options.MinimumCount);
        var longest = Math.Min(options.MaximumSize, items.Longest);
        using var crew = new Crew(context.Threads);
        if (longest > 2) context.Reserve(What(transactions, options), needed + (crew.Threads * items.BitBytes()), Instead);

        var budget = Math.Min(options.MaximumSets, (long)Math.Max(1, (context.MemoryLimit - needed) / BytesPerSet));
        var found = new PrefixSets?[items.Count];
        var searches = new PrefixSearch?[crew.Threads];
        var (meter, total) = (new Meter(context.Progress, Math.Max(1, items.Count)), 0L);
        crew.Run(items.Count, (rank, worker) =>
        {
            var search = searches[worker] ??= new PrefixSearch(items, options.MinimumCount, longest, context.Cancellation);
            var sets = found[rank] = search.Run(rank, budget);
            if (Interlocked.Add(ref total, sets.Count) > budget)
                throw new MemoryLimitException(What(transactions, options), total * BytesPerSet, (long)(budget * BytesPerSet), Instead);
            meter.Done();
        }, context.Cancellation);
        meter.End();
        return SetOrder.Join(transactions.Count, longest, items, found);
    }

    private const string Instead = "Ask for a higher support, or for smaller sets.";

    private static string What(Transactions transactions, FrequentSetOptions options) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"Finding the sets of up to {options.MaximumSize} items that occur {options.MinimumCount} times in {transactions.Count} transactions");
}
