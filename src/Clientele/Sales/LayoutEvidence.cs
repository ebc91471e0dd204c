namespace Clientele.Sales;

/// <summary>What the whole file said about the layout that the sample suggested. Counted during the one pass over the lines.</summary>
public struct LayoutEvidence
{
    /// <summary>Dates of two numbers and a year whose first number is above 12, so that only day, month, year makes a day of the calendar.</summary>
    public long FirstAbove12;

    /// <summary>Dates of two numbers and a year whose second number is above 12, so that only month, day, year makes a day of the calendar.</summary>
    public long SecondAbove12;

    /// <summary>Dates of two numbers and a year that one order or both make a day of the calendar, all told; the two counts above are part of it.</summary>
    public long AmbiguousOrderDates;

    /// <summary>Numbers that only a decimal point explains: <c>2.55</c>, <c>1,234.5</c>, <c>0.125</c>.</summary>
    public long PointProofs;

    /// <summary>Numbers that only a decimal comma explains.</summary>
    public long CommaProofs;

    /// <summary>Numbers like <c>1,234</c> or <c>1.234</c> that both explain.</summary>
    public long UndecidedNumbers;

    /// <summary>Customer ids of the form digits + <c>.0</c>, as they stand in the text whatever the layout says.</summary>
    public long FloatCustomerIds;

    /// <summary>Other non-empty customer ids.</summary>
    public long OtherCustomerIds;

    public long FloatInvoiceIds;

    public long OtherInvoiceIds;

    /// <summary>Currencies written beside prices and amounts, one bit each.</summary>
    public ulong AmountCurrencies;

    /// <summary>Currencies named in the currency column, one bit each.</summary>
    public ulong ColumnCurrencies;

    /// <summary>Adds what came about between two states, so many times more.</summary>
    public void AddAgain(in LayoutEvidence before, in LayoutEvidence after, int times)
    {
        FirstAbove12 += times * (after.FirstAbove12 - before.FirstAbove12);
        SecondAbove12 += times * (after.SecondAbove12 - before.SecondAbove12);
        AmbiguousOrderDates += times * (after.AmbiguousOrderDates - before.AmbiguousOrderDates);
        PointProofs += times * (after.PointProofs - before.PointProofs);
        CommaProofs += times * (after.CommaProofs - before.CommaProofs);
        UndecidedNumbers += times * (after.UndecidedNumbers - before.UndecidedNumbers);
        FloatCustomerIds += times * (after.FloatCustomerIds - before.FloatCustomerIds);
        OtherCustomerIds += times * (after.OtherCustomerIds - before.OtherCustomerIds);
        FloatInvoiceIds += times * (after.FloatInvoiceIds - before.FloatInvoiceIds);
        OtherInvoiceIds += times * (after.OtherInvoiceIds - before.OtherInvoiceIds);
    }

    public void Add(in LayoutEvidence other)
    {
        FirstAbove12 += other.FirstAbove12;
        SecondAbove12 += other.SecondAbove12;
        AmbiguousOrderDates += other.AmbiguousOrderDates;
        PointProofs += other.PointProofs;
        CommaProofs += other.CommaProofs;
        UndecidedNumbers += other.UndecidedNumbers;
        FloatCustomerIds += other.FloatCustomerIds;
        OtherCustomerIds += other.OtherCustomerIds;
        FloatInvoiceIds += other.FloatInvoiceIds;
        OtherInvoiceIds += other.OtherInvoiceIds;
        AmountCurrencies |= other.AmountCurrencies;
        ColumnCurrencies |= other.ColumnCurrencies;
    }
}
