namespace Clientele.Numerics.Patterns;

/// <summary>Which rules are worth telling.</summary>
public sealed record RuleOptions
{
    /// <summary>0 … 1.</summary>
    public double MinimumConfidence { get; init => field = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Must lie between 0 and 1."); }

    /// <summary>At least 0.</summary>
    public double MinimumLift { get; init => field = value >= 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Must be finite and at least 0."); }
}
