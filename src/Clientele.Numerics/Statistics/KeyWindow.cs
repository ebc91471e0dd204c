using System.Numerics;

namespace Clientele.Numerics.Statistics;

/// <summary>The highest 32 of the bits in which sort keys differ: what one looks at first; digits of 11 bits.</summary>
internal readonly struct KeyWindow
{
    public const int DigitBits = 11;
    public const int DigitValues = 1 << DigitBits;
    public const int MostDigits = 3;
    private const int Most = 32;

    /// <summary>For some keys.</summary>
    /// <param name="varying">A bit is set where any two keys differ.</param>
    public KeyWindow(ulong varying)
    {
        var (low, high) = (varying == 0 ? 0 : BitOperations.TrailingZeroCount(varying), 64 - BitOperations.LeadingZeroCount(varying));
        var width = Math.Min(high - low, Most);
        (Shift, Digits, IsWhole) = (high - width, (width + DigitBits - 1) / DigitBits, high - low <= Most);
    }

    /// <summary>Bits below the window.</summary>
    public int Shift { get; }

    /// <summary>Digits that reach over it, 0 … 3.</summary>
    public int Digits { get; }

    /// <summary>Whether keys that are equal in the window are equal.</summary>
    public bool IsWhole { get; }
}
