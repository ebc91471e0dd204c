using Clientele.Reports.Writing;
using Clientele.Segments;

namespace Clientele.Reports;

/// <summary>One row per segment: size, money, and mean and median of every measure.</summary>
internal sealed class ProfilesCsv : IExport
{
    public static Choice<IExport> Choice { get; } = new(
        "profiles", "One row per segment: customers, money, shares, mean and median of every measure.", [], _ => new ProfilesCsv());

    public string File => "profiles.csv";

    public bool AppliesTo(FinishedRun run) => true;

    public void Write(FinishedRun run, Stream output)
    {
        var text = new Utf8Text(1 << 13);
        var header = true;
        if (run.Report.Segments.Map is { } map) Rows(map, run.Report.MapProfiles!, text, ref header);
        if (run.Report.Segments.Clusters is { } clusters) Rows(clusters, run.Report.ClusterProfiles!, text, ref header);
        text.FlushTo(output);
    }

    private static void Rows(Segmentation segmentation, IReadOnlyList<SegmentProfile> profiles, Utf8Text text, ref bool header)
    {
        for (var i = 0; i < profiles.Count; i++)
        {
            if (header) Header(profiles[i], text);
            header = false;
            Row(segmentation.Method, profiles[i], segmentation.Segments[i].Why, text);
        }
    }

    private static void Header(SegmentProfile profile, Utf8Text text)
    {
        text.Bytes("method,segment,group,customers,share,money,money_share"u8);
        foreach (var measure in profile.Measures)
        {
            text.Byte((byte)',');
            text.Cell(measure.Column + "_mean");
            text.Byte((byte)',');
            text.Cell(measure.Column + "_median");
        }

        text.Bytes(",why\n"u8);
    }

    private static void Row(string method, SegmentProfile profile, string why, Utf8Text text)
    {
        text.Cell(method);
        text.Byte((byte)',');
        text.Cell(profile.Name);
        text.Byte((byte)',');
        text.Cell(profile.Group);
        text.Byte((byte)',');
        text.Integer(profile.Customers);
        text.Byte((byte)',');
        text.Rounded(profile.Share);
        text.Byte((byte)',');
        text.Money(profile.Money);
        text.Byte((byte)',');
        text.Rounded(profile.MoneyShare);
        foreach (var measure in profile.Measures)
        {
            text.Byte((byte)',');
            text.Rounded(measure.Mean);
            text.Byte((byte)',');
            text.Rounded(measure.Median);
        }

        text.Byte((byte)',');
        text.Cell(why);
        text.Byte((byte)'\n');
    }
}
