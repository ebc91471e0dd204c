namespace Clientele.Handover;

/// <summary>A folder beside the files of a run, written when it is asked for: what another program takes over.</summary>
public interface IHandover
{
    /// <summary>Name of the folder in the run folder: <c>star</c>.</summary>
    string Folder { get; }

    /// <summary>It needs every kept line, not customers alone.</summary>
    bool NeedsLines { get; }

    /// <summary>Whether it may have written a file of that name, its own folder left out, with <c>/</c> between folders.</summary>
    bool Writes(string file);

    /// <summary>Writes every file; names are given with <see cref="Folder"/> in front. The same bytes for the same run.</summary>
    void Write(HandoverRun run, Func<string, Stream> create);
}
