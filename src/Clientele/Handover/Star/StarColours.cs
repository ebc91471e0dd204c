namespace Clientele.Handover.Star;

/// <summary>The colours of the report on paper, in its order: those of <c>app/src/look/look.ts</c>.</summary>
internal static class StarColours
{
    public static IReadOnlyList<string> All { get; } =
        ["#0072b2", "#e08e00", "#009e73", "#c05a93", "#3f9fd8", "#c8500a", "#6a51a3", "#9a8a00", "#2f8f8a", "#8a1f4f", "#6b6b6b", "#8b5a2b"];

    /// <summary>Colour of a segment by its place, from 0.</summary>
    public static string Of(int place) => All[place % All.Count];
}
