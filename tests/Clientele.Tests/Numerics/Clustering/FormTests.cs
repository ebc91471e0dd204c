using Clientele.Numerics.Clustering;
using Clientele.Numerics.Threading;
using FsCheck.Fluent;
using Outcome = Clientele.Numerics.Clustering.Outcome;

namespace Clientele.Tests.Numerics.Clustering;

/// <summary>Lloyd, boxes and bounds are one search with fewer and fewer distances.</summary>
public sealed class FormTests
{
    private static readonly KMeansForm[] s_forms = [KMeansForm.Lloyd, KMeansForm.Boxed, KMeansForm.Bounded];

    private static FsCheck.Gen<Case> ManyClusters =>
        from c in Case.Large
        from k in Gen.Choose(2, 90)
        from columns in Gen.Elements(1, 2, 3, 5, 8, 20)
        select c with { K = k, Columns = columns };

    [Fact]
    public void Every_form_ends_at_the_same_bits() => Case.Check(300, c => Same(c, 100)); // I26

    [Fact]
    public void Every_form_ends_at_the_same_bits_over_many_blocks() => Case.Check(25, ManyClusters, c => Same(c, 40));

    [Fact]
    public void Every_form_is_the_plain_loop() => Case.Check(6, ManyClusters, c =>
    {
        var (points, draws) = (new Points(c.Matrix()), new Draws((ulong)c.Seed, c.K, 0));
        var plain = PlainKMeans.FromDraws(points, c.K, draws, 12);
        return s_forms.All(form => Equal(plain, new Descent(points, c.K, null, default, form).FromDraws(c.K, draws, 12)));
    });

    [Fact]
    public void Starts_of_several_passes_are_the_same_in_every_form_and_crew() => Case.Check(25, Gen.OneOf(Case.Small, ManyClusters), c =>
    {
        using var crew = new Crew(3);
        var (points, draws) = (new Points(c.Matrix()), new Draws((ulong)c.Seed, c.K, 0));
        var one = new Descent(points, c.K, null, default, KMeansForm.Lloyd).FromPasses(c.K, draws, 20);
        return one.K == Math.Min(c.K, points.Count)
            && s_forms.All(form => Equal(one, new Descent(points, c.K, crew, default, form).FromPasses(c.K, draws, 20)));
    });

    [Fact]
    public void Boxes_and_bounds_leave_something_out()
    {
        var c = new Case(Shape.Blobs, 4000, 2, 8, 1);
        var (points, filter) = (new Points(c.Matrix()), new BoxFilter(2, 8));
        var end = new Descent(points, 8, null, default).FromDraws(8, new Draws(1, 8, 0), 100);
        filter.Turn(end.Centres, end.K);
        var left = Enumerable.Range(0, points.Blocks).Sum(block =>
        {
            unsafe
            {
                fixed (double* low = points.Low, high = points.High) return filter.Left(low + (2 * block), high + (2 * block), 0, 0);
            }
        });
        Assert.InRange(left, points.Blocks, 4 * points.Blocks);
    }

    private static bool Same(Case c, int most)
    {
        var (points, draws) = (new Points(c.Matrix()), new Draws((ulong)c.Seed, c.K, 0));
        var ends = s_forms.Select(form => new Descent(points, c.K, null, default, form).FromDraws(c.K, draws, most)).ToArray();
        return ends.All(end => Equal(ends[0], end));
    }

    private static bool Equal(Outcome a, Outcome b) =>
        a.Centres.SequenceEqual(b.Centres) && a.K == b.K && a.Inertia == b.Inertia && a.Iterations == b.Iterations && a.Converged == b.Converged;
}
