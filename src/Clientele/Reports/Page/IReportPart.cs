using Clientele.Reports.Writing;

namespace Clientele.Reports.Page;

/// <summary>What one look at the sales adds to the report's document: a member, or several, that the page shows where they are.</summary>
internal interface IReportPart
{
    /// <summary>Writes members into the object at hand. The same findings give the same bytes.</summary>
    void Write(JsonText json);
}
