using System.Text.Json;
using Clientele.Reports;
using Clientele.Web.Api;

namespace Clientele.Web.Runs;

/// <summary>The report document of a run, as its report.html holds it: read from one file, so that a run that is being replaced is shown as it was or as it is.</summary>
internal static class RunDocument
{
    private const int MostBytes = 256 << 20;

    private static ReadOnlySpan<byte> Start => "<script type=\"application/json\" id=\"report\">"u8;

    private static ReadOnlySpan<byte> End => "</script>"u8;

    /// <summary>JSON in UTF-8, with a member <c>names</c> where a person has renamed segments.</summary>
    /// <exception cref="RefusedException">The run has no report.</exception>
    /// <exception cref="UserException">The report is damaged.</exception>
    public static byte[] Read(StoredRun run)
    {
        if (!run.Folder.Names().Contains(Exports.Report)) throw Problems.NotFound("report: this run wrote none");
        var page = run.Folder.Read(Exports.Report, MostBytes).AsSpan();
        var from = page.IndexOf(Start);
        var length = from < 0 ? -1 : page[(from + Start.Length)..].IndexOf(End);
        if (length < 0) throw Problems.Damaged(Exports.Report, "it holds no data");
        var document = page.Slice(from + Start.Length, length).TrimEnd("\r\n \t"u8);
        if (document.Length < 2 || document[0] != (byte)'{' || document[^1] != (byte)'}') throw Problems.Damaged(Exports.Report, "its data is cut");
        var names = SegmentNames.Read(run);
        if (names.Count == 0) return document.ToArray();
        byte[] own = [.. ",\"names\":"u8, .. JsonSerializer.SerializeToUtf8Bytes(names, WireJson.Default.DictionaryStringDictionaryStringString), (byte)'}'];
        return [.. document[..^1], .. own];
    }
}
