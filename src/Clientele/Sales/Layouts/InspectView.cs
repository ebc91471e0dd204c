namespace Clientele.Sales.Layouts;

/// <summary>What was understood about a file, as plain data for the terminal or the dashboard.</summary>
public sealed record InspectView
{
    public required string Path { get; init; }

    public required Container Container { get; init; }

    public required string Encoding { get; init; }

    /// <summary>In words: comma, semicolon, tab, pipe, runs of blanks, cell.</summary>
    public required string Delimiter { get; init; }

    /// <summary>Sheet name for workbooks.</summary>
    public string? Sheet { get; init; }

    /// <summary>Bytes of the file as stored.</summary>
    public required long Length { get; init; }

    /// <summary>Line of the header, or 0 when there is none.</summary>
    public required int HeaderLine { get; init; }

    /// <summary>Lines before the first data line.</summary>
    public required int SkippedLines { get; init; }

    public required MoneySource Money { get; init; }

    public required IReadOnlyList<InspectColumn> Columns { get; init; }

    public required IReadOnlyList<Decision> Decisions { get; init; }

    /// <summary>The first data lines, at most five, as they will be read.</summary>
    public required IReadOnlyList<InspectRow> Rows { get; init; }
}

/// <summary>One column of an inspected file.</summary>
/// <param name="Number">1-based, as the options take it.</param>
/// <param name="Role">Its role as the options call it, or null.</param>
/// <param name="Type">In words: text, whole number, number, date, date and time, time, empty.</param>
/// <param name="Examples">The first different values of the sample, at most three, cut to 40 characters.</param>
public sealed record InspectColumn(int Number, string Name, string? Role, string Type, IReadOnlyList<string> Examples);

/// <summary>One line of an inspected file as it is read; a part that no column holds is null.</summary>
/// <param name="Line">Line in the file, 1-based.</param>
/// <param name="Money">Exact, in plain digits.</param>
/// <param name="Trouble">Why the line cannot be read, or null.</param>
public sealed record InspectRow(
    int Line, string Customer, string? Invoice, string? Product, string? Description, string? Quantity, string? Money, DateTime? Date, string? Country, string? Trouble);
