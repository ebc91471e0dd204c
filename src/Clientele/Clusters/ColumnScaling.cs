using Clientele.Numerics;
using Clientele.Numerics.Scaling;

namespace Clientele.Clusters;

/// <summary>(value − centre) / spread, column by column; categories stay as they are.</summary>
/// <param name="Name"><c>none</c>, <c>standard</c>, <c>robust</c> or <c>minmax</c>.</param>
/// <param name="Centres">[d].</param>
/// <param name="Spreads">[d], never 0.</param>
public sealed record ColumnScaling(string Name, double[] Centres, double[] Spreads)
{
    /// <summary>The names, for help and errors.</summary>
    public static IReadOnlyList<string> Names { get; } = ["none", "standard", "robust", "minmax"];

    internal static ColumnScaling Fit(string name, Matrix x, IReadOnlyList<ClusterColumn> columns)
    {
        var fitted = name switch
        {
            "none" => None.Fit(x),
            "standard" => Standard.Fit(x),
            "robust" => Robust.Fit(x),
            "minmax" => MinMax.Fit(x),
            _ => throw ClusterProblems.Scale(name),
        };
        var (centres, spreads) = (fitted.Centres.ToArray(), fitted.Spreads.ToArray());
        for (var q = 0; q < columns.Count; q++)
        {
            if (columns[q].IsCategory) (centres[q], spreads[q]) = (0, 1);
        }

        return new(name, centres, spreads);
    }

    /// <summary>A new matrix; what cannot be scaled within the range of numbers is an error that names the column.</summary>
    internal Matrix Apply(Matrix x, IReadOnlyList<ClusterColumn> columns)
    {
        var values = new double[x.Values.Length];
        for (var i = 0; i < values.Length;)
        {
            for (var q = 0; q < Centres.Length; q++, i++)
            {
                values[i] = (x.Values[i] - Centres[q]) / Spreads[q];
                if (!double.IsFinite(values[i])) throw ClusterProblems.BeyondRange(columns[q].Name);
            }
        }

        return new(values, x.Rows, x.Columns);
    }
}
