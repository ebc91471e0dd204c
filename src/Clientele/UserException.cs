namespace Clientele;

/// <summary>Why a run stopped, as the command's exit code.</summary>
public enum ExitCode
{
    Done = 0,
    Bug = 1,
    Usage = 2,
    BadData = 3,
    Limit = 4,
    Disk = 5,
    Database = 6,
    Interrupted = 130,
    Terminated = 143,
}

/// <summary>Trouble that the user can mend: what was found, where, and what to type.</summary>
/// <param name="code">Stable id for scripts and searches, like <c>sales.missing-column</c>.</param>
/// <param name="what">What was found, with the value cut to 80 characters and the place as file:line:column.</param>
/// <param name="fix">What to type or change.</param>
/// <param name="exit">Exit code of the command.</param>
public sealed class UserException(string code, string what, string fix, ExitCode exit = ExitCode.Usage)
    : Exception($"{what} {fix}")
{
    public string Code { get; } = code;

    public string What { get; } = what;

    public string Fix { get; } = fix;

    public ExitCode Exit { get; } = exit;
}
