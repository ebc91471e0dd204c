using System.Numerics;
using System.Text;
using Clientele.Sales.Layouts;

namespace Clientele.Sales.Plain;

/// <summary>Numbers, money and dates of one line, by the thorough parsers and big integers.</summary>
internal static class PlainValues
{
    /// <summary>Money of a line whose quantity and price can be read counts even when its date cannot.</summary>
    /// <param name="field">Content of the column that plays a role; null when none does.</param>
    public static void Fill(PlainLine line, Layout layout, Func<Role, string?> field)
    {
        line.Customer = Id(field(Role.Customer));
        line.Invoice = Id(field(Role.Invoice));
        line.Product = field(Role.Product) ?? "";
        line.Description = (field(Role.Description) ?? "").Trim();
        line.Status = field(Role.Status) ?? "";
        line.Country = (field(Role.Country) ?? "").Trim();
        line.Store = (field(Role.Store) ?? "").Trim();
        line.Category = (field(Role.Category) ?? "").Trim();
        Amounts(line, layout, field);
        if (field(Role.Date) is { } date) line.Unreadable |= !TryDate(date, field(Role.Time), layout.Dates!, line);
    }

    private static string Id(string? text) => text is null || text.Trim(' ', '\t').Length == 0 ? "" : text;

    private static void Amounts(PlainLine line, Layout layout, Func<Role, string?> field)
    {
        var notation = layout.Numbers;
        BigInteger quantity = 1;
        var quantityScale = 0;
        if (field(Role.Quantity) is { } written)
        {
            if (!TryNumber(written, notation, out quantity, out quantityScale)) line.Unreadable = true;
            line.QuantityNotPositive = quantity.Sign <= 0;
            line.Quantity = Math.Round(Decimal(quantity, quantityScale), 6, MidpointRounding.ToEven);
        }

        if (layout.Money == MoneySource.None) return;
        var money = field(layout.Money == MoneySource.Amount ? Role.Amount : Role.Price)!;
        if (!TryNumber(money, notation, out var price, out var priceScale))
        {
            line.Unreadable = true;
            return;
        }

        if (line.Unreadable) return;
        if (layout.Money != MoneySource.QuantityTimesPrice) (quantity, quantityScale) = (1, 0);
        line.PriceNotPositive = price.Sign <= 0;
        if (TryMoney(quantity * price, quantityScale + priceScale, out var exact)) line.Money = exact;
        else line.Unreadable = true;
    }

    /// <summary>A number whose digits, trailing zeros behind the mark aside, fit into 63 bits.</summary>
    private static bool TryNumber(string text, NumberNotation notation, out BigInteger mantissa, out int scale)
    {
        mantissa = 0;
        if (!NumberParser.TryParse(Encoding.UTF8.GetBytes(text), notation, out var wide, out scale)) return false;
        mantissa = wide;
        while (scale > 0 && mantissa % 10 == 0)
        {
            mantissa /= 10;
            scale--;
        }

        return BigInteger.Abs(mantissa) <= long.MaxValue;
    }

    private static decimal Decimal(BigInteger mantissa, int scale) => (decimal)mantissa / (decimal)BigInteger.Pow(10, scale);

    /// <summary>At most 10¹⁸; more than 18 decimals are rounded half to even.</summary>
    internal static bool TryMoney(BigInteger mantissa, int scale, out Money money)
    {
        money = default;
        var units = mantissa;
        if (scale <= Money.Scale)
        {
            units *= BigInteger.Pow(10, Money.Scale - scale);
        }
        else
        {
            var one = BigInteger.Pow(10, scale - Money.Scale);
            units = BigInteger.DivRem(BigInteger.Abs(mantissa), one, out var rest);
            if (rest * 2 > one || (rest * 2 == one && !units.IsEven)) units++;
            units *= mantissa.Sign;
        }

        if (BigInteger.Abs(units) > BigInteger.Pow(10, 2 * Money.Scale)) return false;
        money = new Money((Int128)units);
        return true;
    }

    private static bool TryDate(string date, string? time, DateNotation notation, PlainLine line)
    {
        LayoutEvidence unused = default;
        var text = string.IsNullOrEmpty(time) ? date : date + " " + time;
        var read = DateParser.TryParse(Encoding.UTF8.GetBytes(text), notation, out var ticks, ref unused);
        line.Ticks = ticks;
        return read;
    }
}
