using Clientele.Numerics.Testing;

namespace Clientele.Numerics.Association;

/// <summary>How far two columns go together.</summary>
/// <param name="Value">From −1 to 1; NaN, not defined, where one of the two does not vary.</param>
/// <param name="Pairs">Rows in which both are there.</param>
public readonly record struct Correlated(double Value, int Pairs)
{
    /// <summary>Two-sided probability of so strong a correlation when there is none: Student's t with n − 2 degrees. NaN below 3 rows.</summary>
    public double PValue
    {
        get
        {
            if (double.IsNaN(Value) || Pairs < 3) return double.NaN;
            // (1 − r)(1 + r) keeps digits that 1 − r² loses.
            var left = (1 - Value) * (1 + Value);
            return left <= 0 ? 0 : Tails.StudentTwoSided(Value * Math.Sqrt((Pairs - 2) / left), Pairs - 2);
        }
    }
}
