using System.Globalization;

namespace Clientele.Numerics.Validity;

/// <summary>The choice in plain words.</summary>
internal static class Words
{
    private static readonly string[] s_small = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"];

    public static string Of(
        int k, int runnerUp, bool found, StructureFinding? structure, IReadOnlyList<Vote> votes, IReadOnlyList<Candidate> candidates, ChoiceOptions options)
    {
        if (structure is null) return "There is no cluster structure to speak of: too few different rows to tell clusters from chance.";
        if (!found) return NoStructure(structure, options);
        var test = $"{Against(structure)}; {Chance(structure)}";
        if (k == 1)
            return $"There is no cluster structure that lasts: the rows differ from one hump, {test}, but no number of clusters is found again: {Said(votes, 1)}.";
        var others = votes.Where(v => v.K > 0 && v.K != k).ToArray();
        var text = $"{Clusters(k)}: {Said(votes, k)}, {Weight(votes, k)} of {votes.Where(v => v.K > 0).Sum(v => v.Weight)} votes.";
        if (runnerUp > 0 && others.Length > 0) text += RunnerUp(k, runnerUp, votes, candidates);
        return $"{text} That there are clusters at all: {test}.";
    }

    public static string Count(int n) => n.ToString("#,0", CultureInfo.InvariantCulture);

    private static string NoStructure(StructureFinding structure, ChoiceOptions options) =>
        $"There is no cluster structure here: {Against(structure)}; {Chance(structure)}, and p ≤ {options.Level.ToString("0.###", CultureInfo.InvariantCulture)} would be needed. "
        + "Any number of clusters would divide a continuum; do so only if parts of a convenient size are wanted.";

    // At the k that stands out most.
    private static string Against(StructureFinding structure)
    {
        var best = 0;
        for (var f = 1; f < structure.Ks.Count; f++)
        {
            if (Excess(structure, f) > Excess(structure, best)) best = f;
        }

        var (ratio, error) = (Math.Exp(structure.LogW[best] - structure.Expected[best]), structure.Deviations[best]);
        return $"{structure.Ks[best]} clusters leave {Ballot.Text(ratio)} times the squares that they leave in data of the same shape with one hump (1 ± {Ballot.Text(error)})";
    }

    private static double Excess(StructureFinding structure, int f) => (structure.Expected[f] - structure.LogW[f]) / Math.Max(structure.Deviations[f], 1e-12);

    private static string Chance(StructureFinding structure) => structure.AtLeastAsClear == 0
        ? $"none of {structure.References} such data sets divides as clearly, p = {structure.PValue.ToString("0.###", CultureInfo.InvariantCulture)}"
        : $"{structure.AtLeastAsClear} of {structure.References} such data sets divide{(structure.AtLeastAsClear == 1 ? "s" : "")} at least as clearly, p = {structure.PValue.ToString("0.##", CultureInfo.InvariantCulture)}";

    private static string RunnerUp(int k, int runnerUp, IReadOnlyList<Vote> votes, IReadOnlyList<Candidate> candidates)
    {
        var weight = Weight(votes, runnerUp);
        var name = runnerUp == 1 ? "no division" : runnerUp.ToString(CultureInfo.InvariantCulture);
        var text = $" The runner-up is {name}, with {weight} vote{(weight == 1 ? "" : "s")}, because of the {Said(votes, runnerUp)}";
        if (weight == Weight(votes, k)) return text + "; of equal votes the smaller number wins.";
        var (winner, other) = (candidates.FirstOrDefault(c => c.K == k)?.Strength, candidates.FirstOrDefault(c => c.K == runnerUp)?.Strength);
        if (winner is null || other is null) return text + ".";
        return winner.Mean >= other.Mean || runnerUp > k
            ? $"{text}; found again in the other half of the rows: {Ballot.Text(winner.Mean)} for {k} against {Ballot.Text(other.Mean)} for {runnerUp}."
            : $"{text}; both come back in the other half of the rows ({Ballot.Text(winner.Mean)} for {k}, {Ballot.Text(other.Mean)} for {runnerUp}), and {k} tells more.";
    }

    private static string Said(IReadOnlyList<Vote> votes, int k) => string.Join("; ", votes.Where(v => v.K == k).Select(v => $"{v.Measure} {v.Why}"));

    private static int Weight(IReadOnlyList<Vote> votes, int k) => votes.Where(v => v.K == k).Sum(v => v.Weight);

    private static string Clusters(int k) => k < s_small.Length ? $"{s_small[k]} clusters" : $"{Count(k)} clusters";
}
