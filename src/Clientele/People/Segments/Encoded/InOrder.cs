using Clientele.People.Segments.Grouping;

namespace Clientele.People.Segments.Encoded;

/// <summary>The place of a word in the order of the column, given with <c>--order</c> or known.</summary>
internal sealed class InOrder : ColumnEncoding
{
    public static Choice<ColumnEncoding> Choice { get; } = new("order", "The place of a word in the order of its column; see --order.", [], _ => new InOrder());

    internal override FittedFeature Fit(Trait trait) => FeatureFit.OfOrder(trait);
}
