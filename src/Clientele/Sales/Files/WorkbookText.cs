using Clientele.Cleaning;
using Clientele.Sales.Spreadsheets;

namespace Clientele.Sales.Files;

/// <summary>The one place where workbooks come in.</summary>
internal static class WorkbookText
{
    /// <summary>The sheet to read, its name as the value.</summary>
    public static Decision Choose(OpenedInput input, Container kind, string? asked)
    {
        try
        {
            var sheets = Workbook.Sheets(input.Path, kind);
            var chosen = Workbook.Choose(input.Path, sheets, asked);
            var reason = asked is not null ? $"--sheet {Problems.Show(asked)}"
                : sheets.Count == 1 ? "the only sheet"
                : $"the only visible one of {sheets.Count} sheets that holds data";
            return new Decision("sheet", chosen.Name, reason, "--sheet NAME");
        }
        catch (UserException trouble) when (input.Path != input.Name)
        {
            throw Renamed(trouble, input);
        }
    }

    /// <summary>A sheet as UTF-8 text, fields set apart by U+001F; closes the input with it.</summary>
    public static Stream Open(OpenedInput input, Container kind, string? sheet)
    {
        try
        {
            return new SheetStream(Workbook.OpenText(input.Path, kind, sheet), input);
        }
        catch (UserException trouble) when (input.Path != input.Name)
        {
            throw Renamed(trouble, input);
        }
    }

    /// <summary>Says "standard input" in the place of the path where it was set aside.</summary>
    private static UserException Renamed(UserException trouble, OpenedInput input) => new(
        trouble.Code,
        trouble.What.Replace(input.Path, input.Name, StringComparison.Ordinal),
        trouble.Fix.Replace(input.Path, input.Name, StringComparison.Ordinal),
        trouble.Exit);

    /// <summary>The sheet's text, at the end of which the file must still be the one that was opened.</summary>
    private sealed class SheetStream(SheetText text, OpenedInput input) : ReadStream, IHasFindings
    {
        public IReadOnlyList<Finding> Findings => text.Findings;

        public override int Read(Span<byte> buffer)
        {
            try
            {
                var read = text.Read(buffer);
                if (read == 0 && buffer.Length > 0) input.MustBeUnchanged();
                return read;
            }
            catch (UserException trouble) when (input.Path != input.Name)
            {
                throw Renamed(trouble, input);
            }
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                text.Dispose();
                input.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
