using Clientele.Clusters;
using Clientele.Tests.Numerics;
using FsCheck;

namespace Clientele.Tests.Contracts;

/// <summary>One thing that holds of every method.</summary>
/// <param name="Name">In words; the number is that of the list of invariants.</param>
/// <param name="Cases">Cases per run, spread over the methods.</param>
/// <param name="Data">Where they come from.</param>
/// <param name="Holds">Whether it holds of a method on a case; true where it does not apply.</param>
public sealed record Clause(string Name, int Cases, Gen<Case> Data, Func<ClusterMethod, Case, bool> Holds)
{
    /// <summary>Cases that each method gets at least.</summary>
    public int Least { get; init; } = 20;

    public override string ToString() => Name;
}
