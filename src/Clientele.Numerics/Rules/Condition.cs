namespace Clientele.Numerics.Rules;

/// <summary>What is asked of one column: a range, or a set of categories.</summary>
/// <param name="Column">Which.</param>
/// <param name="Above">Numbers: above this; −∞ for no bound.</param>
/// <param name="UpTo">Numbers: at most this; ∞ for no bound.</param>
/// <param name="Categories">Categories: the codes, rising; null for numbers.</param>
/// <param name="Except">Categories: any but these, also ones that were never seen.</param>
/// <param name="OrMissing">Whether a missing value passes, too.</param>
public sealed record Condition(int Column, double Above, double UpTo, IReadOnlyList<int>? Categories, bool Except, bool OrMissing)
{
    /// <summary>Asks for nothing but that the value is there.</summary>
    public bool IsPresent => !OrMissing && (Categories is null ? double.IsNegativeInfinity(Above) && double.IsPositiveInfinity(UpTo) : Except && Categories.Count == 0);

    /// <summary>Asks for nothing but that the value is missing.</summary>
    public bool IsMissing => OrMissing && (Categories is null ? Above >= UpTo : !Except && Categories.Count == 0);

    /// <summary>Whether a value passes.</summary>
    public bool Holds(double value)
    {
        if (double.IsNaN(value)) return OrMissing;
        return Categories is null ? value > Above && value <= UpTo : (value == (int)value && Categories.Contains((int)value)) != Except;
    }

    /// <summary>Both at once, of the same column.</summary>
    internal Condition And(Condition other)
    {
        var missing = OrMissing && other.OrMissing;
        if (Categories is null || other.Categories is null) return this with { Above = Math.Max(Above, other.Above), UpTo = Math.Min(UpTo, other.UpTo), OrMissing = missing };
        var (codes, except) = (Except, other.Except) switch
        {
            (false, false) => (Categories.Intersect(other.Categories), false),
            (false, true) => (Categories.Except(other.Categories), false),
            (true, false) => (other.Categories.Except(Categories), false),
            _ => (Categories.Union(other.Categories), true),
        };
        return this with { Categories = [.. codes.Order()], Except = except, OrMissing = missing };
    }
}
