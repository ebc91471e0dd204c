namespace Clientele.Sales.Layouts;

/// <summary>Holds a layout against what the pass over all lines proved.</summary>
internal static class LayoutCheck
{
    /// <summary>
    /// Null: the layout stands. A layout: read the file again with it; it stands then. A <see cref="UserException"/> when the file
    /// does not prove how it is to be read, or proves both ways while some lines could be either.
    /// </summary>
    /// <remarks>
    /// Where both ways are proved and no line could be either, the commoner one is used: lines of the other kind cannot be read in it,
    /// so they count as unreadable and none is misread. What the user said is not questioned.
    /// </remarks>
    public static Layout? After(Layout layout, in LayoutEvidence evidence, ReadOptions options)
    {
        LayoutReader.OneCurrency(layout.Path, evidence);
        var revised = layout;
        if (options.DateOrder is null) revised = Dates(revised, evidence);
        if (options.Decimal is null) revised = Numbers(revised, evidence);
        var floatCustomers = evidence.FloatCustomerIds > 0 && evidence.OtherCustomerIds == 0;
        var floatInvoices = evidence.FloatInvoiceIds > 0 && evidence.OtherInvoiceIds == 0;
        if (floatCustomers != layout.FloatCustomerIds) revised = Say(revised with { FloatCustomerIds = floatCustomers }, "customer ids", Floats(floatCustomers), "");
        if (floatInvoices != layout.FloatInvoiceIds) revised = Say(revised with { FloatInvoiceIds = floatInvoices }, "invoice ids", Floats(floatInvoices), "");
        return ReferenceEquals(revised, layout) ? null : revised;
    }

    private static Layout Dates(Layout layout, in LayoutEvidence evidence)
    {
        if (layout.Dates is not { Order: DateOrder.YearMonthDay or DateOrder.DayMonthYear or DateOrder.MonthDayYear } dates) return layout;
        var (first, second) = (Math.Max(evidence.FirstAbove12, layout.Sampled.FirstAbove12), Math.Max(evidence.SecondAbove12, layout.Sampled.SecondAbove12));
        var all = Math.Max(evidence.AmbiguousOrderDates, layout.Sampled.AmbiguousOrderDates);
        if (first == 0 && second == 0)
        {
            // In a file of year-first dates such a date cannot be read, so it is not misread.
            if (all == 0 || dates.Order == DateOrder.YearMonthDay) return layout;
            throw LayoutProblems.DateOrderUnknown(layout.Path, all);
        }

        if (first > 0 && second > 0 && all > first + second) throw LayoutProblems.DateOrderMixed(layout.Path, first, second);
        var order = first >= second ? DateOrder.DayMonthYear : DateOrder.MonthDayYear;
        return order == dates.Order ? layout
            : Say(layout with { Dates = dates with { Order = order } }, "date order", DateOptions.NameOf(order), "--date-order dmy|mdy|ymd");
    }

    private static Layout Numbers(Layout layout, in LayoutEvidence evidence)
    {
        var (points, commas) = (Math.Max(evidence.PointProofs, layout.Sampled.PointProofs), Math.Max(evidence.CommaProofs, layout.Sampled.CommaProofs));
        var undecided = Math.Max(evidence.UndecidedNumbers, layout.Sampled.UndecidedNumbers);
        if (points == 0 && commas == 0) return undecided == 0 ? layout : throw LayoutProblems.DecimalUnknown(layout.Path, undecided);
        if (points > 0 && commas > 0 && undecided > 0) throw LayoutProblems.DecimalMixed(layout.Path, points, commas);
        var mark = points >= commas ? '.' : ',';
        if (mark == layout.Numbers.Decimal) return layout;
        var group = layout.Numbers.Group is '.' or ',' ? layout.Numbers.Decimal : layout.Numbers.Group;
        return Say(layout with { Numbers = new NumberNotation(mark, group) }, "decimal mark", mark == '.' ? "point" : "comma", "--decimal point|comma");
    }

    private static string Floats(bool floats) => floats ? "the final .0 is removed" : "kept as they stand";

    private static Layout Say(Layout layout, string subject, string value, string option) => layout with
    {
        Decisions = [.. layout.Decisions, new Decision(subject, value, "proved by the pass over all lines against the sample", option)],
    };
}
