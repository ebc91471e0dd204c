namespace Clientele.Actions;

/// <summary>The plays as a person sees them.</summary>
public static class PlayList
{
    /// <summary>Name, summary and knobs of every play, in menu order.</summary>
    public static IReadOnlyList<PlayEntry> All { get; } = [.. Plays.Catalog.Select(p => new PlayEntry(p.Name, p.Summary, p.Knobs))];
}

/// <summary>One play.</summary>
/// <param name="Name">What to type.</param>
/// <param name="Summary">One plain sentence.</param>
/// <param name="Knobs">Its settings: the assumptions that can be changed.</param>
public sealed record PlayEntry(string Name, string Summary, IReadOnlyList<Knob> Knobs);
