namespace Clientele.Numerics.Imputing;

/// <summary>How the gaps of a column are filled.</summary>
public enum FillKind
{
    /// <summary>Not at all; the column may still help to find neighbours.</summary>
    Leave,

    /// <summary>Arithmetic mean.</summary>
    Mean,

    /// <summary>Middle value.</summary>
    Median,

    /// <summary>Most frequent value, of equally frequent ones the smallest.</summary>
    Mode,

    /// <summary>A given value.</summary>
    Constant,

    /// <summary>Mean of the nearest rows that have a value; of categories their most frequent one, the smallest of equals.</summary>
    Neighbours,

    /// <summary>An outcome: neither filled nor looked at, whatever it holds.</summary>
    Outcome,
}

/// <summary>One column's treatment.</summary>
/// <param name="Kind">How its gaps are filled.</param>
/// <param name="Category">Its numbers are codes: equal or not, never more or less. Then no mean or median.</param>
/// <param name="Value">For <see cref="FillKind.Constant"/>: what is put in.</param>
public sealed record Fill(FillKind Kind, bool Category = false, double Value = 0);
