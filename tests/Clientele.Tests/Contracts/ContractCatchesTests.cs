using Clientele.Clusters;
using FsCheck.Fluent;

namespace Clientele.Tests.Contracts;

/// <summary>The contract can fail: a clusterer with one flaw breaks the clause that is about it, and without a flaw keeps it.</summary>
public sealed class ContractCatchesTests
{
    [Theory]
    [InlineData(Flaw.NumbersByFirstRow, "I3 I42 row order changes no bit")]
    [InlineData(Flaw.NumbersByFirstRow, "I20 clusters are numbered 0 to K - 1, all used, in canonical order")]
    [InlineData(Flaw.ForgetsWeights, "I11 a weight counts as so many copies")]
    [InlineData(Flaw.CountsAbsentRows, "I12 a row of weight 0 is absent but labelled")]
    [InlineData(Flaw.ChangesRows, "I28 rows and weights are not changed")]
    [InlineData(Flaw.AssignsByNeighbours, "I18 each row is assigned by itself")]
    [InlineData(Flaw.DependsOnUnit, "I8 powers of two change no label, however huge or tiny")]
    [InlineData(Flaw.DependsOnOrigin, "I7 moving all data changes no label")]
    [InlineData(Flaw.DependsOnThreads, "I2 threads change no bit")]
    [InlineData(Flaw.EmptyCluster, "I20 clusters are numbered 0 to K - 1, all used, in canonical order")]
    [InlineData(Flaw.SplitsCopies, "I17 fitted rows are assigned to their own clusters")]
    [InlineData(Flaw.SplitsCopies, "equal rows share a cluster")]
    public void Flaw_breaks_its_clause(Flaw flaw, string name)
    {
        var clause = Clauses.All.Single(c => c.Name == name);
        var cases = Gen.Sample(clause.Data, 200).ToArray();
        Assert.Contains(cases, c => !clause.Holds(Method(flaw), c));
        Assert.All(cases, c => Assert.True(clause.Holds(Method(null), c), c.ToString()));
    }

    private static ClusterMethod Method(Flaw? flaw) => new(_ => new BrokenClusterer(flaw))
    {
        NotByCentre = "cut by the first column", FindsK = "always two halves", LooksAlongAxes = "it looks at the first column alone",
    };
}
