namespace Clientele.Tables;

/// <summary>A line of a table that was set aside: it has too many or too few fields, or cannot be read.</summary>
/// <param name="Line">As an editor counts.</param>
/// <param name="Problem">What is wrong with it; the error where too many lines are.</param>
internal sealed record RejectedLine(long Line, UserException Problem)
{
    /// <summary>Up to one line in so many is set aside and told; more, and the first of them is an error: then the file itself is misread.</summary>
    public const int OneIn = 100;

    /// <summary>The trouble without the path: <c>302: 4 fields instead of 5</c>.</summary>
    public string Said(string path) => Problem.What.StartsWith(path + ":", StringComparison.Ordinal) ? Problem.What[(path.Length + 1)..].TrimEnd('.') : Problem.What.TrimEnd('.');
}
