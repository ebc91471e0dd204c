namespace Clientele.Cli.Summary;

/// <summary>Where the results lie.</summary>
/// <param name="Folder">The run folder as the user typed it, or null when nothing was written.</param>
/// <param name="Files">Names of its files.</param>
internal sealed record Destination(string? Folder, IReadOnlyList<string> Files);
