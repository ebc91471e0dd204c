namespace Clientele.People.Segments.Profiling;

/// <summary>The values in the middle of every segment, by column; found once for the profiles and for the page.</summary>
internal sealed class Middles
{
    private readonly Dictionary<double[], double[][]> _found = new(ReferenceEqualityComparer.Instance);

    /// <summary>Takes them down; by one thread at a time.</summary>
    /// <param name="numbers">The column.</param>
    /// <param name="lower">Lower middle of each segment and of all [k + 1].</param>
    /// <param name="upper">Upper middle.</param>
    public void Add(double[] numbers, double[] lower, double[] upper) => _found[numbers] = [lower, upper];

    /// <summary>What was found for those numbers; null for others.</summary>
    public (double[] Lower, double[] Upper)? Of(double[] numbers) => _found.TryGetValue(numbers, out var middles) ? (middles[0], middles[1]) : null;
}
