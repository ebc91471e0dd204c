using System.Text;

namespace Clientele.Samples;

/// <summary>Numbers invoices and remembers what was kept: orders, products, countries.</summary>
internal sealed class ShopBook(ShopCatalog catalog, SalesWriter writer)
{
    private const int FirstInvoice = 1_000_001;

    private readonly byte[][] _places = PlanPlaces();
    private readonly bool[] _products = new bool[catalog.Count];
    private readonly bool[] _countries = new bool[ShopWords.Countries.Length];
    private readonly bool[] _charges = new bool[Charge.All.Length];
    private long _next = FirstInvoice;
    private int _country;

    public SalesWriter Writer => writer;

    public long ProductsKept => _products.Count(kept => kept) + _charges.Count(kept => kept);

    public long CountriesKept => _countries.Count(kept => kept);

    /// <summary>Opens the next invoice.</summary>
    public void Begin(byte mark, int second, ReadOnlySpan<byte> id, int country, int store, LineMarks marks)
    {
        _country = country;
        writer.Begin(mark, _next++, second, id, _places[country * ShopWords.Stores.Length + store], marks);
    }

    /// <summary>Writes a line for a product.</summary>
    public void Sale(int product, bool described, long quantity, long mills)
    {
        if (!writer.Line(described ? catalog.Middles[product] : catalog.Undescribed[product], quantity, mills)) return;
        _products[product] = true;
        _countries[_country] = true;
    }

    /// <summary>Writes a line for something that is no product.</summary>
    public void Other(Charge charge, long quantity, long mills)
    {
        if (!writer.Line(charge.Middle, quantity, mills, charge.Marks)) return;
        _charges[Array.IndexOf(Charge.All, charge)] = true;
        _countries[_country] = true;
    }

    private static byte[][] PlanPlaces()
    {
        var places = new byte[ShopWords.Countries.Length * ShopWords.Stores.Length][];
        for (var i = 0; i < places.Length; i++)
        {
            var (country, store) = Math.DivRem(i, ShopWords.Stores.Length);
            places[i] = Encoding.UTF8.GetBytes($",{ShopWords.Countries[country]},{ShopWords.Stores[store]}\n");
        }

        return places;
    }
}

/// <summary>A stock code that stands for no product.</summary>
internal sealed record Charge(byte[] Middle, LineMarks Marks)
{
    public static readonly Charge Postage = new(",POST,Postage,,"u8.ToArray(), LineMarks.NonProduct);
    public static readonly Charge Discount = new(",DISCOUNT,Discount,,"u8.ToArray(), LineMarks.NonProduct);
    public static readonly Charge Manual = new(",M,Manual,,"u8.ToArray(), LineMarks.NonProduct);
    public static readonly Charge BankCharges = new(",BANK CHARGES,Bank charges,,"u8.ToArray(), LineMarks.NonProduct);
    public static readonly Charge BadDebt = new(",B,Adjust bad debt,,"u8.ToArray(), LineMarks.NonProduct);
    public static readonly Charge Test = new(",TEST001,\"Test item, do not ship\",,"u8.ToArray(), LineMarks.TestOrder);

    public static readonly Charge[] All = [Postage, Discount, Manual, BankCharges, BadDebt, Test];
}
