using System.Text;
using Clientele.Sales;

namespace Clientele.Tests.Sales.Files;

/// <summary>The files in samples/encodings hold one text in many ways of writing it.</summary>
public sealed class SampleFilesTests
{
    [Theory]
    [InlineData("utf-8.csv", null, Container.Plain, "utf-8", "LF")]
    [InlineData("utf-8-mark-crlf.csv", null, Container.Plain, "utf-8", "CRLF")]
    [InlineData("utf-16le.csv", null, Container.Plain, "utf-16le", "LF")]
    [InlineData("utf-16be-unmarked.csv", null, Container.Plain, "utf-16be", "LF")]
    [InlineData("windows-1252.csv", "windows-1252", Container.Plain, "windows-1252", "LF")]
    [InlineData("macintosh-cr.csv", "macintosh", Container.Plain, "macintosh", "CR")]
    [InlineData("ibm437.csv", "ibm437", Container.Plain, "ibm437", "LF")]
    [InlineData("ibm850.csv", "ibm850", Container.Plain, "ibm850", "LF")]
    [InlineData("two-members.csv.gz", null, Container.Gzip, "utf-8", "LF")]
    public void All_read_alike(string name, string? asked, Container container, string encoding, string lineEnds)
    {
        var path = Path.Combine(Folder(), name);
        var sample = Scratch.Take(path, asked);
        Assert.Equal((container, encoding, lineEnds), (sample.Container, sample.Encoding, sample.Decisions[2].Value));
        var text = Encoding.UTF8.GetString(Scratch.ReadAll(path, asked)).Replace("\r\n", "\n", StringComparison.Ordinal);
        Assert.Equal(File.ReadAllText(Path.Combine(Folder(), "utf-8.csv")), text);
        Assert.Contains("Crème brûlée", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("windows-1252.csv", "windows-1252")]
    [InlineData("macintosh-cr.csv", "macintosh")]
    [InlineData("ibm437.csv", "ibm850 or ibm437")]
    [InlineData("ibm850.csv", "ibm850 or ibm437")]
    public void Without_a_word_the_right_encoding_is_proposed_first(string name, string proposed)
    {
        var trouble = Scratch.Refused(() => Scratch.Take(Path.Combine(Folder(), name)));
        Assert.Equal("encoding.unannounced", trouble.Code);
        Assert.StartsWith($"Type the one that reads right: --encoding {proposed}", trouble.Fix, StringComparison.Ordinal);
        Assert.Contains("'Zürich'", trouble.Fix, StringComparison.Ordinal);
    }

    private static string Folder()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Clientele.slnx"))) root = root.Parent;
        Assert.True(root is not null, "Clientele.slnx was not found above the tests.");
        return Path.Combine(root.FullName, "samples", "encodings");
    }
}
