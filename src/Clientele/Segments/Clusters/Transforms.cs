namespace Clientele.Segments.Clusters;

/// <summary>A reversible change of a feature's values before scaling.</summary>
/// <param name="Forward">From the feature's own unit.</param>
/// <param name="Back">To the feature's own unit.</param>
public sealed record Transform(Func<double, double> Forward, Func<double, double> Back);

/// <summary>Transforms by name.</summary>
public static class Transforms
{
    public static Catalog<Transform> Catalog { get; } = new(
        "transform",
        new Choice<Transform>(
            "log1p", "Logarithm of 1 + value, so that twenty orders against ten weigh as much as two against one; below zero the same curve mirrored.",
            [], _ => new Transform(Log, Exp)),
        new Choice<Transform>("none", "Values as they are.", [], _ => new Transform(static v => v, static v => v)));

    private static double Log(double value) => Math.CopySign(Log1P(Math.Abs(value)), value);

    private static double Exp(double value) => Math.CopySign(ExpM1(Math.Abs(value)), value);

    /// <summary>log(1 + x) without losing small x: corrects for what 1 + x rounds away.</summary>
    private static double Log1P(double x)
    {
        var sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) - (sum - 1 - x) / sum;
    }

    /// <summary>exp(x) − 1 for x at least 0, by the same identity turned round for small x.</summary>
    private static double ExpM1(double x) => x < 1e-5 ? x + x * x / 2 : Math.Exp(x) - 1;
}
