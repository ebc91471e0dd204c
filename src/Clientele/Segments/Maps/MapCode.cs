namespace Clientele.Segments.Maps;

/// <summary>Three scores that a customer can have.</summary>
internal sealed record MapCode(int R, int F, int M)
{
    /// <summary>555.</summary>
    public override string ToString() => new([(char)('0' + R), (char)('0' + F), (char)('0' + M)]);
}
