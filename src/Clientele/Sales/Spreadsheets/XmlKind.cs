namespace Clientele.Sales.Spreadsheets;

/// <summary>What the scanner stands on.</summary>
internal enum XmlKind
{
    /// <summary>A start tag. An empty element <c>&lt;v/&gt;</c> is an Open and a Close.</summary>
    Open,
    Close,
    Text,
    End,
}
