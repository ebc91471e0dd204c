namespace Clientele.Numerics;

/// <summary>A dense table of numbers, row by row.</summary>
/// <param name="Values">Values [rows × columns], row-major; finite.</param>
/// <param name="Rows">n.</param>
/// <param name="Columns">d.</param>
public sealed record Matrix(double[] Values, int Rows, int Columns)
{
    public ReadOnlySpan<double> Row(int i) => new(Values, i * Columns, Columns);
}
