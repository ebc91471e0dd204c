using Clientele.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace Clientele.Tests.Numerics;

/// <summary>What a made-up data set looks like.</summary>
public enum Shape
{
    Blobs,
    Retail,
    Ties,
    Copies,
    Outlier,
    Line,
    ConstantColumn,
}

/// <summary>A data set and a search by a few numbers, so that a failing case prints short and shrinks.</summary>
public sealed record Case(Shape Shape, int Rows, int Columns, int K, int Seed)
{
    public Matrix Matrix()
    {
        var random = new Random(Seed);
        var values = new double[Rows * Columns];
        for (var i = 0; i < Rows; i++)
        {
            var blob = random.Next(4);
            var along = random.NextDouble();
            for (var q = 0; q < Columns; q++)
            {
                values[(i * Columns) + q] = Shape switch
                {
                    Shape.Blobs => ((blob * (q + 1) * 7) % 11) + (Noise(random) * 0.4),
                    Shape.Retail => Math.Log(1 + Math.Floor(Math.Exp(Noise(random) + 2))),
                    Shape.Ties => random.Next(3),
                    Shape.Copies => i >= 3 && random.Next(2) == 0 ? values[(random.Next(3) * Columns) + q] : Noise(random),
                    Shape.Outlier => i == 0 ? 1e6 * (q + 1) : Noise(random),
                    Shape.Line => along * (q + 1),
                    _ => q == 0 ? 3.7 : Noise(random),
                };
            }
        }

        return new(values, Rows, Columns);
    }

    public static void Check(int count, Func<Case, bool> holds) => Check(count, Small, holds);

    public static void Check(int count, Gen<Case> cases, Func<Case, bool> holds) =>
        FsCheck.Check.One(Cases.Of(count), Prop.ForAll(Arb.From(cases, Smaller), holds));

    /// <summary>Rows 1 … 50 with the edges 1, 2, 3, k − 1, k, k + 1 often.</summary>
    public static Gen<Case> Small =>
        from shape in Gen.Elements(Enum.GetValues<Shape>())
        from k in Gen.Choose(1, 6)
        from rows in Gen.OneOf(Gen.Choose(1, 3), Gen.Choose(Math.Max(1, k - 1), k + 1), Gen.Choose(4, 50))
        from columns in Gen.Elements(1, 2, 3, 10)
        from seed in Gen.Choose(0, 1_000_000)
        select new Case(shape, rows, columns, k, seed);

    /// <summary>Several blocks of rows.</summary>
    public static Gen<Case> Large =>
        from small in Small
        from rows in Gen.Choose(1500, 4000)
        select small with { Rows = rows };

    public static double Noise(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static IEnumerable<Case> Smaller(Case c)
    {
        if (c.Rows > 1) yield return c with { Rows = c.Rows / 2 };
        if (c.Rows > 1) yield return c with { Rows = c.Rows - 1 };
        if (c.Columns > 1) yield return c with { Columns = c.Columns - 1 };
        if (c.K > 1) yield return c with { K = c.K - 1 };
    }
}
