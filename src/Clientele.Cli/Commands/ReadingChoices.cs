using Clientele.Cli.Arguments;
using Clientele.Reports;
using Clientele.Sales;

namespace Clientele.Cli.Commands;

/// <summary>The options that say how files are to be read; what is left out is found out.</summary>
internal sealed class ReadingChoices
{
    private readonly Setting[] _roles;
    private readonly Setting _encoding, _delimiter, _decimal, _headerLine, _sheet;
    private readonly Setting? _dateOrder, _timeZone;

    /// <summary>Makes the options.</summary>
    /// <param name="namesRoles">For sales files, whose columns play parts and have dates; other tables have neither.</param>
    public ReadingChoices(bool namesRoles = true)
    {
        var columns = new OptionGroup("Columns (name or number; found out when left out)");
        _roles = new Setting[namesRoles ? RoleWords.Count : 0];
        for (var i = 0; i < _roles.Length; i++) _roles[i] = columns.Value("--" + ((Role)i).Word(), "COLUMN", Meaning((Role)i));
        var file = new OptionGroup("How the file is written (found out when left out)");
        _encoding = file.Value("--encoding", "NAME", "utf-8, utf-16le, utf-16be, windows-1252, iso-8859-1, macintosh, ibm437 or ibm850.");
        _delimiter = file.Value("--delimiter", "SIGN", "One sign, or tab, or blanks.");
        _decimal = file.Value("--decimal", "MARK", "point or comma.");
        if (namesRoles) _dateOrder = file.Value("--date-order", "ORDER", "dmy, mdy, ymd, excel or excel1904.");
        if (namesRoles) _timeZone = file.Value("--time-zone", "OFFSET", "Dates with a zone are shown at this offset from UTC, like +02:00.");
        _headerLine = file.Value("--header-line", "N", "Line with the column names; 0 says that there is none.");
        _sheet = file.Value("--sheet", "SHEET", "Sheet of a workbook, by name or number.");
        Groups = namesRoles ? [columns, file] : [file];
    }

    public IReadOnlyList<OptionGroup> Groups { get; }

    public ReadOptions Read(Invocation invocation)
    {
        var columns = new RoleTexts();
        for (var i = 0; i < _roles.Length; i++)
        {
            if (invocation[_roles[i]] is { } column) columns[(Role)i] = column;
        }

        return new ReadOptions
        {
            Columns = columns,
            Encoding = invocation[_encoding],
            Delimiter = invocation[_delimiter],
            Decimal = invocation[_decimal] is { } mark ? Values.Word("--decimal", mark, "point", "comma") : null,
            DateOrder = _dateOrder is not null && invocation[_dateOrder] is { } order ? Values.Word("--date-order", order, "dmy", "mdy", "ymd", "excel", "excel1904") : null,
            TimeZone = _timeZone is null ? null : invocation[_timeZone],
            HeaderLine = invocation[_headerLine] is { } line ? Values.Integer("--header-line", line, 0, 1_000_000) : null,
            Sheet = invocation[_sheet],
        };
    }

    private static string Meaning(Role role) => role switch
    {
        Role.Customer => "Who bought.",
        Role.Invoice => "Number of the order; its lines belong together.",
        Role.Product => "Product code.",
        Role.Description => "Product name.",
        Role.Quantity => "Pieces; negative for returns.",
        Role.Price => "Price of one piece.",
        Role.Amount => "Money of the whole line, where there is no price.",
        Role.Date => "When it was bought.",
        Role.Time => "Time of day, where it stands apart.",
        Role.Country => "Country of the customer.",
        Role.Store => "Shop or branch.",
        Role.Category => "Product category.",
        Role.Status => "Says which lines were cancelled.",
        _ => "Currency of the line.",
    };
}
