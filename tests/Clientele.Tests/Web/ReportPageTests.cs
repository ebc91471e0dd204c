using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Clientele.Reports;
using Clientele.Tests.Reports;

namespace Clientele.Tests.Web;

/// <summary>The page around the data: strict, whole, the same bytes every time.</summary>
public sealed partial class ReportPageTests
{
    private static readonly string s_page = Encoding.UTF8.GetString(MadeUp.Bytes(MadeUp.Export("report")));

    [Fact]
    public void The_policy_names_exactly_the_script_and_the_style_inside()
    {
        var policy = Policy().Match(s_page).Groups["policy"].Value;
        Assert.Contains($"script-src '{Hash("</script>\n<script>", "</script>")}'", policy, StringComparison.Ordinal);
        Assert.Contains($"style-src '{Hash("<style>", "</style>")}'", policy, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
    }

    [Fact]
    public void It_holds_the_document_between_its_own_marks()
    {
        var from = s_page.IndexOf("id=\"report\">", StringComparison.Ordinal) + "id=\"report\">".Length;
        var document = Encoding.UTF8.GetString(ReportDocument.Of(MadeUp.Run));
        Assert.Equal(document, s_page.Substring(from, s_page.IndexOf("</script>", from, StringComparison.Ordinal) - from));
        Assert.Equal(2, Regex.Count(s_page, "</script>", RegexOptions.IgnoreCase));
        Assert.EndsWith("</html>\n", s_page, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_front_end_the_other_files_are_written_alone()
    {
        var names = Exports.WriteAll(MadeUp.Run with { Page = null }, _ => new MemoryStream());
        Assert.DoesNotContain(Exports.Report, names);
        Assert.Contains(Exports.Run, names);
    }

    private static string Hash(string open, string close)
    {
        var start = s_page.IndexOf(open, StringComparison.Ordinal) + open.Length;
        var text = s_page[start..s_page.IndexOf(close, start, StringComparison.Ordinal)];
        return "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    [GeneratedRegex("Content-Security-Policy\" content=\"(?<policy>[^\"]*)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Policy();
}
