using Clientele.People.Segments.Grouping;

namespace Clientele.People.Segments.Profiling;

/// <summary>What every segment is like by every column of numbers or levels.</summary>
internal static class PeopleProfiles
{
    /// <summary>By column, then segment, then level. Ids, dates and free text have no profile.</summary>
    public static IReadOnlyList<ProfileFact> Of(Traits traits, Members members, RunContext context)
    {
        var facts = new List<ProfileFact>[traits.All.Count];
        FeatureSpace.Each(facts.Length, context, t =>
        {
            facts[t] = [];
            if (traits.All[t].IsNumber) NumberProfile.AddTo(facts[t], traits.All[t], members);
            else if (traits.All[t].HasLevels) LevelProfile.AddTo(facts[t], traits.All[t], members);
        });
        return [.. facts.SelectMany(f => f)];
    }
}
