using System.Text.Json.Serialization;

namespace Clientele.Reports;

/// <summary>What the run.json of every command has.</summary>
internal abstract record SavedRunText
{
    [JsonRequired]
    public int Format { get; init; }

    [JsonRequired]
    public string Version { get; init; } = "";

    /// <summary>Files and page showed ids and texts of lines; a command that does not ask does not write it.</summary>
    public bool ShowValues { get; init; } = true;
}
