using Clientele.Web.Doors;
using Clientele.Web.Jobs;
using Clientele.Web.Runs;
using Clientele.Web.Sources;

namespace Clientele.Web;

/// <summary>All that the endpoints work with.</summary>
internal sealed class Site(Opened opened, JobQueue jobs, CustomerLines customers, Guard guard, ServeOptions options)
{
    public RunStore Runs => opened.Runs;

    public SourceStore Sources => opened.Sources;

    public JobQueue Jobs => jobs;

    public CustomerLines Customers => customers;

    public ServeOptions Options => options;

    /// <summary>What a request that changes something must carry in its header.</summary>
    public string Key => guard.Key;
}
