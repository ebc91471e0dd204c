using Microsoft.AspNetCore.Http;

namespace Clientele.Web.Api;

/// <summary>Every address of the server. A new one: its lines here, its work beside the others of its kind.</summary>
internal static class Endpoints
{
    public static IReadOnlyList<Endpoint> All { get; } =
    [
        new("GET", "/", "", static (c, _) => Answers.Bytes(c, "text/html; charset=utf-8", FrontEnd.Index.ToArray())),
        new("GET", "/app.js", "", static (c, _) => Answers.Bytes(c, "text/javascript; charset=utf-8", FrontEnd.Script())),
        new("GET", "/app.css", "", static (c, _) => Answers.Bytes(c, "text/css; charset=utf-8", FrontEnd.Style())),

        new("GET", "/api/openapi.json", "This description.", static (c, _) => Answers.Bytes(c, "application/json", OpenApi.Document())) { GivesType = "application/json" },
        new("GET", "/api/session", "The key that changes need in the header X-Clientele-Key, and the limits.", SessionAnswers.Session) { Gives = WireJson.Default.SessionAnswer },
        new("GET", "/api/catalogs", "Everything that can be chosen by name, with summaries, settings and ranges.", SessionAnswers.Catalogs) { Gives = WireJson.Default.CatalogsAnswer },

        new("GET", "/api/runs", "All runs of the store, latest first.", RunAnswers.List) { Gives = WireJson.Default.ListRunSummary },
        new("GET", "/api/runs/{run}", "One run: plan, totals, segments.", RunAnswers.One) { Gives = WireJson.Default.RunSummary },
        new("GET", "/api/runs/{run}/report", "The report document, format 1, with the person's own names of segments.", RunAnswers.Report),
        new("GET", "/api/runs/{run}/files", "Names and sizes of the run's files.", RunAnswers.Files) { Gives = WireJson.Default.ListRunFileAnswer },
        new("GET", "/api/runs/{run}/files/{file}", "One file of the run, byte by byte.", RunAnswers.File) { GivesType = "application/octet-stream" },
        new("GET", "/api/runs/{run}/exports/{export}", "The folder of an export, star or charts, as one .zip.", RunAnswers.Export) { GivesType = "application/zip" },
        new("POST", "/api/runs/{run}/names", "Gives a segment another name; an empty name brings its own back.", RunAnswers.Rename)
        {
            Takes = WireJson.Default.RenameRequest, Gives = WireJson.Default.DictionaryStringDictionaryStringString,
        },
        new("GET", "/api/runs/{run}/orders", "The orders of one customer, read again from the run's files.", RunAnswers.Orders)
        {
            Query = [("customer", "The customer's id.")], Gives = WireJson.Default.CustomerOrders,
        },
        new("GET", "/api/compare", "Two runs side by side: segments, money, and where the customers of one are in the other.", RunAnswers.Compare)
        {
            Query = [("a", "A run."), ("b", "The other run."), ("by", "segment (usual) or cluster, of the first."), ("otherBy", "The same of the other; as by when left out.")],
            Gives = WireJson.Default.Comparison,
        },

        new("GET", "/api/sources", "Files that a run can be made of.", SourceAnswers.List) { Gives = WireJson.Default.ListSourceAnswer },
        new("POST", "/api/sources", "Uploads a file: its bytes as the body, what to call it, percent-encoded, in the header X-File-Name.", SourceAnswers.Add)
        {
            TakesBytes = true, Gives = WireJson.Default.SourceAnswer, Status = StatusCodes.Status201Created,
        },
        new("DELETE", "/api/sources/{source}", "Removes an upload; runs made of it stay.", SourceAnswers.Remove) { Status = StatusCodes.Status204NoContent },
        new("POST", "/api/sources/{source}/inspect", "What is understood of a file, under what is said about it: columns, roles, reasons, preview. Changes nothing.", SourceAnswers.Inspect)
        {
            Takes = WireJson.Default.InspectRequest, Gives = WireJson.Default.Understanding,
        },

        new("GET", "/api/jobs", "Runs that wait, are under way, or have ended since the server started.", JobAnswers.List) { Gives = WireJson.Default.ListJobProgress },
        new("POST", "/api/jobs", "Starts a run of a file, or of an earlier run with other settings.", JobAnswers.Add)
        {
            Takes = WireJson.Default.PlanRequest, Gives = WireJson.Default.JobProgress, Status = StatusCodes.Status202Accepted,
        },
        new("GET", "/api/jobs/{job}", "Where a job is.", JobAnswers.One) { Gives = WireJson.Default.JobProgress },
        new("DELETE", "/api/jobs/{job}", "Stops a job; what it has written so far goes away.", JobAnswers.Cancel) { Gives = WireJson.Default.JobProgress },
    ];
}
