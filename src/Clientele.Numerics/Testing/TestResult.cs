namespace Clientele.Numerics.Testing;

/// <summary>What a test found.</summary>
/// <param name="Statistic">The statistic; NaN where the test is not defined.</param>
/// <param name="Df">Its degrees of freedom; NaN for none.</param>
/// <param name="PValue">Probability of one as far out when there is no difference.</param>
public readonly record struct TestResult(double Statistic, double Df, double PValue);
