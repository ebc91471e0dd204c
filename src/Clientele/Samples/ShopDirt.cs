namespace Clientele.Samples;

/// <summary>Everything that makes a sales file unlike a clean one.</summary>
internal enum Dirt
{
    Duplicate,
    Guest,
    BlankCustomer,
    IdWithBlank,
    ZeroPrice,
    NoDescription,
    NegativeQuantity,
    Unreadable,
    TypingError,
    Postage,
    Discount,
    Manual,
    BankCharges,
    BadDebt,
    StockAdjustment,
    TestOrder,
}

/// <summary>How often each kind of dirt happens, and how many lines of it were written.</summary>
internal sealed class ShopDirt(double amount)
{
    private static readonly string[] s_names =
    [
        "duplicate", "guest", "blank-customer", "id-with-blank", "zero-price", "no-description", "negative-quantity", "unreadable",
        "typing-error", "postage", "discount", "manual", "bank-charges", "bad-debt", "stock-adjustment", "test-order",
    ];

    /// <summary>Rates at amount 1: per line for the ones that strike lines, per visit for the others.</summary>
    private static readonly double[] s_rates =
        [0.005, 0.13, 0.002, 0.004, 0.001, 0.002, 0.0005, 0.0003, 0.004, 0.06, 0.01, 0.003, 0.0006, 0.00005, 0.004, 0.0008];

    private static readonly Dirt[] s_onLines = [Dirt.Duplicate, Dirt.ZeroPrice, Dirt.NoDescription, Dirt.NegativeQuantity, Dirt.Unreadable];

    private readonly long[] _lines = new long[s_names.Length];
    private readonly ulong[] _below = PlanLines(amount);

    public double Rate(Dirt dirt) => s_rates[(int)dirt] * amount;

    public void Count(Dirt dirt, long lines = 1) => _lines[(int)dirt] += lines;

    /// <summary>What happens to a line: at most one thing.</summary>
    public Dirt? Strike(ref Chance chance)
    {
        var draw = chance.Next() >> 11;
        if (draw >= _below[^1]) return null;
        for (var i = 0; i < _below.Length; i++)
        {
            if (draw < _below[i]) return s_onLines[i];
        }

        return null;
    }

    /// <summary>Lines beyond the baskets of a visit, about.</summary>
    public double ExtraLinesPerVisit(double guestBasket) =>
        0.06 + Rate(Dirt.Guest) * guestBasket + Rate(Dirt.Postage) + Rate(Dirt.Discount) + Rate(Dirt.Manual) + Rate(Dirt.StockAdjustment);

    public IReadOnlyList<(string Dirt, long Lines)> Planted()
    {
        var planted = new (string, long)[s_names.Length];
        for (var i = 0; i < planted.Length; i++) planted[i] = (s_names[i], _lines[i]);
        return planted;
    }

    private static ulong[] PlanLines(double amount)
    {
        var below = new ulong[s_onLines.Length];
        var sum = 0.0;
        for (var i = 0; i < below.Length; i++)
        {
            sum += s_rates[(int)s_onLines[i]] * amount;
            below[i] = (ulong)(sum * (1UL << 53));
        }

        return below;
    }
}
