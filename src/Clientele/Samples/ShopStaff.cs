namespace Clientele.Samples;

/// <summary>What the office books among the sales: test orders, bank charges, bad debt, stock that went missing.</summary>
internal sealed class ShopStaff(ShopCatalog catalog, ShopBook book, ShopDirt dirt)
{
    /// <summary>Customer of all test orders.</summary>
    public const string TestCustomer = "9999999";

    public static readonly Dirt[] Kinds = [Dirt.BankCharges, Dirt.BadDebt, Dirt.StockAdjustment, Dirt.TestOrder];

    private const int Nowhere = 7;

    /// <summary>A test order was kept by the standard rules.</summary>
    public bool TestKept { get; private set; }

    public void Book(Dirt kind, int second, ref Chance chance)
    {
        if (book.Writer.Full) return;
        switch (kind)
        {
            case Dirt.BankCharges:
                book.Begin(0, second, default, Nowhere, 0, LineMarks.NoCustomer);
                book.Other(Charge.BankCharges, chance.Below(4) == 0 ? -1 : 1, 10 * (500 + chance.Below(5_000)));
                break;
            case Dirt.BadDebt:
                book.Begin((byte)'A', second, default, Nowhere, 0, LineMarks.NoCustomer);
                book.Other(Charge.BadDebt, 1, -10 * (5_000 + chance.Below(900_000)));
                break;
            case Dirt.StockAdjustment:
                book.Begin(0, second, default, Nowhere, chance.Below(ShopWords.OnlineStore), LineMarks.NoCustomer);
                book.Sale(chance.Below(catalog.Count), false, -1 - chance.Below(60), 0);
                break;
            default:
                book.Begin(0, second, "9999999"u8, 0, ShopWords.OnlineStore, LineMarks.None);
                book.Other(Charge.Test, 1, 1_000);
                TestKept |= book.Writer.InvoiceKept;
                break;
        }

        dirt.Count(kind);
    }
}
