using Clientele.Numerics;
using Clientele.Numerics.Hierarchical;

namespace Clientele.Tests.Numerics.Hierarchical;

public sealed class DendrogramTests
{
    private const int Cases = 1000;

    private static HierarchicalModel Fit(Matrix x, Case c) => HierarchicalPlainTests.Fit(x, (Linkage)(c.Seed % 7), null, c.K);

    [Fact]
    public void An_inversion_keeps_a_branch_apart_that_was_joined_above_the_cut()
    {
        var model = HierarchicalPlainTests.Fit(new([0, 0, 1, 0, 0.5, 0.9], 3, 2), Linkage.Centroid);
        Assert.Equal([1, 0.9], model.Tree.Merges.ToArray().Select(m => Math.Round(m.Height, 12)));
        Assert.Equal(3, model.CutAt(0.95).Distinct().Count());
        Assert.Equal([0, 0, 0], model.CutAt(1));
        Assert.Equal([0, 0, 1], model.Cut(2));
    }

    [Fact]
    public void Cutting_at_a_height_leaves_whole_what_never_went_above_it() => Case.Check(Cases, c =>
    {
        var tree = Fit(c.Matrix(), c).Tree;
        if (tree.Merges.Length == 0) return true;
        var height = tree.Merges[c.Seed % tree.Merges.Length].Height;
        var labels = tree.CutAt(height);

        // By definition: two leaves are together when some merge over both has none above the height in it.
        var sets = Enumerable.Range(0, tree.Leaves).Select(i => (Leaves: new[] { i }, Most: 0.0)).ToList();
        var together = new HashSet<(int, int)>();
        foreach (var merge in tree.Merges)
        {
            var (left, right) = (sets[merge.Left], sets[merge.Right]);
            sets.Add(([.. left.Leaves, .. right.Leaves], Math.Max(merge.Height, Math.Max(left.Most, right.Most))));
            if (sets[^1].Most > height) continue;
            foreach (var i in sets[^1].Leaves) together.UnionWith(sets[^1].Leaves.Select(j => (i, j)));
        }

        return Enumerable.Range(0, tree.Leaves).All(i => Enumerable.Range(0, tree.Leaves).All(j =>
            i == j || (labels[i] == labels[j]) == together.Contains((i, j))));
    });

    [Fact]
    public void Cuts_into_k_are_nested_and_the_option_height_cuts_alike() => Case.Check(Cases, c =>
    {
        var x = c.Matrix();
        var model = Fit(x, c);
        var (coarse, fine) = (model.Cut(c.K), model.Cut(c.K + 1));
        var at = model.Tree.Merges.Length == 0 ? 0 : model.Tree.Merges[^1].Height / 2;
        var byHeight = new HierarchicalClusterer(new() { Linkage = model.Linkage, Height = at }).FitTree(x, null, new() { Threads = 1 });
        return coarse.SequenceEqual(model.Labels)
            && coarse.Distinct().Count() == Math.Min(c.K, model.Tree.Leaves)
            && fine.Zip(coarse).Distinct().Count() == fine.Distinct().Count()
            && byHeight.Labels.SequenceEqual(model.CutAt(at)) && byHeight.K == byHeight.Labels.Distinct().Count();
    });

    [Fact]
    public void Branches_never_cross_in_the_order_of_the_leaves() => Case.Check(Cases, c =>
    {
        var tree = Fit(c.Matrix(), c).Tree;
        var place = new int[tree.Leaves];
        for (var i = 0; i < place.Length; i++) place[tree.Order[i]] = i;
        var spans = place.Select(p => (From: p, To: p)).ToList();
        foreach (var merge in tree.Merges)
        {
            if (spans[merge.Left].To + 1 != spans[merge.Right].From) return false;
            spans.Add((spans[merge.Left].From, spans[merge.Right].To));
        }

        return tree.Order.ToArray().Distinct().Count() == tree.Leaves;
    });

    [Fact]
    public void Cophenetic_correlation_is_that_of_all_pairs() => Case.Check(Cases, c =>
    {
        var x = (c with { Rows = Math.Min(c.Rows, 30) }).Matrix();
        var model = Fit(x, c);
        var tree = model.Tree;
        var meet = new double[tree.Leaves, tree.Leaves];
        var sets = Enumerable.Range(0, tree.Leaves).Select(i => new List<int> { i }).ToList();
        foreach (var merge in tree.Merges)
        {
            foreach (var i in sets[merge.Left])
            {
                foreach (var j in sets[merge.Right]) meet[i, j] = meet[j, i] = merge.Height;
            }

            sets.Add([.. sets[merge.Left], .. sets[merge.Right]]);
        }

        var pairs = (from i in Enumerable.Range(0, x.Rows)
                     from j in Enumerable.Range(0, i)
                     select (D: Math.Sqrt(Oracle.Square(x.Row(i), x.Row(j))), C: meet[model.Leaves[i], model.Leaves[j]])).ToArray();
        var found = model.CopheneticCorrelation();
        if (pairs.Length == 0) return double.IsNaN(found);
        var (d, h) = (pairs.Average(p => p.D), pairs.Average(p => p.C));
        var (dd, hh) = (pairs.Sum(p => Math.Pow(p.D - d, 2)), pairs.Sum(p => Math.Pow(p.C - h, 2)));
        if (dd <= 1e-20 * d * d * pairs.Length || hh <= 1e-20 * h * h * pairs.Length) return double.IsNaN(found);
        return Math.Abs(found - (pairs.Sum(p => (p.D - d) * (p.C - h)) / Math.Sqrt(dd * hh))) <= 1e-9;
    });

    private static double Middle(DrawnBracket bracket) => (bracket.LeftX + bracket.RightX) / 2;

    [Fact]
    public void A_drawing_shows_the_top_of_the_tree() => Case.Check(Cases, c =>
    {
        var x = c.Matrix();
        var tree = Fit(x, c).Tree;
        var most = 2 + (c.Seed % 20);
        var drawing = tree.Draw(most);
        var shown = Math.Min(most, tree.Leaves);
        var whole = tree.Draw(int.MaxValue);
        return drawing.Leaves.Count == shown && drawing.Brackets.Count == shown - 1
            && Math.Abs(drawing.Leaves.Sum(l => l.Size) - x.Rows) < 1e-9
            && drawing.Brackets.Select(b => b.Height).SequenceEqual(tree.Merges[(tree.Merges.Length - shown + 1)..].ToArray().Select(m => m.Height))
            && drawing.Brackets.All(b => b.LeftX < b.RightX && b.LeftX >= 0 && b.RightX < shown)
            && drawing.Brackets.SkipLast(1).All(b => drawing.Brackets.Any(o => (o.LeftX, o.LeftFoot) == (Middle(b), b.Height) || (o.RightX, o.RightFoot) == (Middle(b), b.Height)))
            && whole.Leaves.Select(l => l.Branch).SequenceEqual(tree.Order.ToArray());
    });
}
