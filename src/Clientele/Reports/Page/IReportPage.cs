namespace Clientele.Reports.Page;

/// <summary>The page that shows a report: everything but the data, made when the program was built.</summary>
public interface IReportPage
{
    /// <summary>Writes one whole HTML document with the data inside.</summary>
    /// <param name="document">The report as JSON in UTF-8, without &lt;, &gt; and &amp; (JSON text escapes them), so that nothing in it can end its element.</param>
    /// <param name="output">Receives the page.</param>
    void Write(ReadOnlySpan<byte> document, Stream output);
}
