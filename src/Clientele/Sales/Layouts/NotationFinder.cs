namespace Clientele.Sales.Layouts;

/// <summary>Finds how numbers and dates are written, and counts what the sample proves.</summary>
internal sealed class NotationFinder(SampleColumns columns, RoleMap roles, ReadOptions options, List<Decision> decisions)
{
    private LayoutEvidence _evidence;
    private int _apostrophes;
    private int _blanks;
    private int _shortYearFirst;
    private int _certain;
    private int _offsets;
    private int _points;

    public LayoutEvidence Evidence => _evidence;

    public NumberNotation Numbers()
    {
        Count(Role.Quantity);
        Count(Role.Price);
        Count(Role.Amount);
        var comma = _evidence.CommaProofs > _evidence.PointProofs;
        var reason = comma ? $"{_evidence.CommaProofs} sampled numbers prove a comma, {_evidence.PointProofs} a point"
            : _evidence.PointProofs > 0 ? $"{_evidence.PointProofs} sampled numbers prove a point, {_evidence.CommaProofs} a comma"
            : _evidence.UndecidedNumbers > 0 ? "not proved by the sample; the pass over all lines must prove it"
            : "no sampled number has a decimal mark";
        if (options.Decimal is { } asked)
        {
            comma = asked.ToLowerInvariant() switch
            {
                "point" or "." => false,
                "comma" or "," => true,
                _ => throw LayoutProblems.BadOption("--decimal", asked, "point or comma"),
            };
            reason = "asked for";
        }

        var group = _apostrophes > 0 && _apostrophes >= _blanks ? '\'' : _blanks > 0 ? ' ' : comma ? '.' : ',';
        decisions.Add(new("decimal mark", comma ? "comma" : "point", reason, "--decimal point|comma"));
        var notation = new NumberNotation(comma ? ',' : '.', group);
        Readable(Role.Quantity, notation);
        Readable(Role.Price, notation);
        Readable(Role.Amount, notation);
        return notation;
    }

    public DateNotation Dates()
    {
        var column = roles[Role.Date];
        for (var i = columns.Header.FirstData; i < columns.Table.Count; i++)
        {
            if (!columns.IsData(i) || !DateText.TryRead(columns.Table.Cell(i, column), out var date)) continue;
            DateParser.Observe(date, ref _evidence);
            if (date.Form == DateForm.Certain) _certain++;
            if (date.Form == DateForm.ThreeShort && date.First > 31) _shortYearFirst++;
            if (date.HasOffset) _offsets++;
            if (columns.Table.Cell(i, column).IndexOf((byte)'.') is > 0 and < 3) _points++;
        }

        var zone = DateOptions.Zone(options.TimeZone);
        var order = Order(out var reason);
        decisions.Add(new("date order", DateOptions.NameOf(order), reason, "--date-order dmy|mdy|ymd|excel|excel1904"));
        if (_offsets > 0)
        {
            decisions.Add(new("time zone", DateOptions.NameOf(zone), $"{_offsets} sampled dates have an offset from UTC; all are shown at this one", "--time-zone +02:00"));
        }

        var notation = new DateNotation(order, zone);
        ReadableDates(column, notation);
        return notation;
    }

    public void Ids()
    {
        for (var i = columns.Header.FirstData; i < columns.Table.Count; i++)
        {
            if (!columns.IsData(i)) continue;
            IdEvidence.ObserveCustomer(columns.Table.Cell(i, roles[Role.Customer]), ref _evidence);
            if (roles.TryGetValue(Role.Invoice, out var invoice)) IdEvidence.ObserveInvoice(columns.Table.Cell(i, invoice), ref _evidence);
            if (roles.TryGetValue(Role.Currency, out var currency)) NumberEvidence.ObserveCurrency(columns.Table.Cell(i, currency), ref _evidence);
        }

        SayFloats("customer ids", _evidence.FloatCustomerIds, _evidence.OtherCustomerIds);
        SayFloats("invoice ids", _evidence.FloatInvoiceIds, _evidence.OtherInvoiceIds);
    }

    private void SayFloats(string what, long floats, long others)
    {
        if (floats > 0 && others == 0) decisions.Add(new(what, "the final .0 is removed", $"all {floats} sampled {what} are printed like 17850.0; kept if any row proves otherwise", ""));
    }

