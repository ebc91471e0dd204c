using Clientele.People.Segments.Grouping;

namespace Clientele.People.Segments.Profiling;

/// <summary>What every segment is like by every column of numbers or levels.</summary>
internal static class PeopleProfiles
{
    /// <summary>By column, then segment, then level. Ids, dates and free text have no profile.</summary>
    /// <param name="traits">The columns.</param>
    /// <param name="members">Customers of each segment.</param>
    /// <param name="context">Threads and cancellation.</param>
    /// <param name="middles">Receives the values in the middle of columns of numbers.</param>
    public static IReadOnlyList<ProfileFact> Of(Traits traits, Members members, RunContext context, Middles middles)
    {
        var (facts, gate) = (new List<ProfileFact>[traits.All.Count], new Lock());
        FeatureSpace.Each(facts.Length, context, t =>
        {
            facts[t] = [];
            if (traits.All[t].IsNumber)
            {
                var (lower, upper) = NumberProfile.AddTo(facts[t], traits.All[t], members);
                lock (gate) middles.Add(traits.All[t].Numbers, lower, upper);
            }
            else if (traits.All[t].HasLevels) LevelProfile.AddTo(facts[t], traits.All[t], members);
        });
        return [.. facts.SelectMany(f => f)];
    }
}
