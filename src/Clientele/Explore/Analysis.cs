namespace Clientele.Explore;

/// <summary>One question to the sales.</summary>
public sealed class Analysis
{
    private readonly Func<ExploreData, ExploreResult> _run;

    internal Analysis(Func<ExploreData, ExploreResult> run) => _run = run;

    internal ExploreResult Run(ExploreData data) => _run(data);
}
