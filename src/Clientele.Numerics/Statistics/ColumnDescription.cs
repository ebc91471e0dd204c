namespace Clientele.Numerics.Statistics;

/// <summary>One column of numbers in a few. What is not defined for so few values is NaN.</summary>
/// <param name="Count">Values that are there.</param>
/// <param name="Missing">Values that are not (NaN).</param>
/// <param name="Distinct">Different values; −0 is 0.</param>
/// <param name="Mean">Arithmetic mean.</param>
/// <param name="Median">Middle value, or the mean of the middle two.</param>
/// <param name="Mode">Most frequent value, of equally frequent ones the smallest.</param>
/// <param name="ModeCount">How often it occurs.</param>
/// <param name="Sd">Sample standard deviation (divisor n − 1); needs 2 values.</param>
/// <param name="Min">Smallest.</param>
/// <param name="Max">Largest.</param>
/// <param name="Q1">Lower quartile, type 7.</param>
/// <param name="Q3">Upper quartile, type 7.</param>
/// <param name="Skewness">G1 = g1 · √(n (n − 1)) / (n − 2), as type 2 of R's e1071 and pandas; needs 3 values that are not all equal.</param>
/// <param name="ExcessKurtosis">G2 = (n − 1) / ((n − 2)(n − 3)) · ((n + 1) g2 + 6), as type 2 of R's e1071 and pandas; 0 for the normal
/// distribution; needs 4 values that are not all equal.</param>
/// <param name="Histogram">Counts in bins.</param>
/// <remarks>[JG98] for skewness and kurtosis; [HF96] for quartiles.</remarks>
public sealed record ColumnDescription(
    int Count,
    int Missing,
    int Distinct,
    double Mean,
    double Median,
    double Mode,
    int ModeCount,
    double Sd,
    double Min,
    double Max,
    double Q1,
    double Q3,
    double Skewness,
    double ExcessKurtosis,
    Histogram Histogram);
