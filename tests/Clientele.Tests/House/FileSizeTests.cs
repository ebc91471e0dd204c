namespace Clientele.Tests.House;

/// <summary>Small files with one idea.</summary>
public sealed class FileSizeTests(ITestOutputHelper output)
{
    private const int Ceiling = 400;

    [Fact]
    public void No_file_is_longer_than_the_ceiling()
    {
        var sizes = SourceTree.HandWrittenCode.Select(f => (File: f, Lines: File.ReadLines(Path.Combine(SourceTree.Root, f)).Count())).ToArray();
        var sorted = sizes.Select(s => s.Lines).Order().ToArray();
        output.WriteLine($"{sorted.Length} files, median {sorted[sorted.Length / 2]} lines, longest {sorted[^1]}");
        var offenders = sizes.Where(s => s.Lines > Ceiling).Select(s => $"{s.File}: {s.Lines} lines");
        Assert.True(!offenders.Any(), $"Split by idea, more than {Ceiling} lines:\n{string.Join('\n', offenders)}");
    }
}
