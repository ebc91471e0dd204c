namespace Clientele.Numerics.Rules;

/// <summary>Where to part two neighbouring values.</summary>
internal static class Threshold
{
    /// <summary>
    /// The decimal number with the fewest places from low to below high, of these the nearest to the middle, the lower of two: 41 | 42 part
    /// at 41, 40 | 50 at 45, 10.25 | 10.26 at 10.25. Never more places than the data have; the fewest digits where decimals do not reach.
    /// </summary>
    /// <param name="low">Passes "at most".</param>
    /// <param name="high">Does not; above low.</param>
    public static double Between(double low, double high)
    {
        const int MostPlaces = 15;
        if (Math.Max(Math.Abs(low), Math.Abs(high)) is >= 1e15 or < 1e-12) return Near(low, high);
        var (a, b) = ((decimal)low, (decimal)high);
        if ((double)a != low || (double)b != high || a >= b) return Near(low, high);
        var middle = (a / 2) + (b / 2);
        var unit = 1m;
        for (var places = 0; places <= MostPlaces; places++, unit /= 10)
        {
            var below = decimal.Floor(middle / unit) * unit;
            var above = below + unit;
            if (below < a && above >= b) continue;
            var threshold = (double)(below >= a && (middle - below <= above - middle || above >= b) ? below : above);
            if (threshold >= low && threshold < high) return threshold;
        }

        return low;
    }

    // Values with more digits than a decimal takes from a double: any number between them that has few.
    private static double Near(double low, double high)
    {
        // Halves, because the difference of two finite numbers may not be finite.
        var middle = (low / 2) + (high / 2);
        for (var digits = 1; digits <= 17; digits++)
        {
            var rounded = double.Parse(middle.ToString("E" + (digits - 1), System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture);
            if (rounded >= low && rounded < high) return rounded;
        }

        return low;
    }
}
