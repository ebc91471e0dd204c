using Clientele.Numerics.Association;
using Clientele.Numerics.Statistics;

namespace Clientele.Numerics.Testing;

/// <summary>Whether two columns of categories have to do with each other. Needs two categories of each; else NaN.</summary>
public static class Independence
{
    /// <summary>Pearson's chi-squared test, without Yates' correction. Trust it where expected counts are about 5 and more; for small
    /// 2 × 2 tables there is <see cref="FisherExact"/>.</summary>
    public static TestResult ChiSquare(ContingencyTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return Judged(table, table.ChiSquare());
    }

    /// <summary>The likelihood ratio test: 2 Σ observed · ln(observed / expected).</summary>
    public static TestResult G(ContingencyTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var sum = default(ExactSum);
        for (var i = 0; i < table.Rows; i++)
        {
            for (var j = 0; j < table.Columns; j++)
            {
                if (table[i, j] > 0) sum.Add(2 * table[i, j] * Math.Log(table[i, j] / table.Expected(i, j)));
            }
        }

        return Judged(table, Math.Max(sum.Value, 0));
    }

    private static TestResult Judged(ContingencyTable table, double statistic)
    {
        var df = (table.Rows - 1.0) * (table.Columns - 1.0);
        return table.Rows < 2 || table.Columns < 2 ? new(double.NaN, double.NaN, double.NaN) : new(statistic, df, Tails.ChiSquareUpper(statistic, df));
    }
}
