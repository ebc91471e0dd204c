namespace Clientele.Numerics.Statistics;

/// <summary>How a column is divided into bins.</summary>
public sealed record HistogramOptions
{
    /// <summary>Bins of equal width from the smallest to the largest value; 0 lets the values decide.</summary>
    public int Bins { get; init => field = Require.AtLeast(0, value); }

    /// <summary>Most bins that the values may decide on.</summary>
    public int MostBins { get; init => field = Require.AtLeast(1, value); } = 50;

    /// <summary>Rising edges of the bins instead; values outside fall into no bin. Null for none.</summary>
    public IReadOnlyList<double>? Edges
    {
        get;
        init
        {
            if (value is not null)
            {
                if (value.Count < 2) throw new ArgumentException($"{value.Count} edges make no bin.", nameof(value));
                for (var i = 0; i < value.Count; i++)
                {
                    if (!double.IsFinite(value[i]) || (i > 0 && value[i] <= value[i - 1]))
                        throw new ArgumentException($"Edge {i} (counted from 0) is {value[i]}; edges are finite and rise.", nameof(value));
                }
            }

            field = value is null ? null : [.. value];
        }
    }
}
