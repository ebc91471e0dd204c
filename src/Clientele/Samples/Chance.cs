namespace Clientele.Samples;

/// <summary>Numbers that look like chance and follow from a seed, a stream and an index alone.</summary>
/// <remarks>
/// SplitMix64 from a hashed starting point, so that the k-th visit of a customer draws the same numbers whatever
/// happened before. Logarithm and exponential are made of the four basic operations, which IEEE 754 defines to the last
/// bit; the machine's own mathematics library is not asked.
/// </remarks>
internal struct Chance
{
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private const double Ln2 = 0.693147180559945309417232;

    private ulong _state;

    public Chance(ulong seed, ChanceStream stream, ulong index, ulong step = 0)
    {
        _state = Mix(Mix(Mix(seed + (ulong)stream * Golden) + index * 0xD1B54A32D192ED03) + step * 0xA0761D6478BD642F);
    }

    public ulong Next()
    {
        _state += Golden;
        return Mix(_state);
    }

    /// <summary>In [0, 1), a multiple of 2⁻⁵³.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>In [0, <paramref name="bound"/>).</summary>
    public int Below(int bound) => (int)(((Next() >> 32) * (ulong)bound) >> 32);

    public bool Happens(double probability) => Unit() < probability;

    /// <summary>Mean 1.</summary>
    public double Exponential() => -Log(1 - Unit());

    /// <summary>Gamma with mean 1; <paramref name="shape"/> at least 1. Marsaglia and Tsang's rejection.</summary>
    public double Gamma(double shape)
    {
        var d = shape - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = Normal();
            var v = 1 + c * x;
            if (v <= 0) continue;
            v = v * v * v;
            if (Log(1 - Unit()) < 0.5 * x * x + d - d * v + d * Log(v)) return d * v / shape;
        }
    }

    /// <summary>A whole number with this mean: its floor, or one more.</summary>
    public int Around(double mean)
    {
        var floor = (int)mean;
        return floor + (Happens(mean - floor) ? 1 : 0);
    }

    public static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>Natural logarithm of a positive normal number, to about 1e-16.</summary>
    public static double Log(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        var exponent = (int)(bits >> 52) - 1023;
        var m = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFF) | (1023L << 52));
        if (m > 1.4142135623730951)
        {
            m *= 0.5;
            exponent++;
        }

        var s = (m - 1) / (m + 1);
        var q = s * s;
        var series = 1.0 / 19;
        for (var k = 17; k >= 1; k -= 2) series = series * q + 1.0 / k;
        return exponent * Ln2 + 2 * s * series;
    }

    /// <summary>e to the power of <paramref name="x"/>, |x| below 700, to about 1e-15 of the result.</summary>
    public static double Exp(double x)
    {
        var k = (int)Math.Floor(x / Ln2 + 0.5);
        var r = x - k * Ln2;
        var series = 1.0;
        for (var n = 16; n >= 1; n--) series = 1 + series * r / n;
        return series * BitConverter.Int64BitsToDouble((long)(k + 1023) << 52);
    }

    private double Normal()
    {
        while (true)
        {
            var a = 2 * Unit() - 1;
            var b = 2 * Unit() - 1;
            var s = a * a + b * b;
            if (s is > 0 and < 1) return a * Math.Sqrt(-2 * Log(s) / s);
        }
    }
}

/// <summary>What the numbers are drawn for; streams do not touch each other.</summary>
internal enum ChanceStream
{
    Catalog = 1,
    Promotions,
    Habit,
    Timing,
    Basket,
    Guest,
    Staff,
    Day,
}
