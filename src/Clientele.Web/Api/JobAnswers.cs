using Clientele.People;
using Clientele.Web.Jobs;
using Clientele.Web.Jobs.Kinds;
using Microsoft.AspNetCore.Http;

namespace Clientele.Web.Api;

/// <summary>Answers about runs under way.</summary>
internal static class JobAnswers
{
    public static Task List(HttpContext context, Site site) => Answers.Json(context, [.. site.Jobs.All()], WireJson.Default.ListJobProgress);

    public static Task One(HttpContext context, Site site) => Answers.Json(context, site.Jobs.Find(RunAnswers.Route(context, "job")).Now, WireJson.Default.JobProgress);

    public static Task Cancel(HttpContext context, Site site)
    {
        var job = site.Jobs.Find(RunAnswers.Route(context, "job"));
        job.Cancel();
        return Answers.Json(context, job.Now, WireJson.Default.JobProgress);
    }

    public static async Task Add(HttpContext context, Site site)
    {
        var asked = await Body.Read(context, WireJson.Default.PlanRequest).ConfigureAwait(false);
        if (asked.Source is null == asked.From is null) throw Problems.Bad("plan.source", "Neither or both of source and from are given.", "Give the id of a file as source, or of a run as from.");
        if (asked.Kind is not (null or "sales" or "table")) throw Problems.Bad("plan.kind", "A file is sales or a table.", "Give kind as sales or table, or leave it out.");
        var (title, work) = asked.From is { } run ? Again(asked, run, site) : New(asked, site);
        await Answers.Json(context, site.Jobs.Add(title, work), WireJson.Default.JobProgress, StatusCodes.Status202Accepted).ConfigureAwait(false);
    }

    private static (string Title, Func<RunContext, string> Work) New(PlanRequest asked, Site site)
    {
        var source = site.Sources.Find(asked.Source);
        var plans = RunPlans.Of(source.Path);
        var reading = Planning.Reading(asked.Reading, plans.Sales.Reading);
        var isTable = asked.Kind == "table" || (asked.Kind is null && asked.Command is "describe" or "cluster") || (asked.Kind is null && Recognition.Of(source.Path, reading).IsCustomerTable);
        return (source.Name, Work(asked, plans with { IsTable = isTable }, site));
    }

    private static (string Title, Func<RunContext, string> Work) Again(PlanRequest asked, string id, Site site)
    {
        var run = site.Runs.Find(id);
        var plans = RunPlans.Earlier(run.Folder.Path, site.Options.Version);
        var input = plans.IsTable ? plans.Table.Table.Input : plans.Sales.Inputs.Count > 0 ? plans.Sales.Inputs[0] : "";
        return (input.Length > 0 ? site.Sources.At(input)?.Name ?? Path.GetFileName(input) : run.Name, Work(asked, plans, site));
    }

    private static Func<RunContext, string> Work(PlanRequest asked, RunPlans before, Site site)
    {
        var plans = before.With(asked, site.Sources);
        var kind = (plans.IsTable ? TableRuns.Catalog : SalesRuns.Catalog).Find(asked.Command ?? plans.Command).Create(Settings.Defaults);
        if (!kind.Exports)
        {
            if (asked.Exports is { Count: > 0 }) throw Problems.Bad("plan.exports", "This kind of run hands nothing over.", "Take segment or report for exports.");
            plans = plans with { Exports = [] };
        }

        var work = new RunWork(site.Runs, site.Options.Version);
        return context => kind.Run(work, plans, context);
    }
}
