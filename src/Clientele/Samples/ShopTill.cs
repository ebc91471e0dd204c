namespace Clientele.Samples;

/// <summary>Turns visits and returns into invoices, with what goes wrong at a till.</summary>
internal sealed class ShopTill(ShopCalendar calendar, ShopCatalog catalog, ShopBook book, ShopDirt dirt)
{
    private const int IdLength = 7;

    /// <summary>Guests take pieces and choose categories like this kind, but fewer.</summary>
    private static readonly byte s_guestKind = (byte)Array.FindIndex(CustomerKind.All, kind => string.Equals(kind.Name, "loyal", StringComparison.Ordinal));

    private readonly ShopBasket _basket = new(catalog);
    private readonly byte[] _id = new byte[IdLength + 2];

    /// <summary>The number on a customer's card, written with seven digits.</summary>
    public static int IdOf(int customer) => 10_000 + customer;

    /// <summary>A customer buys; says on which day one line of it comes back, or -1.</summary>
    public int Visit(int customer, ref ShopCustomer person, int day, int second, ref Chance chance)
    {
        var form = chance.Happens(dirt.Rate(Dirt.IdWithBlank)) ? 2 << chance.Below(2) : 1;
        var linesBefore = book.Writer.Lines;
        _basket.Fill(person, ref chance);
        if (_basket.Count == 0) return -1;
        var mistyped = CustomerKind.All[person.Kind].Appetite == Appetite.Wholesale && person.ReturnQuantity == 0
            && chance.Happens(dirt.Rate(Dirt.TypingError));
        if (mistyped) _basket.Quantities[0] *= 100;
        book.Begin(0, second, Id(IdOf(customer), form), person.Country, person.Store, LineMarks.None);
        var clean = Sell(ref chance);
        Extras(person.Store, ref chance);
        if (form != 1) dirt.Count(Dirt.IdWithBlank, book.Writer.Lines - linesBefore);
        if (book.Writer.InvoiceKept) person.KeptForms |= (byte)form;
        if (mistyped) dirt.Count(Dirt.TypingError);
        return PlanReturn(ref person, mistyped, clean, day, ref chance);
    }

    /// <summary>Somebody without a card buys.</summary>
    public void Guest(int second, ref Chance chance)
    {
        var person = new ShopCustomer
        {
            Kind = s_guestKind,
            Extra = 5,
            PriceLevel = (byte)chance.Below(256),
            Country = (byte)(chance.Below(10) == 0 ? chance.Below(ShopWords.Countries.Length) : 0),
            Store = (byte)chance.Below(ShopWords.Stores.Length),
        };
        var blank = chance.Happens(dirt.Rate(Dirt.BlankCustomer));
        var linesBefore = book.Writer.Lines;
        _basket.Fill(person, ref chance);
        book.Begin(0, second, blank ? "  "u8 : default, person.Country, person.Store, LineMarks.NoCustomer);
        Sell(ref chance);
        Extras(person.Store, ref chance);
        var lines = book.Writer.Lines - linesBefore;
        dirt.Count(Dirt.Guest, lines);
        if (blank) dirt.Count(Dirt.BlankCustomer, lines);
    }

    /// <summary>A customer brings back what was planned.</summary>
    public void Return(int customer, ref ShopCustomer person, int second)
    {
        book.Begin((byte)'C', second, Id(IdOf(customer), 1), person.Country, person.Store, LineMarks.Cancellation);
        book.Sale(person.ReturnProduct, true, -person.ReturnQuantity, person.ReturnMills);
        person.ReturnQuantity = 0;
    }

    /// <summary>Writes the basket; bit i of the result says that line i went through unharmed.</summary>
    private ulong Sell(ref Chance chance)
    {
        var writer = book.Writer;
        var clean = 0UL;
        var again = (Line: default(Range), Item: -1);
        for (var i = 0; i < _basket.Count && !writer.Full; i++)
        {
            var struck = dirt.Strike(ref chance);
            if (struck is null or Dirt.Duplicate)
            {
                book.Sale(_basket.Products[i], true, _basket.Quantities[i], _basket.Mills[i]);
                clean |= 1UL << i;
                if (struck is null) continue;
                var line = writer.LastLine;
                if (chance.Below(2) == 0)
                {
                    Repeat(line, i);
                    continue;
                }

                if (again.Item >= 0) Repeat(again.Line, again.Item);
                again = (line, i);
            }
            else
            {
                Harm(struck.Value, i, ref chance);
                dirt.Count(struck.Value);
            }
        }

        if (again.Item >= 0) Repeat(again.Line, again.Item);
        return clean;
    }

