using Clientele.Sales.Lines;

namespace Clientele.Cleaning;

/// <summary>One reason to leave a line out.</summary>
/// <remarks>A line ends in the first rule, in catalog order, whose fact holds; facts are found while the line is parsed.</remarks>
public sealed class CleaningRule
{
    internal CleaningRule(LineFacts fact, bool standard)
    {
        Fact = fact;
        IsStandard = standard;
    }

    /// <summary>Runs unless switched off; the others run when asked for.</summary>
    public bool IsStandard { get; }

    /// <summary>What must be true of the line.</summary>
    internal LineFacts Fact { get; }
}
