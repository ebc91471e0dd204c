using Clientele.Numerics;
using Clientele.Numerics.Density;
using Clientele.Numerics.Neighbours;
using Clientele.Numerics.Ordering;
using Clientele.Numerics.Threading;
using Clientele.Numerics.Validity;
using FsCheck.Fluent;

namespace Clientele.Tests.Numerics.Density;

public sealed class HdbscanTests
{
    private static readonly FsCheck.Gen<Case> s_cases = Gen.OneOf(Case.Small, Gen.Select(Case.Small, c => c with { Rows = Math.Min(c.Rows * 3, 90) }));

    [Fact]
    public void The_definition_holds_copies_and_ties_included() => Case.Check(1000, s_cases, AsDefined);

    [Fact]
    public void The_spanning_tree_weighs_what_the_plain_one_does() => Case.Check(1000, s_cases, c =>
    {
        var distinct = DistinctRows.Of(c.Matrix(), null);
        if (distinct.Rows.Rows < c.K) return true;
        var tree = new KdTree(distinct.Rows.Values, distinct.Rows.Columns);
        using var crew = new Crew(1 + (c.Seed % 2));
        var ones = Enumerable.Repeat(1.0, distinct.Rows.Rows).ToArray();
        var edges = SpanningTree.Of(tree, CoreDistances.Of(tree, ones, c.K, crew, FitContext.Default), crew, FitContext.Default);
        var sets = new DisjointSets(distinct.Rows.Rows);
        return edges.All(e => sets.Join(e.A, e.B))
            && edges.Select(e => Math.Sqrt(e.Square)).Order().SequenceEqual(new PlainHdbscan(distinct.Rows, c.K, 2).Prim());
    });

    [Fact]
    public void Reference_clusters()
    {
        foreach (var (x, set) in DensityReference.Sets("density.json"))
        {
            foreach (var expected in set.GetProperty("hdbscan").EnumerateArray())
            {
                var least = expected.GetProperty("minPoints").GetInt32();
                var model = (HdbscanModel)new Hdbscan(new() { MinClusterSize = least }).Fit(x);
                var labels = DensityReference.Integers(expected, "labels");
                Assert.Equal(labels.Max() + 1, model.K);

                // Its probability 0 marks rows that join at the very height at which their cluster splits off: there its order of
                // merges decides, here they are noise. Its other probabilities are defined by core distances and not compared.
                var chances = DensityReference.Doubles(expected, "probabilities");
                var clear = Enumerable.Range(0, x.Rows).Where(i => labels[i] < 0 || chances[i] > 0).ToArray();
                Assert.True(clear.Length >= x.Rows - 3);
                Assert.Equal(clear.Select(i => labels[i] < 0), clear.Select(i => model.Labels[i] < 0));
                Assert.Equal(1, Agreement.AdjustedRand([.. clear.Select(i => labels[i] + 1)], [.. clear.Select(i => model.Labels[i] + 1)]), 12);
                var plain = new PlainHdbscan(x, least, least);
                Assert.All(DensityReference.Doubles(expected, "cores").Zip(plain.Cores), p => DensityReference.Close(p.First, p.Second, 1e-9));
                Assert.All(DensityReference.Doubles(expected, "heights").Zip(plain.Prim()), p => DensityReference.Close(p.First, p.Second, 1e-9));
            }
        }
    }

    [Fact]
    public void Probabilities_and_outlier_scores_say_how_firmly_a_row_belongs()
    {
        var x = new Case(Shape.Blobs, 400, 2, 4, 5).Matrix();
        x = new([.. x.Values, 60, 60], 401, 2);
        var model = (HdbscanModel)new Hdbscan(new() { MinClusterSize = 20 }).Fit(x);
        Assert.Equal(-1, model.Labels[400]);
        Assert.Equal(400, Array.IndexOf(model.OutlierScores, model.OutlierScores.Max()));
        Assert.All(model.Probabilities.Zip(model.Labels), p => Assert.True(p.Second < 0 ? p.First == 0 : p.First is > 0 and <= 1));
        for (var k = 0; k < model.K; k++) Assert.Equal(1, model.Probabilities.Where((_, i) => model.Labels[i] == k).Max());
        var (labels, probabilities) = model.AssignFirmly(x);
        Assert.Equal(model.Labels, labels);
        Assert.Equal(model.Probabilities, probabilities);
    }

    private static bool AsDefined(Case c)
    {
        var (x, least, samples) = (Grid(c), 2 + (c.Seed % 4), 1 + (c.Seed % 6));
        var plain = new PlainHdbscan(x, samples, least);
        var (leaves, single) = (c.Seed % 2 == 0, c.Seed % 3 == 0);
        var model = (HdbscanModel)new Hdbscan(new()
        {
            MinClusterSize = least,
            MinSamples = samples,
            Selection = leaves ? ClusterSelection.Leaf : ClusterSelection.ExcessOfMass,
            AllowSingleCluster = single,
        }).Fit(x);
        var strengths = plain.Strengths(leaves, single);
        if (samples <= x.Rows && model.Probabilities.Zip(strengths).Any(p => Math.Abs(p.First - p.Second) > 1e-9)) return false;
        var pairs = (samples > x.Rows ? [.. Enumerable.Repeat(-1, x.Rows)] : plain.Labels(leaves, single)).Zip(model.Labels).Distinct().ToArray();
        return pairs.All(p => p.First < 0 == p.Second < 0) && pairs.Select(p => p.First).Distinct().Count() == pairs.Length
            && pairs.Select(p => p.Second).Distinct().Count() == pairs.Length;
    }

    // Values on a grid have many ties and copies, and distances that are the same numbers however they are worked out. Logarithms of
    // whole numbers tie only within rounding (ln 3 − ln 2 = ln 6 − ln 4), and which of them comes first is then open: grid only.
    private static Matrix Grid(Case c) =>
        c.Seed % 2 == 0 && c.Shape != Shape.Retail ? c.Matrix() : Oracle.Map(c.Matrix(), static v => Math.Round(v * 2) / 2);
}
