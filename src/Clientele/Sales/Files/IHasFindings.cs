using Clientele.Cleaning;

namespace Clientele.Sales.Files;

/// <summary>A text whose source has facts to tell for the audit: hidden rows, formulas, merged cells.</summary>
internal interface IHasFindings
{
    /// <summary>Complete when the text has ended.</summary>
    IReadOnlyList<Finding> Findings { get; }
}
