using Clientele.Numerics;
using Clientele.Numerics.Hierarchical;
using Clientele.Numerics.Threading;
using FsCheck.Fluent;

namespace Clientele.Tests.Numerics.Hierarchical;

/// <summary>The fast forms against the definition.</summary>
public sealed class HierarchicalPlainTests
{
    private static readonly FitContext s_alone = new() { Threads = 1 };

    public static TheoryData<Linkage> Linkages => [.. Enum.GetValues<Linkage>()];

    internal static HierarchicalModel Fit(Matrix x, Linkage linkage, double[]? weights = null, int k = 5) =>
        new HierarchicalClusterer(new() { Linkage = linkage, K = k }).FitTree(x, weights, s_alone);

    // Whatever the shape, real numbers without ties.
    internal static Matrix Untied(Case c)
    {
        var random = new Random(c.Seed ^ 77);
        return Oracle.Map(c.Matrix(), v => v + (0.1 * random.NextDouble()));
    }

    private static bool Close(double expected, double found, double scale) => Math.Abs(expected - found) <= (1e-12 * Math.Abs(expected)) + (1e-13 * scale);

    private static bool Same(List<PlainTree.Node> expected, Dendrogram tree, double scale, bool sorted)
    {
        var found = PlainTree.Nodes(tree);
        var pairs = expected.Zip(found);
        return expected.Count == found.Count
            && pairs.All(p => Close(p.First.Height, p.Second.Height, scale))
            && (!sorted || pairs.All(p => p.First.First == p.Second.First && p.First.Second == p.Second.Second));
    }

    // Squares that are differences of squares, as centroid and median have them in the plain form, lose half of their digits near 0.
    private static double Scale(Matrix x, Linkage linkage) =>
        x.Values.Max(Math.Abs) * (linkage is Linkage.Centroid or Linkage.Median or Linkage.Ward ? 1e3 : 1);

    [Theory]
    [MemberData(nameof(Linkages))]
    public void Trees_are_those_of_the_definition(Linkage linkage) => Case.Check(1000, c =>
    {
        var x = Untied(c with { Rows = Math.Min(c.Rows, 30) });
        var (rows, weights) = PlainTree.Distinct(x);
        return Same(PlainTree.Of(rows, weights, linkage), Fit(x, linkage).Tree, Scale(x, linkage), sorted: true);
    });

    [Theory]
    [MemberData(nameof(Linkages))]
    public void Large_trees_are_those_of_the_definition(Linkage linkage) => Case.Check(5, c =>
    {
        // Twenty columns are too many for a tree of centres: there the matrix and the chain of centres have their turn.
        var x = Untied(c with { Rows = 300 + (c.Seed % 80), Columns = new[] { 1, 2, 4, 20 }[c.Seed % 4] });
        var (rows, weights) = PlainTree.Distinct(x);
        return Same(PlainTree.Of(rows, weights, linkage), Fit(x, linkage).Tree, Scale(x, linkage), sorted: true);
    });

    [Theory]
    [InlineData(Linkage.Complete)]
    [InlineData(Linkage.Ward)]
    [InlineData(Linkage.Average)]
    [InlineData(Linkage.Weighted)]
    [InlineData(Linkage.Centroid)]
    [InlineData(Linkage.Median)]
    public void Ties_go_to_the_earliest_pair(Linkage linkage) => Case.Check(1000, c =>
    {
        // On two corners of a cube's edge, halves and quarters, every linkage is exact.
        var x = (c with { Shape = Shape.Ties, Rows = Math.Min(c.Rows, 12), Columns = linkage == Linkage.Complete ? 2 : 1 }).Matrix();
        var (rows, weights) = PlainTree.Distinct(x);
        return Same(PlainTree.Of(rows, weights, linkage), Fit(x, linkage).Tree, 0, sorted: linkage == Linkage.Complete || rows.Length <= 3);
    });

    [Fact]
    public void Complete_linkage_of_a_grid_is_exact_in_rounds_and_in_the_matrix() => Case.Check(6, c =>
    {
        var random = new Random(c.Seed);
        var x = new Matrix([.. Enumerable.Range(0, 1400).Select(_ => (double)random.Next(40))], 700, 2);
        var (rows, weights) = PlainTree.Distinct(x);
        Assert.True(rows.Length > 256);
        return PlainTree.Of(rows, weights, Linkage.Complete).SequenceEqual(PlainTree.Nodes(Fit(x, Linkage.Complete).Tree));
    });

