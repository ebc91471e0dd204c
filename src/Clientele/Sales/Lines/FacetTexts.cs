namespace Clientele.Sales.Lines;

/// <summary>The distinct countries, stores and categories of a run.</summary>
internal sealed class FacetTexts
{
    public TextNumbers Countries { get; } = new();

    public TextNumbers Stores { get; } = new();

    public TextNumbers Categories { get; } = new();
}
