using Clientele.Reports.Writing;

namespace Clientele.Reports.Page;

/// <summary>Exact amounts for a reader whose numbers are doubles: integers of the smallest unit in use, cut into limbs below 10⁹.</summary>
/// <remarks>A double adds nine million such limbs without a rounding, so sums over customers stay exact, whatever is filtered.</remarks>
internal static class MoneyLimbs
{
    private const long Base = 1_000_000_000;

    /// <summary>Members <c>decimals</c> and <c>limbs</c> (32-bit little-endian columns in base64, the lowest first; all limbs of an amount share its sign).</summary>
    public static void Write(JsonText json, string name, Money[] amounts)
    {
        var decimals = Decimals(amounts);
        var unit = (Int128)1;
        for (var i = decimals; i < Money.Scale; i++) unit *= 10;
        var most = (Int128)0;
        foreach (var amount in amounts) most = Int128.Max(most, Int128.Abs(amount.Units / unit));
        json.Object(name).Integer("decimals", decimals).List("limbs");
        var power = (Int128)1;
        do
        {
            var limb = new byte[amounts.Length * 4];
            for (var i = 0; i < amounts.Length; i++)
                System.Buffers.Binary.BinaryPrimitives.WriteInt32LittleEndian(new Span<byte>(limb, i * 4, 4), (int)(amounts[i].Units / unit / power % Base));
            json.Base64(null, limb);
            power *= Base;
        }
        while (most >= power);
        json.EndList().EndObject();
    }

    /// <summary>Decimals that the amounts need, 0 to 18.</summary>
    private static int Decimals(Money[] amounts)
    {
        var decimals = 0;
        var rest = Money.PowerOfTen(Money.Scale);
        foreach (var amount in amounts)
        {
            while (decimals < Money.Scale && amount.Units % rest != 0)
            {
                decimals++;
                rest /= 10;
            }
        }

        return decimals;
    }
}
