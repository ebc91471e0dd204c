namespace Clientele.People.Deriving.Expressions;

/// <summary>One step of a formula over a block of rows.</summary>
internal static class RowSteps
{
    /// <summary>x becomes x and y joined; y may be x. NaN where either is missing, or where the step is not defined or leaves the range of numbers.</summary>
    /// <param name="operation">A step on numbers.</param>
    /// <param name="x">Left side and result.</param>
    /// <param name="y">Right side; not looked at by steps on one number.</param>
    /// <param name="undefined">Hears of rows in which nothing is missing and nothing comes out.</param>
    public static void Apply(Operation operation, Span<double> x, ReadOnlySpan<double> y, Action<int> undefined)
    {
        if (y.Length < x.Length) throw new ArgumentException("Fewer right sides than left ones.", nameof(y));

        // The four that nearly all formulas are made of, without a choice per row.
        switch (operation)
        {
            case Operation.Add:
                for (var i = 0; i < x.Length; i++) x[i] = Settled(x[i] + y[i], x[i], y[i], i, undefined);
                break;
            case Operation.Subtract:
                for (var i = 0; i < x.Length; i++) x[i] = Settled(x[i] - y[i], x[i], y[i], i, undefined);
                break;
            case Operation.Multiply:
                for (var i = 0; i < x.Length; i++) x[i] = Settled(x[i] * y[i], x[i], y[i], i, undefined);
                break;
            case Operation.Divide:
                for (var i = 0; i < x.Length; i++) x[i] = Settled(x[i] / y[i], x[i], y[i], i, undefined);
                break;
            case Operation.Less or Operation.LessOrEqual or Operation.Equal or Operation.NotEqual:
                for (var i = 0; i < x.Length; i++) x[i] = double.IsNaN(x[i]) || double.IsNaN(y[i]) ? double.NaN : Holds(operation, x[i], y[i]) ? 1 : 0;
                break;
            default:
                for (var i = 0; i < x.Length; i++) x[i] = double.IsNaN(x[i]) || double.IsNaN(y[i]) ? double.NaN : Settled(One(operation, x[i], y[i]), x[i], y[i], i, undefined);
                break;
        }
    }

    private static double Settled(double value, double x, double y, int row, Action<int> undefined)
    {
        if (double.IsFinite(value)) return value + 0.0; // no minus zero
        if (!double.IsNaN(x) && !double.IsNaN(y)) undefined(row);
        return double.NaN;
    }

    private static bool Holds(Operation operation, double x, double y) => operation switch
    {
        Operation.Less => x < y,
        Operation.LessOrEqual => x <= y,
        Operation.Equal => x == y,
        _ => x != y,
    };

    private static double One(Operation operation, double x, double y) => operation switch
    {
        Operation.Negate => -x,
        Operation.Abs => Math.Abs(x),
        Operation.Log => x > 0 ? Math.Log(x) : double.NaN,
        Operation.Sqrt => Math.Sqrt(x),
        Operation.Min => Math.Min(x, y),
        Operation.Max => Math.Max(x, y),
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "Not a step on numbers."),
    };
}
