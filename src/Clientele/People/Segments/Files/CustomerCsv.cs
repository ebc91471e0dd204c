using Clientele.Reports.Writing;

namespace Clientele.People.Segments.Files;

/// <summary>Files with a row per customer, put into words by several threads.</summary>
internal static class CustomerCsv
{
    /// <summary><c>customer,segment_no,segment,</c> then the columns that formed the segments, as they are in the table.</summary>
    public static void Segments(PeopleSegmentReport report, Stream output, int threads = 0)
    {
        Trait[] features = [.. report.Features.Select(f => report.Traits.Find(f.Name)!)];
        Head("customer,segment_no,segment"u8, features, output);
        var (ids, segments) = (report.Data.Customers.Ids, Names(report));
        int[] labels = [.. report.Labels];
        var levels = Array.ConvertAll(features, f => Array.ConvertAll([.. f.Levels], l => Cell(l)));
        RowBlocks.Write(labels.Length, threads, output, (from, to, text) =>
        {
            for (var i = from; i < to; i++)
            {
                text.Cell(ids[i]);
                text.Bytes(segments[labels[i]]);
                for (var f = 0; f < features.Length; f++)
                {
                    text.Byte((byte)',');
                    if (features[f].IsNumber) text.Exact(features[f].Numbers[i]);
                    else if (features[f].Codes[i] >= 0) text.Bytes(levels[f][features[f].Codes[i]]);
                }

                text.Byte((byte)'\n');
            }
        }, default);
    }

    /// <summary>Who answered which campaign: <c>customer,segment_no,segment,answers,</c> then 1, 0 or nothing (not known) per campaign.</summary>
    public static void Responses(PeopleSegmentReport report, Stream output, int threads = 0)
    {
        Trait[] campaigns = [.. report.Traits.Answers];
        Head("customer,segment_no,segment,answers"u8, campaigns, output);
        var (ids, segments) = (report.Data.Customers.Ids, Names(report));
        int[] labels = [.. report.Labels];
        RowBlocks.Write(labels.Length, threads, output, (from, to, text) =>
        {
            for (var i = from; i < to; i++)
            {
                var answers = 0;
                foreach (var campaign in campaigns) answers += campaign.Codes[i] == 1 ? 1 : 0;
                text.Cell(ids[i]);
                text.Bytes(segments[labels[i]]);
                text.Byte((byte)',');
                text.Integer(answers);
                foreach (var campaign in campaigns)
                {
                    text.Byte((byte)',');
                    if (campaign.Codes[i] >= 0) text.Byte((byte)('0' + campaign.Codes[i]));
                }

                text.Byte((byte)'\n');
            }
        }, default);
    }

    private static void Head(ReadOnlySpan<byte> first, Trait[] columns, Stream output)
    {
        var text = new Utf8Text();
        text.Bytes(first);
        foreach (var column in columns)
        {
            text.Byte((byte)',');
            text.Cell(column.Name);
        }

        text.Byte((byte)'\n');
        text.FlushTo(output);
    }

    // Number and name of each segment between their commas.
    private static byte[][] Names(PeopleSegmentReport report)
    {
        var (text, names) = (new Utf8Text(), new byte[report.Segments.Count][]);
        for (var c = 0; c < names.Length; c++)
        {
            text.Clear();
            text.Byte((byte)',');
            text.Integer(c + 1);
            text.Byte((byte)',');
            text.Cell(report.Segments[c].Name);
            names[c] = text.Written.ToArray();
        }

        return names;
    }

    private static byte[] Cell(string word)
    {
        var text = new Utf8Text(64);
        text.Cell(word);
        return text.Written.ToArray();
    }
}
