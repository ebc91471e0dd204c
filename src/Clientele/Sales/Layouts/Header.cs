namespace Clientele.Sales.Layouts;

/// <summary>Where the data of a file begin and what its columns are called.</summary>
/// <param name="Record">Record of the header in the sample, or -1.</param>
/// <param name="Line">Its line, or 0.</param>
/// <param name="FirstData">First data record in the sample; the number of records when there is none.</param>
/// <param name="SkippedLines">Lines before the first data line that belong to title, <c>sep=</c> or header.</param>
/// <param name="Names">Column names.</param>
/// <param name="Reason">Why this line, in words.</param>
internal sealed record Header(int Record, int Line, int FirstData, int SkippedLines, string[] Names, string Reason)
{
    public int Width => Names.Length;
}
