using Clientele.Reports;

namespace Clientele;

/// <summary>From a plan to a report: read, clean, fold into customers, segment.</summary>
public static class Pipeline
{
    public static Report Run(Plan plan, RunContext context) => throw new NotSupportedException($"{plan} {context}");
}
