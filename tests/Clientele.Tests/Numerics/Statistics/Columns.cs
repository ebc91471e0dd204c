using FsCheck;
using FsCheck.Fluent;

namespace Clientele.Tests.Numerics.Statistics;

/// <summary>Made-up columns with gaps by a few numbers.</summary>
public sealed record Columns(int Rows, int Count, double Gaps, int Kind, int Seed)
{
    public double[][] Values()
    {
        var random = new Random(Seed);
        var shared = Enumerable.Range(0, Rows).Select(_ => Case.Noise(random)).ToArray();
        return [.. Enumerable.Range(0, Count).Select(q => Enumerable.Range(0, Rows).Select(i => random.NextDouble() < Gaps * (q % 3) ? double.NaN : Value(random, shared[i], q)).ToArray())];
    }

    public int[] Codes(int levels, int salt = 1)
    {
        var random = new Random(Seed + salt);
        return [.. Enumerable.Range(0, Rows).Select(_ => random.Next(-1, levels))];
    }

    public int[] Shuffle()
    {
        var order = Enumerable.Range(0, Rows).ToArray();
        new Random(Seed + 7).Shuffle(order);
        return order;
    }

    public static void Check(int count, Func<Columns, bool> holds) =>
        FsCheck.Check.One(Cases.Of(count), Prop.ForAll(Arb.From(Some, Smaller), holds));

    private double Value(Random random, double shared, int q) => ((Kind + q) % 5) switch
    {
        0 => shared + Case.Noise(random),
        1 => Math.Exp(2 * Case.Noise(random)),
        2 => random.Next(4),
        3 => 1e9 + (0.5 * shared) + Case.Noise(random),
        _ => -shared,
    };

    private static Gen<Columns> Some =>
        from rows in Gen.OneOf(Gen.Choose(1, 6), Gen.Choose(7, 80))
        from count in Gen.Choose(2, 6)
        from gaps in Gen.Elements(0, 0.1, 0.4)
        from kind in Gen.Choose(0, 4)
        from seed in Gen.Choose(0, 1_000_000)
        select new Columns(rows, count, gaps, kind, seed);

    private static IEnumerable<Columns> Smaller(Columns c)
    {
        if (c.Rows > 1) yield return c with { Rows = c.Rows / 2 };
        if (c.Rows > 1) yield return c with { Rows = c.Rows - 1 };
        if (c.Count > 2) yield return c with { Count = c.Count - 1 };
        if (c.Gaps > 0) yield return c with { Gaps = 0 };
    }
}
