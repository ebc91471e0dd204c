using System.Buffers.Binary;
using System.Numerics;
using Clientele.Reports.Writing;

namespace Clientele.Reports.Page;

/// <summary>Exact amounts for a reader whose numbers are doubles: integers of the smallest unit in use, cut into limbs below 10⁹.</summary>
/// <remarks>
/// A double adds nine million such limbs without a rounding, so sums over customers stay exact, whatever is filtered. Amounts that fit
/// into 64 bits, and that is all shops but strange ones, go a way without 128-bit integers, whose division is slow.
/// </remarks>
internal static class MoneyLimbs
{
    private const long Base = 1_000_000_000;

    /// <summary>Members <c>decimals</c> and <c>limbs</c> (32-bit little-endian columns in base64, the lowest first; all limbs of an amount share its sign).</summary>
    public static void Write(JsonText json, string name, Money[] amounts)
    {
        var decimals = Decimals(amounts, out var small);
        json.Object(name).Integer("decimals", decimals).List("limbs");
        if (small) Small(json, amounts, decimals);
        else Large(json, amounts, decimals);
        json.EndList().EndObject();
    }

    private static void Small(JsonText json, Money[] amounts, int decimals)
    {
        var units = new long[amounts.Length];
        var whole = (long)Money.PowerOfTen(decimals);
        var part = (long)Money.PowerOfTen(Money.Scale - decimals);
        for (var i = 0; i < units.Length; i++)
        {
            var rest = Parts(amounts[i], out _, out var above);
            units[i] = (long)above * whole + (long)rest / part;
            if (amounts[i].Sign < 0) units[i] = -units[i];
        }

        Limbs(json, units, Base);
    }

    private static void Large(JsonText json, Money[] amounts, int decimals)
    {
        var units = new Int128[amounts.Length];
        for (var i = 0; i < units.Length; i++) units[i] = amounts[i].Units / (Int128)Money.PowerOfTen(Money.Scale - decimals);
        Limbs(json, units, Base);
    }

    private static void Limbs<T>(JsonText json, T[] units, T limbBase)
        where T : struct, IBinaryInteger<T>
    {
        bool more;
        do
        {
            more = false;
            var limb = new byte[units.Length * 4];
            for (var i = 0; i < units.Length; i++)
            {
                var (rest, low) = T.DivRem(units[i], limbBase);
                BinaryPrimitives.WriteInt32LittleEndian(new Span<byte>(limb, i * 4, 4), int.CreateTruncating(low));
                units[i] = rest;
                more |= rest != T.Zero;
            }

            json.Base64(null, limb);
        }
        while (more);
    }

    /// <summary>Decimals that the amounts need, 0 to 18, and whether every amount fits into 64 bits with them.</summary>
    private static int Decimals(Money[] amounts, out bool small)
    {
        var decimals = 0;
        var part = Money.PowerOfTen(Money.Scale);
        var most = 0UL;
        small = true;
        foreach (var amount in amounts)
        {
            var rest = Parts(amount, out var beyond, out var whole);
            while (rest % part != 0)
            {
                decimals++;
                part /= 10;
            }

            small &= beyond == 0;
            most = Math.Max(most, whole);
        }

        small &= most < long.MaxValue / Money.PowerOfTen(decimals) - 1;
        return decimals;
    }

    /// <summary>10⁻¹⁸ parts of the magnitude; its whole units, and what of them lies beyond 64 bits.</summary>
    private static ulong Parts(Money amount, out ulong beyond, out ulong whole)
    {
        var (high, low) = (unchecked((ulong)amount.High), amount.Low);
        if (amount.Sign < 0) (high, low) = unchecked((~high + (low == 0 ? 1UL : 0), ~low + 1));
        return MoneyDigits.Split(high, low, out beyond, out whole);
    }
}
