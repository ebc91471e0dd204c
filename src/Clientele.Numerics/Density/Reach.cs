using Clientele.Numerics.Neighbours;
using Clientele.Numerics.Threading;
using Clientele.Numerics.Validity;

namespace Clientele.Numerics.Density;

/// <summary>An epsilon for data of which nobody knows one: where the distances to the m-th neighbour stop falling fast.</summary>
/// <remarks>[EKSX96] section 4.2 reads it off the sorted curve by eye; here [SAIR11] finds the knee. Costs a search for m neighbours per row.</remarks>
internal static class Reach
{
    // Places of the curve that are looked at, evenly by weight: a knee does not lie between a thousand of them.
    private const int MostPlaces = 1000;

    /// <summary>A length of the data above 0.</summary>
    public static double Epsilon(double[] values, double[] weights, int minPoints, Frame frame, Crew crew, FitContext context)
    {
        var squares = CoreDistances.Of(new KdTree(values, values.Length / weights.Length), weights, minPoints, crew, context with { Progress = null });
        var curve = Curve(squares, weights);
        var places = new double[curve.Length];
        for (var i = 0; i < places.Length; i++) places[i] = i;
        var knee = Math.Max(0, Knee.Locate(places, curve));

        // A knee at 0 means copies; then the least distance that is none parts them from the rest.
        var epsilon = curve[knee];
        for (var i = knee; i >= 0 && epsilon == 0; i--) epsilon = curve[i];
        return Math.Max(frame.OriginalLength(epsilon), double.Epsilon);
    }

    // Distances from the farthest on; 0 where the rows together weigh too little for any.
    private static double[] Curve(double[] squares, double[] weights)
    {
        var order = new int[squares.Length];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(order, (a, b) => squares[a] != squares[b] ? squares[b].CompareTo(squares[a]) : a.CompareTo(b));
        var (total, least) = (0.0, double.PositiveInfinity);
        foreach (var weight in weights) (total, least) = (total + weight, Math.Min(least, weight));
        var curve = new double[(int)Math.Clamp(total / least, 1, MostPlaces)];
        var (at, passed) = (0, weights[order[0]]);
        for (var i = 0; i < curve.Length; i++)
        {
            while (at < order.Length - 1 && passed <= total * i / curve.Length) passed += weights[order[++at]];
            curve[i] = double.IsFinite(squares[order[at]]) ? Math.Sqrt(squares[order[at]]) : 0;
        }

        return curve;
    }
}
