using Clientele.Reports.Writing;

namespace Clientele.Clusters.Files;

/// <summary>The cluster of each row: <c>row,cluster</c> with rows from 1, or <c>id,cluster</c>. Rows that were dropped are not in it.</summary>
internal static class LabelsCsv
{
    public static void Write(ClusterReport report, Stream output)
    {
        var text = new Utf8Text();
        text.Bytes(report.Id is null ? "row,cluster\n"u8 : "id,cluster\n"u8);
        for (var i = 0; i < report.Rows.Count; i++)
        {
            if (report.Id is { } id) text.Cell(id.Text(report.Rows[i]));
            else text.Integer(report.Rows[i] + 1);
            text.Byte((byte)',');
            text.Integer(report.Labels[i]);
            text.Byte((byte)'\n');
            if (text.Length > 1 << 16) text.FlushTo(output);
        }

        text.FlushTo(output);
    }
}
