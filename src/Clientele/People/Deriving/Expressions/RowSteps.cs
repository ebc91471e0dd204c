using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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

        switch (operation)
        {
            case Operation.Add or Operation.Subtract or Operation.Multiply or Operation.Divide: Arithmetic(operation, x, y, undefined); break;
            case Operation.Less or Operation.LessOrEqual or Operation.Equal or Operation.NotEqual:
                for (var i = 0; i < x.Length; i++) x[i] = double.IsNaN(x[i]) || double.IsNaN(y[i]) ? double.NaN : Holds(operation, x[i], y[i]) ? 1 : 0;
                break;
            default:
                for (var i = 0; i < x.Length; i++) x[i] = double.IsNaN(x[i]) || double.IsNaN(y[i]) ? double.NaN : Settled(One(operation, x[i], y[i]), x[i], y[i], i, undefined);
                break;
        }
    }

    // What nearly all formulas are made of: four rows at once where something comes out for all of them.
    private static void Arithmetic(Operation operation, Span<double> x, ReadOnlySpan<double> y, Action<int> undefined)
    {
        var (lanes, at) = (Vector256<double>.Count, 0);
        ref var left = ref MemoryMarshal.GetReference(x);
        ref var right = ref MemoryMarshal.GetReference(y);
        for (; at <= x.Length - lanes; at += lanes)
        {
            var (a, b) = (Vector256.LoadUnsafe(ref left, (nuint)at), Vector256.LoadUnsafe(ref right, (nuint)at));
            var values = operation switch { Operation.Add => a + b, Operation.Subtract => a - b, Operation.Multiply => a * b, _ => a / b };

            // Infinity less itself is NaN.
            if (Vector256.EqualsAll(values - values, Vector256<double>.Zero)) (values + Vector256<double>.Zero).StoreUnsafe(ref left, (nuint)at); // no minus zero
            else for (var i = at; i < at + lanes; i++) x[i] = Settled(Four(operation, x[i], y[i]), x[i], y[i], i, undefined);
        }

        for (; at < x.Length; at++) x[at] = Settled(Four(operation, x[at], y[at]), x[at], y[at], at, undefined);
    }

    private static double Four(Operation operation, double x, double y) => operation switch { Operation.Add => x + y, Operation.Subtract => x - y, Operation.Multiply => x * y, _ => x / y };

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
