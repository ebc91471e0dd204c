using Clientele.Reports.Writing;

namespace Clientele.People.Segments.Files;

/// <summary>Files with a row per customer.</summary>
internal static class CustomerCsv
{
    private const int Piece = 1 << 16;

    /// <summary><c>customer,segment_no,segment,</c> then the columns that formed the segments, as they are in the table.</summary>
    public static void Segments(PeopleSegmentReport report, Stream output)
    {
        var text = new Utf8Text();
        Trait[] features = [.. report.Features.Select(f => report.Traits.Find(f.Name)!)];
        text.Bytes("customer,segment_no,segment"u8);
        foreach (var feature in features) Named(text, feature.Name);
        text.Byte((byte)'\n');
        for (var i = 0; i < report.Labels.Count; i++)
        {
            Head(text, report, i);
            foreach (var feature in features)
            {
                text.Byte((byte)',');
                if (feature.IsNumber) text.Exact(feature.Numbers[i]);
                else if (feature.Codes[i] >= 0) text.Cell(feature.Levels[feature.Codes[i]]);
            }

            text.Byte((byte)'\n');
            if (text.Length > Piece) text.FlushTo(output);
        }

        text.FlushTo(output);
    }

    /// <summary>Who answered which campaign: <c>customer,segment_no,segment,answers,</c> then 1, 0 or nothing (not known) per campaign.</summary>
    public static void Responses(PeopleSegmentReport report, Stream output)
    {
        var (text, campaigns) = (new Utf8Text(), report.Traits.Answers);
        text.Bytes("customer,segment_no,segment,answers"u8);
        foreach (var campaign in campaigns) Named(text, campaign.Name);
        text.Byte((byte)'\n');
        for (var i = 0; i < report.Labels.Count; i++)
        {
            Head(text, report, i);
            text.Byte((byte)',');
            text.Integer(campaigns.Count(c => c.Codes[i] == 1));
            foreach (var campaign in campaigns)
            {
                text.Byte((byte)',');
                if (campaign.Codes[i] >= 0) text.Integer(campaign.Codes[i]);
            }

            text.Byte((byte)'\n');
            if (text.Length > Piece) text.FlushTo(output);
        }

        text.FlushTo(output);
    }

    private static void Head(Utf8Text text, PeopleSegmentReport report, int customer)
    {
        text.Cell(report.Data.Customers.Ids[customer]);
        text.Byte((byte)',');
        text.Integer(report.Labels[customer] + 1);
        Named(text, report.Segments[report.Labels[customer]].Name);
    }

    private static void Named(Utf8Text text, string name)
    {
        text.Byte((byte)',');
        text.Cell(name);
    }
}