    private DateOrder Order(out string reason)
    {
        reason = "asked for";
        if (options.DateOrder is { } asked) return DateOptions.Order(asked);
        var (first, second, all) = (_evidence.FirstAbove12, _evidence.SecondAbove12, _evidence.AmbiguousOrderDates);
        if (first > 0 || second > 0)
        {
            reason = first >= second ? $"in {first} of {all} sampled dates the first number is above 12" : $"in {second} of {all} sampled dates the second number is above 12";
            return first >= second ? DateOrder.DayMonthYear : DateOrder.MonthDayYear;
        }

        if (_shortYearFirst > 0)
        {
            reason = $"in {_shortYearFirst} sampled dates the first number is above 31";
            return DateOrder.YearMonthDay;
        }

        if (all == 0)
        {
            reason = _certain > 0 ? "the sampled dates have one reading" : "no sampled date shows it";
            return DateOrder.YearMonthDay;
        }

        reason = $"not proved: all {all} sampled dates have both numbers of at most 12; the pass over all lines must prove it";
        return _points > 0 || _evidence.CommaProofs > 0 ? DateOrder.DayMonthYear : DateOrder.MonthDayYear;
    }

    private void Count(Role role)
    {
        if (!roles.TryGetValue(role, out var column)) return;
        for (var i = columns.Header.FirstData; i < columns.Table.Count; i++)
        {
            if (!columns.IsData(i)) continue;
            var cell = columns.Table.Cell(i, column);
            if (Words.Digits(cell)) continue;
            NumberEvidence.Observe(cell, ref _evidence);
            NumberMarks.Examine(NumberText.Of(cell).Body, out var group);
            if (group == '\'') _apostrophes++;
            if (group == ' ') _blanks++;
        }
    }

    /// <summary>Refuses a column of which most cells cannot be read.</summary>
    private void Readable(Role role, NumberNotation notation)
    {
        if (!roles.TryGetValue(role, out var column)) return;
        int filled = 0, bad = 0, example = -1;
        for (var i = columns.Header.FirstData; i < columns.Table.Count; i++)
        {
            if (!columns.IsData(i)) continue;
            var cell = Words.Trim(columns.Table.Cell(i, column));
            if (cell.Length == 0) continue;
            filled++;
            if (NumberParser.TryEstimate(cell, notation, out _)) continue;
            bad++;
            if (example < 0) example = i;
        }

        if (bad * 2 <= filled) return;
        throw LayoutProblems.Unreadable(columns, role, column, example, $"Name another column with {RoleFinder.OptionOf(role)}, or say --decimal point|comma.");
    }

    private void ReadableDates(int column, DateNotation notation)
    {
        int filled = 0, bad = 0, example = -1, serials = 0, otherYears = 0;
        LayoutEvidence unused = default;
        for (var i = columns.Header.FirstData; i < columns.Table.Count; i++)
        {
            if (!columns.IsData(i)) continue;
            var cell = Words.Trim(columns.Table.Cell(i, column));
            if (cell.Length == 0) continue;
            filled++;
            if (DateParser.TryParse(cell, notation, out _, ref unused)) continue;
            bad++;
            if (example < 0) example = i;
            if (ExcelDate.TryParse(cell, from1904: false, out var ticks) && ticks > new DateTime(1950, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).Ticks) serials++;
            if (cell.Length >= 8 && (cell.StartsWith("25"u8) || cell.StartsWith("14"u8) || Words.Ends(cell[..^2], "/25"u8) || Words.Ends(cell[..^2], "-25"u8))) otherYears++;
        }

        if (bad * 2 <= filled) return;
        throw LayoutProblems.Unreadable(columns, Role.Date, column, example,
            serials * 2 > bad ? "They look like spreadsheet serials: say --date-order excel (or excel1904), or name another column with --date."
            : otherYears * 2 > bad ? "The years look Buddhist or Hijri: export Gregorian dates, or name another column with --date."
            : "Write dates like 2011-12-09, 09.12.2011 or 12/9/2011, or name another column with --date; see --date-order.");
    }
}
