using Clientele.Customers;

using Clientele.People.Deriving;
using Clientele.People.Deriving.Expressions;

namespace Clientele.Tests.People.Deriving;

/// <summary>The plain form of <see cref="Evaluation"/>: every step of a formula over all rows, one after the other.</summary>
/// <param name="column">A column by name.</param>
/// <param name="rows">Rows of the table.</param>
/// <param name="asOf">The day that years and days count to.</param>
internal sealed class PlainEvaluation(Func<string, CustomerColumn> column, int rows, DateTime? asOf)
{
    private readonly bool[] _undefined = new bool[rows];

    /// <summary>Rows in which something was divided by zero, a root or logarithm was not defined, or a number became too large.</summary>
    public long Undefined => _undefined.LongCount(u => u);

    /// <summary>[rows]; NaN for missing, else finite.</summary>
    public double[] Numbers(Node node) => node switch
    {
        NumberNode number => Filled(number.Value),
        ColumnNode named => column(named.Name).Numbers,
        CallNode call => Call(call),
        _ => throw new ArgumentException("No number.", nameof(node)),
    };

    private double[] Call(CallNode call)
    {
        var a = call.Arguments;
        switch (call.Operation)
        {
            case Operation.DateDifference: return Days(Ticks(a[0]), Ticks(a[1]));
            case Operation.Days: return a.Count == 1 ? Days(Ticks(new AsOfNode()), Ticks(a[0])) : Days(Ticks(a[1]), Ticks(a[0]));
            case Operation.Years: return Years(a[0]);
            case Operation.If: return If(Numbers(a[0]), Numbers(a[1]), Numbers(a[2]));
            case Operation.Less or Operation.LessOrEqual or Operation.Equal or Operation.NotEqual when a[0].Kind == ValueKind.Date: return Compare(call.Operation, Known(Ticks(a[0])), Known(Ticks(a[1])));
            case Operation.Equal or Operation.NotEqual when a[0].Kind == ValueKind.Text: return Same(call.Operation, Texts(a[0]), Texts(a[1]));
            case Operation.Less or Operation.LessOrEqual or Operation.Equal or Operation.NotEqual: return Compare(call.Operation, Numbers(a[0]), Numbers(a[1]));
        }

        var result = (double[])Numbers(a[0]).Clone();
        for (var i = a.Count == 1 ? 0 : 1; i < a.Count; i++)
        {
            var other = a.Count == 1 ? result : Numbers(a[i]);
            for (var row = 0; row < rows; row++) result[row] = One(call.Operation, result[row], other[row], row);
        }

        return result;
    }

    private double One(Operation operation, double x, double y, int row)
    {
        if (double.IsNaN(x) || double.IsNaN(y)) return double.NaN;
        var value = operation switch
        {
            Operation.Negate => -x,
            Operation.Abs => Math.Abs(x),
            Operation.Log => x > 0 ? Math.Log(x) : double.NaN,
            Operation.Sqrt => Math.Sqrt(x),
            Operation.Add => x + y,
            Operation.Subtract => x - y,
            Operation.Multiply => x * y,
            Operation.Divide => y == 0 ? double.NaN : x / y,
            Operation.Min => Math.Min(x, y),
            Operation.Max => Math.Max(x, y),
            _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "Not a step on numbers."),
        };
        if (double.IsFinite(value)) return value + 0.0; // no minus zero
        _undefined[row] = true;
        return double.NaN;
    }

    private double[] Compare(Operation operation, double[] x, double[] y)
    {
        var result = new double[rows];
        for (var row = 0; row < rows; row++)
        {
            var truth = operation switch { Operation.Less => x[row] < y[row], Operation.LessOrEqual => x[row] <= y[row], Operation.Equal => x[row] == y[row], _ => x[row] != y[row] };
            result[row] = double.IsNaN(x[row]) || double.IsNaN(y[row]) ? double.NaN : truth ? 1 : 0;
        }

        return result;
    }

    private double[] Same(Operation operation, string[] x, string[] y)
    {
        var result = new double[rows];
        for (var row = 0; row < rows; row++)
            result[row] = x[row].Length == 0 || y[row].Length == 0 ? double.NaN : string.Equals(x[row], y[row], StringComparison.Ordinal) == (operation == Operation.Equal) ? 1 : 0;
        return result;
    }

    private double[] If(double[] condition, double[] yes, double[] no)
    {
        var result = new double[rows];
        for (var row = 0; row < rows; row++) result[row] = double.IsNaN(condition[row]) ? double.NaN : condition[row] != 0 ? yes[row] : no[row];
        return result;
    }

    private double[] Years(Node node)
    {
        var (result, day) = (new double[rows], Day());
        if (node.Kind == ValueKind.Date)
        {
            var ticks = Ticks(node);
            for (var row = 0; row < rows; row++) result[row] = Ages.Years(ticks[row], day);
            return result;
        }

        var born = Numbers(node);
        for (var row = 0; row < rows; row++) result[row] = day.Year - born[row];
        return result;
    }

    // Whole days and parts of days.
    private double[] Days(long[] later, long[] earlier)
    {
        var result = new double[rows];
        for (var row = 0; row < rows; row++) result[row] = later[row] == 0 || earlier[row] == 0 ? double.NaN : (later[row] - earlier[row]) / (double)TimeSpan.TicksPerDay;
        return result;
    }

    private long[] Ticks(Node node)
    {
        if (node is ColumnNode named) return column(named.Name).Ticks;
        var ticks = new long[rows];
        Array.Fill(ticks, node is DateNode date ? date.Ticks : Day().Ticks);
        return ticks;
    }

    private string[] Texts(Node node)
    {
        if (node is ColumnNode named) return column(named.Name).Texts;
        var texts = new string[rows];
        Array.Fill(texts, ((TextNode)node).Value);
        return texts;
    }

    private DateTime Day() => asOf ?? throw new UserException("people.as-of", "A formula counts years or days to the as-of day, and no date in the table gives one.", "Say --as-of 2024-12-31.");

    private double[] Filled(double value)
    {
        var values = new double[rows];
        Array.Fill(values, value);
        return values;
    }

    private static double[] Known(long[] ticks) => [.. ticks.Select(t => t == 0 ? double.NaN : t)];
}
