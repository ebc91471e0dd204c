using Clientele.People.Files;
using Clientele.Reports;
using Clientele.Reports.Writing;

namespace Clientele.People.Describing;

/// <summary>run.json of a description: the plan of the table or of the sales, and the hashes of what was read. <see cref="DescribeRunFile"/> reads the plan back.</summary>
internal static class DescribeRunJson
{
    /// <summary>Changes when a field changes its meaning.</summary>
    public const int Format = 1;

    public static void Write(DescribeReport report, string version, bool showValues, Stream output)
    {
        var text = new Utf8Text();
        var json = new JsonText(text);
        json.Object().Integer("format", Format).Text("version", version).Text("command", DescribeRunFile.Command).Flag("showValues", showValues);
        if (report.People is { } people) PeoplePlanJson.Write(json, "table", people.Plan);
        if (report.Sales is { } sales) PlanJson.Write(json, sales);
        PeopleJson.Files(json, report.Files);
        json.Integer("customers", report.Customers.Count).EndObject();
        text.FlushTo(output);
    }
}
