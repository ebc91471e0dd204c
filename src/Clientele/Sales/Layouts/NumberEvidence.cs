namespace Clientele.Sales.Layouts;

/// <summary>Counts what written numbers prove about the notation of the file.</summary>
internal static class NumberEvidence
{
    /// <summary>
    /// Counts one value of a quantity, price or amount column; the result does not depend on the notation in use.
    /// A fast path may leave out digits without a mark (they prove nothing) and, where the decimal point is in use, digits + point +
    /// digits other than three; every other value must be observed, also those that the notation in use rejects.
    /// </summary>
    public static void Observe(ReadOnlySpan<byte> text, ref LayoutEvidence evidence)
    {
        var number = NumberText.Of(text);
        switch (NumberMarks.Examine(number.Body, out _))
        {
            case MarkMeaning.Malformed: return;
            case MarkMeaning.Point: evidence.PointProofs++; break;
            case MarkMeaning.Comma: evidence.CommaProofs++; break;
            case MarkMeaning.Undecided: evidence.UndecidedNumbers++; break;
        }

        if (number.Currency >= 0) evidence.AmountCurrencies |= 1UL << number.Currency;
    }

    /// <summary>Counts one value of the currency column; empty ones say nothing, unknown codes are told apart from known ones only.</summary>
    public static void ObserveCurrency(ReadOnlySpan<byte> text, ref LayoutEvidence evidence)
    {
        text = Words.Trim(text);
        if (text.Length == 0) return;
        var number = Currencies.Find(text);
        evidence.ColumnCurrencies |= 1UL << (number < 0 ? 63 : number);
    }
}
