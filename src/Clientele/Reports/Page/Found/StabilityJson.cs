using Clientele.Numerics.Validity;
using Clientele.Reports.Writing;

namespace Clientele.Reports.Page.Found;

/// <summary>Whether each group comes back when rows are drawn anew and grouped again, under <c>stability</c>.</summary>
/// <remarks>[Hen07]. Bounded so that a page costs the same however many rows there are: of at most <see cref="Most"/> of them, evenly, which the page says.</remarks>
internal static class StabilityJson
{
    /// <summary>Rows at most.</summary>
    public const int Most = 1000;

    /// <summary>How often rows are drawn.</summary>
    public const int Resamples = 50;

    // Of fewer rows a draw says more about chance than about the groups.
    private const int LeastRows = 20;

    public static void Write(JsonText json, FoundSpace space)
    {
        if (space.Again is null || space.K < 2 || space.Points.Rows < Math.Max(LeastRows, 4 * space.K)) return;
        var some = space.AtMost(Most);
        var found = Stability.Of(some.Points, some.Labels, some.Again!, Resamples, seed: 0, space.Fit);
        json.Object("stability").Integer("rows", some.Points.Rows).Integer("resamples", Resamples).List("clusters");
        for (var c = 0; c < space.K; c++)
        {
            var jaccard = c < found.Jaccard.Length ? found.Jaccard[c] : double.NaN;
            json.Object().Number("jaccard", Rounded(jaccard)).Number("recovered", c < found.Recovered.Length ? Rounded(found.Recovered[c]) : null)
                .Number("dissolved", c < found.Dissolved.Length ? Rounded(found.Dissolved[c]) : null).Text("word", Word(jaccard)).EndObject();
        }

        json.EndList().EndObject();
    }

    /// <summary>What a mean Jaccard index says of a group; empty where there is none.</summary>
    public static string Word(double jaccard) => jaccard switch
    {
        >= 0.85 => "very stable",
        >= 0.75 => "stable",
        >= 0.6 => "doubtful",
        >= 0 => "dissolves",
        _ => "",
    };

    private static double? Rounded(double value) => double.IsNaN(value) ? null : Math.Round(value, 3);
}
