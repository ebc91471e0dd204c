namespace Clientele.Numerics.Association;

/// <summary>What speaks for and against a column of numbers as a feature; the caller decides.</summary>
/// <param name="MissingShare">Share of rows without a value, 0 … 1.</param>
/// <param name="Distinct">Different values.</param>
/// <param name="DistinctShare">Distinct / present; 0 when nothing is there.</param>
/// <param name="Constant">At most one value occurs.</param>
/// <param name="TooEmpty">The missing share reaches its bound.</param>
/// <param name="IdLike">Whole numbers nearly all different: a number that names its row.</param>
/// <param name="DuplicateOf">Column that says the same and stays; −1 for none.</param>
/// <param name="DuplicateR">r with it; NaN for none.</param>
/// <param name="EtaSquared">Share of its variation that lies between the groups; NaN without groups or variation.</param>
/// <param name="Separates">Whether that reaches its bound; true without groups.</param>
public sealed record ColumnScreening(
    double MissingShare, int Distinct, double DistinctShare, bool Constant, bool TooEmpty, bool IdLike, int DuplicateOf, double DuplicateR, double EtaSquared, bool Separates)
{
    /// <summary>Nothing speaks against it.</summary>
    public bool Passes => !Constant && !TooEmpty && !IdLike && DuplicateOf < 0 && Separates;
}
