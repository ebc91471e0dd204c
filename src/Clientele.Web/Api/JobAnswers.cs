using Clientele.People;
using Clientele.People.Segments;
using Clientele.People.Segments.Files;
using Clientele.Reports;
using Clientele.Web.Jobs;
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
        var work = new RunWork(site.Runs, site.Options.Version);
        var sales = Planning.Sales(asked, new Plan { Inputs = [source.Path] });
        var table = Planning.Table(asked, new PeopleSegmentPlan { Table = new PeoplePlan { Input = source.Path } });
        var isTable = asked.Kind == "table" || (asked.Kind is null && Recognition.Of(source.Path, sales.Reading).IsCustomerTable);
        return (source.Name, isTable ? context => work.Table(table, context) : context => work.Sales(sales, context));
    }

    private static (string Title, Func<RunContext, string> Work) Again(PlanRequest asked, string id, Site site)
    {
        var run = site.Runs.Find(id);
        var work = new RunWork(site.Runs, site.Options.Version);
        var saved = SavedRun.Open(run.Folder.Path, site.Options.Version);
        if (saved.Command == PeopleRunFile.Command)
        {
            var table = Planning.Table(asked, PeopleRunFile.Of(saved).Plan);
            return (run.Name, context => work.Table(table, context));
        }

        var file = RunFile.Of(saved);
        var sales = Planning.Sales(asked, file.Plan);
        var title = file.Plan.Inputs.Count > 0 ? site.Sources.At(file.Plan.Inputs[0])?.Name ?? Path.GetFileName(file.Plan.Inputs[0]) : run.Name;
        return (title, context => work.Sales(sales, context, file.ShowValues));
    }
}
