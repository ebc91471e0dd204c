using Clientele.People.Segments.Grouping;

namespace Clientele.People.Segments.Encoded;

/// <summary>A coordinate per word, so that any two words are equally far apart.</summary>
internal sealed class OneHot : ColumnEncoding
{
    public static Choice<ColumnEncoding> Choice { get; } = new("onehot", "A coordinate per word; any two words are equally far apart.", [], _ => new OneHot());

    internal override bool IsWide => true;

    internal override FittedFeature Fit(Trait trait) => FeatureFit.OfCategory(trait);
}
