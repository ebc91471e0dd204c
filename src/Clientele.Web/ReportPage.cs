using System.Text;
using Clientele.Reports.Page;

namespace Clientele.Web;

/// <summary>The front end as one page: script and style stand in it and are named by their hashes, so that nothing else can run or load.</summary>
/// <remarks>The parts are read from the program file when a page is written, not before.</remarks>
public sealed class ReportPage : IReportPage
{
    public void Write(ReadOnlySpan<byte> document, Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var before = Encoding.UTF8.GetBytes($"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{FrontEnd.Policy()}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <meta name="robots" content="noindex">
            <meta name="color-scheme" content="light dark">
            <link rel="icon" href="data:,">
            <title>Customer segments</title>
            <style>
            """.ReplaceLineEndings("\n"));
        var between = """
            </style>
            </head>
            <body>
            <noscript><p>This report draws itself with JavaScript, which is switched off here. The same results stand in segments.csv, profiles.csv and audit.json beside it.</p></noscript>
            <div id="app"></div>
            <script type="application/json" id="report">
            """u8;

        // Part by part as they lie there: to join them first would copy a megabyte into fresh memory.
        output.Write(before);
        output.Write(FrontEnd.Part(FrontEnd.StyleFile));
        output.Write(between);
        output.Write(document);
        output.Write(After);
        output.Write(FrontEnd.Part(FrontEnd.ScriptFile));
        output.Write(End);
    }

    private static ReadOnlySpan<byte> After => "</script>\n<script>"u8;

    private static ReadOnlySpan<byte> End => "</script>\n</body>\n</html>\n"u8;
}
