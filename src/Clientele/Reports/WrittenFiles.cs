using Clientele.Actions.Files;
using Clientele.Baskets.Files;
using Clientele.Clusters.Files;
using Clientele.Explore.Files;
using Clientele.People.Describing;
using Clientele.People.Segments.Files;
using Clientele.Products.Files;
using Clientele.Whole;

namespace Clientele.Reports;

/// <summary>Names of files that some command writes into a run folder; a folder that holds only such files may be replaced.</summary>
internal static class WrittenFiles
{
    public static bool Any(string file) =>
        ClusterFiles.Writes(file)
        || ActionFiles.Writes(file)
        || ExploreFiles.Writes(file)
        || ProductFiles.Writes(file)
        || BasketFiles.Writes(file)
        || PeopleFiles.Writes(file)
        || DescribeFiles.Writes(file)
        || WholeFiles.Writes(file);
}
