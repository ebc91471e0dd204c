namespace Clientele.Cli.Arguments;

/// <summary>A line to try.</summary>
/// <param name="Line">What to type.</param>
/// <param name="Reason">What it does, in one sentence.</param>
internal sealed record Example(string Line, string Reason);

/// <summary>What one command accepts and does. Made for the command that is called, for no other.</summary>
internal sealed class Form(string name, string summary)
{
    public string Name => name;

    /// <summary>One plain sentence.</summary>
    public string Summary => summary;

    /// <summary>How the operands are written in the usage line: <c>FILE…</c>, or empty.</summary>
    public string Operands { get; init; } = "";

    /// <summary>Operands at least and at most.</summary>
    public (int Least, int Most) OperandCount { get; init; } = (0, 0);

    /// <summary>Lines to try, each with a short reason.</summary>
    public IReadOnlyList<Example> Examples { get; init; } = [];

    /// <summary>More to say below the options.</summary>
    public string Notes { get; init; } = "";

    /// <summary>Does the work; returns the exit code.</summary>
    public required Func<Invocation, ExitCode> Run { get; init; }

    /// <summary>The options, paragraph by paragraph.</summary>
    public IReadOnlyList<OptionGroup> Groups { get; init; } = [];

    /// <summary>More of them, made only for help and for a line with an option that <see cref="Groups"/> do not have.</summary>
    public Func<IReadOnlyList<OptionGroup>>? Further { get; init; }

    /// <summary>All options.</summary>
    public IReadOnlyList<OptionGroup> All() => Further is null ? Groups : [.. Groups, .. Further()];
}
