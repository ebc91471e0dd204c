namespace Clientele.Numerics.Density;

/// <summary>A connection of two rows.</summary>
/// <param name="A">The lower index.</param>
/// <param name="B">The higher index.</param>
/// <param name="Square">Squared mutual reachability distance: the largest of both core distances and the distance.</param>
internal readonly record struct Edge(int A, int B, double Square)
{
    public static Edge Of(int i, int j, double square) => new(Math.Min(i, j), Math.Max(i, j), square);

    /// <summary>Nearer; of equals the one with the lower indices. No two edges are equal in this order.</summary>
    public bool Before(Edge other) =>
        Square < other.Square || (Square == other.Square && (A < other.A || (A == other.A && B < other.B)));
}
