using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Clientele.Sales.Lines;

/// <summary>quantity × price as exact money.</summary>
internal static class LineMoney
{
    /// <summary>The largest line: 10¹⁸ units of currency. Beyond it a line is unreadable rather than trusted.</summary>
    public const int LargestExponent = 18;

    private static readonly ulong[] s_pow10 =
    [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000, 100_000_000_000,
        1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000, 10_000_000_000_000_000,
        100_000_000_000_000_000, 1_000_000_000_000_000_000,
    ];

    /// <summary>Exact up to 18 decimals; further decimals are rounded half to even. False beyond the largest line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryMultiply(long quantity, int quantityScale, long price, int priceScale, out Money money)
    {
        var scale = quantityScale + priceScale;
        if (scale <= Money.Scale && quantity == (int)quantity && price == (int)price)
        {
            var product = quantity * price;
            if (scale == 0 && (product is > 1_000_000_000_000_000_000 or < -1_000_000_000_000_000_000))
            {
                money = default;
                return false;
            }

            money = Times(product, s_pow10[Money.Scale - scale]);
            return true;
        }

        return Wide(quantity, price, scale, out money);
    }

    /// <summary>10^exponent.</summary>
    /// <param name="exponent">0 to 18.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Power(int exponent) => (long)Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(s_pow10), exponent);

    /// <summary>A product of two numbers of up to eight digits, none of them negative: always within the range.</summary>
    /// <param name="product">Below 10¹⁶.</param>
    /// <param name="scale">Decimals, 0 to 14.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Money OfPlain(ulong product, int scale)
    {
        var high = Math.BigMul(product, (ulong)Power(Money.Scale - scale), out var low);
        return new Money((long)high, low);
    }

    /// <summary>The 128-bit product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe Money Times(long product, ulong power)
    {
        ulong low;
        var high = Bmi2.X64.IsSupported ? Bmi2.X64.MultiplyNoFlags((ulong)product, power, &low) : Math.BigMul((ulong)product, power, out low);
        return new Money((long)(high - ((ulong)(product >> 63) & power)), low);
    }

    /// <summary>Kept apart: code that speaks of 128-bit integers is compiled only when it is needed.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool Wide(long quantity, long price, int scale, out Money money)
    {
        var product = (Int128)quantity * price;
        money = default;
        while (scale > Money.Scale && product % 10 == 0)
        {
            product /= 10;
            scale--;
        }

        if (scale > Money.Scale)
        {
            product = RoundHalfEven(product, Money.Pow10(scale - Money.Scale));
            scale = Money.Scale;
        }

        var limit = Money.Pow10(LargestExponent + scale);
        if (product > limit || product < -limit) return false;
        money = Money.Of(product, scale);
        return true;
    }

    private static Int128 RoundHalfEven(Int128 value, Int128 unit)
    {
        var whole = value / unit;
        var rest = Int128.Abs(value - whole * unit);
        var twice = rest * 2;
        if (twice > unit || (twice == unit && whole % 2 != 0)) whole += value < 0 ? -1 : 1;
        return whole;
    }
}
