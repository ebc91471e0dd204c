namespace Clientele.Handover.Star;

/// <summary>One CSV of the star.</summary>
internal interface IStarSheet
{
    StarTable Table { get; }

    /// <summary>Writes the file: UTF-8, LF, commas; streamed.</summary>
    void Write(Stream output);
}
