namespace Clientele.Numerics.Association;

/// <summary>Correlations of all pairs of columns, each over the rows in which both are there.</summary>
public sealed class CorrelationMatrix
{
    private readonly double[] _values;
    private readonly int[] _pairs;

    internal CorrelationMatrix(int columns, double[] values, int[] pairs) => (Columns, _values, _pairs) = (columns, values, pairs);

    /// <summary>d.</summary>
    public int Columns { get; }

    /// <summary>From −1 to 1; NaN, not defined, where one of the two does not vary in the rows both have.</summary>
    public double this[int a, int b] => _values[(Check(a) * Columns) + Check(b)];

    /// <summary>Rows in which both are there.</summary>
    public int Pairs(int a, int b) => _pairs[(Check(a) * Columns) + Check(b)];

    /// <summary>Two-sided probability of so strong a correlation when there is none: Student's t with n − 2 degrees. NaN below 3 rows, and
    /// where the correlation is.</summary>
    public double PValue(int a, int b) => new Correlated(this[a, b], Pairs(a, b)).PValue;

    private int Check(int column) =>
        (uint)column < (uint)Columns ? column : throw new ArgumentOutOfRangeException(nameof(column), column, $"Must lie between 0 and {Columns - 1}.");
}
