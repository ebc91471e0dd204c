using Clientele.People.Segments.Grouping;

namespace Clientele.People.Segments.Encoded;

/// <summary>How the words of a column become coordinates of customers.</summary>
public abstract class ColumnEncoding
{
    private protected ColumnEncoding()
    {
    }

    /// <summary>Each word has a coordinate of its own; otherwise the column is one number per customer.</summary>
    internal virtual bool IsWide => false;

    /// <summary>How it is treated: its levels, centre and spread.</summary>
    internal abstract FittedFeature Fit(Trait trait);

    /// <summary>The number that stands for each word [levels]; places where they are wide.</summary>
    internal virtual double[] Numbers(Trait trait) => [.. Enumerable.Range(0, trait.Levels.Count).Select(place => (double)place)];
}