    [Fact]
    public void Single_linkage_has_the_heights_of_the_definition_on_ties() => Case.Check(1000, c =>
    {
        var x = (c with { Shape = Shape.Ties, Rows = Math.Min(c.Rows, 20) }).Matrix();
        var (rows, weights) = PlainTree.Distinct(x);
        return Same(PlainTree.Of(rows, weights, Linkage.Single), Fit(x, Linkage.Single).Tree, 0, sorted: false);
    });

    [Theory]
    [InlineData(Linkage.Ward)]
    [InlineData(Linkage.Complete)]
    [InlineData(Linkage.Average)]
    [InlineData(Linkage.Weighted)]
    public void Rounds_and_chain_agree(Linkage linkage) => Case.Check(12, c =>
    {
        var x = Untied(c with { Rows = 500 + (c.Seed % 500), Columns = 1 + (c.Seed % 6) });
        var (rows, weights) = PlainTree.Distinct(x);
        var scaled = new ScaledRows(x with { Values = [.. rows.SelectMany(r => r)], Rows = rows.Length });
        using var crew = new Crew(2);
        using var matrix = new DistanceMatrix(rows.Length);
        var squares = linkage == Linkage.Ward;
        for (var i = 0; i < rows.Length; i++)
        {
            for (var j = i + 1; j < rows.Length; j++)
            {
                var square = Oracle.Square(scaled.Values.AsSpan(i * x.Columns, x.Columns), scaled.Values.AsSpan(j * x.Columns, x.Columns));
                matrix[i, j] = squares ? square : Math.Sqrt(square);
            }
        }

        var (chain, rounds) = (new List<Join>(), new List<Join>());
        new NearestChain(matrix, Enumerable.Range(0, rows.Length).ToArray(), weights, linkage, s_alone).Run(chain);
        var members = squares ? null : new Members(linkage, scaled, weights);
        new Rounds(new((double[])scaled.Values.Clone(), x.Columns, (double[])weights.Clone()), members, s_alone, crew).Run(rounds, 1, 0);
        var (a, b) = (MergeOrder.Of(chain, rows.Length), MergeOrder.Of(rounds, rows.Length));
        bool Alike(List<Join> joins) => a.Count == joins.Count && a.Zip(joins).All(p =>
            p.First.First == p.Second.First && p.First.Second == p.Second.Second && Close(p.First.Height, p.Second.Height, 1));
        if (!Alike(b) || !squares) return Alike(b);
        var centres = new List<Join>();
        new CentreChain(new((double[])scaled.Values.Clone(), x.Columns, (double[])weights.Clone()), s_alone, crew).Run(centres);
        return b.SequenceEqual(MergeOrder.Of(centres, rows.Length));
    });

    [Fact]
    public void Many_columns_leave_the_tree_of_centres_nothing_to_tell_apart()
    {
        bool Crowded(int columns)
        {
            var x = new Case(Shape.Copies, 2000, columns, 1, 3).Matrix();
            var (rows, weights) = PlainTree.Distinct(x);
            using var crew = new Crew(1);
            return new Rounds(new([.. rows.SelectMany(r => r)], columns, weights), null, s_alone, crew).Crowded;
        }

        Assert.False(Crowded(2));
        Assert.True(Crowded(40));
    }

    [Fact]
    public void Neighbours_are_those_of_a_plain_search() => Case.Check(1000, c =>
    {
        var x = c.Matrix();
        var (rows, _) = PlainTree.Distinct(x);
        var nearest = new NearestRow(new([.. rows.SelectMany(r => r)], rows.Length, x.Columns));
        var others = (c with { Seed = c.Seed + 1, Rows = 20 }).Matrix();
        return Enumerable.Range(0, 20).All(i =>
        {
            var found = Oracle.Square(rows[nearest.Of(others.Row(i))], others.Row(i));
            return found <= rows.Min(r => Oracle.Square(r, others.Row(i))) * (1 + 1e-9);
        });
    });
}
