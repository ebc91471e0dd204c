namespace Clientele.Sales.Lines;

/// <summary>Where a field stands in a block.</summary>
internal readonly struct FieldSpan(int start, int length)
{
    public readonly int Start = start;

    public readonly int Length = length;
}