    private void Repeat(Range line, int item)
    {
        if (book.Writer.Full) return;
        book.Writer.Again(line, _basket.Quantities[item], _basket.Mills[item]);
        dirt.Count(Dirt.Duplicate);
    }

    private void Harm(Dirt struck, int i, ref Chance chance)
    {
        var product = _basket.Products[i];
        switch (struck)
        {
            case Dirt.ZeroPrice:
                book.Sale(product, true, _basket.Quantities[i], 0);
                break;
            case Dirt.NoDescription:
                book.Sale(product, false, _basket.Quantities[i], _basket.Mills[i]);
                break;
            case Dirt.NegativeQuantity:
                book.Sale(product, true, -_basket.Quantities[i], _basket.Mills[i]);
                break;
            default:
                Break(catalog.Middles[product], ref chance);
                break;
        }
    }

    /// <summary>Broken quantities, prices, dates and columns. A broken date goes with a price of nothing, so that no money is in doubt.</summary>
    private void Break(byte[] middle, ref Chance chance)
    {
        var writer = book.Writer;
        switch (chance.Below(7))
        {
            case 0: writer.Unreadable(middle, "1O"u8, default, "4.95"u8); break;
            case 1: writer.Unreadable(middle, "two"u8, default, "4.95"u8); break;
            case 2: writer.Unreadable(middle, "2"u8, default, "4..95"u8); break;
            case 3: writer.Unreadable(middle, "2"u8, default, "#####"u8); break;
            case 4: writer.Unreadable(middle, "1"u8, "0000-00-00 00:00:00"u8, "0.00"u8); break;
            case 5: writer.Unreadable(",20003,Loose item, no label,Kitchen,"u8, "1"u8, default, "4.95"u8); break;
            default: writer.Cut(middle); break;
        }
    }

    private void Extras(int store, ref Chance chance)
    {
        if (store == ShopWords.OnlineStore && chance.Happens(6 * dirt.Rate(Dirt.Postage))) Charged(Charge.Postage, Dirt.Postage, 1, 4_950);
        if (chance.Happens(dirt.Rate(Dirt.Discount))) Charged(Charge.Discount, Dirt.Discount, -1, 500 + 250 * chance.Below(20));
        if (chance.Happens(dirt.Rate(Dirt.Manual))) Charged(Charge.Manual, Dirt.Manual, 1, 10 * (100 + chance.Below(5_000)));
    }

    private void Charged(Charge charge, Dirt kind, long quantity, long mills)
    {
        if (book.Writer.Full) return;
        book.Other(charge, quantity, mills);
        dirt.Count(kind);
    }

    private int PlanReturn(ref ShopCustomer person, bool mistyped, ulong clean, int day, ref Chance chance)
    {
        if (person.ReturnQuantity > 0) return -1;
        var line = mistyped ? 0 : chance.Below(_basket.Count);
        var comesBack = mistyped || chance.Happens(person.Returns);
        if (!comesBack || (clean >> line & 1) == 0) return -1;
        var due = mistyped ? day + 1 : day + 2 + chance.Below(28);
        while (due < calendar.Days && calendar.IsClosed(due)) due++;
        if (due >= calendar.Days) return -1;
        var pieces = _basket.Quantities[line];
        person.ReturnProduct = (ushort)_basket.Products[line];
        person.ReturnQuantity = !mistyped && chance.Below(3) == 0 ? 1 + chance.Below(pieces) : pieces;
        person.ReturnMills = _basket.Mills[line];
        return due;
    }

    /// <summary>The id in seven digits, with a blank before it (form 2), behind it (form 4) or neither.</summary>
    private ReadOnlySpan<byte> Id(int id, int form)
    {
        _id[0] = _id[^1] = (byte)' ';
        SalesWriter.Digits(id, _id.AsSpan(1, IdLength));
        return _id.AsSpan(form == 2 ? 0 : 1, form == 1 ? IdLength : IdLength + 1);
    }
}
