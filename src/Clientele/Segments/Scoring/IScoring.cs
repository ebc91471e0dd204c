namespace Clientele.Segments.Scoring;

/// <summary>A way to turn recency, frequency and money into scores from 1 (worst) to <c>parts</c> (best).</summary>
/// <remarks>Equal values get equal scores (within the group that is scored), scores never fall as a value gets better, and the order of rows never matters.</remarks>
public interface IScoring
{
    /// <summary>Three scores per customer, with a note per measure.</summary>
    /// <param name="measures">What to score.</param>
    /// <param name="parts">Best score: 5 for most maps, 3 for some.</param>
    /// <param name="thresholds">Upper bounds by measure name; empty unless the scoring is <c>fixed</c> or the map brings its own.</param>
    RfmScores Score(RfmMeasures measures, int parts, IReadOnlyDictionary<string, double[]> thresholds);
}
