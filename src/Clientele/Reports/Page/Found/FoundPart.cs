using Clientele.Reports.Writing;

namespace Clientele.Reports.Page.Found;

/// <summary>How groups were found, in pictures: silhouettes, the groups on their principal components, how stable they are, the tree.</summary>
internal sealed class FoundPart(FoundSpace space) : IReportPart
{
    public void Write(JsonText json)
    {
        if (space.Points.Columns == 0 || space.Points.Rows < 3 || space.K < 1) return;
        SilhouetteJson.Write(json, space);
        if (space.Brief) return;
        ComponentsJson.Write(json, space);
        StabilityJson.Write(json, space);
        if (space.Tree is { } tree) TreeJson.Write(json, tree, space.K);
    }
}
