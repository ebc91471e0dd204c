using System.Net.Sockets;
using Clientele.Sales;
using Clientele.Sales.Files;

namespace Clientele.Tests.Sales.Files;

public sealed class InputPathsTests : IDisposable
{
    private readonly Scratch _scratch = new();

    [Theory]
    [InlineData("*.csv", "a.csv b.csv c.CSV.csv")]
    [InlineData("?.csv", "a.csv b.csv")]
    [InlineData("**/*.csv", "a.csv b.csv c.CSV.csv sub/d.csv sub/deep/e.csv")]
    [InlineData("sub/**", "sub/d.csv sub/deep/e.csv")]
    [InlineData("s?b/*/e*", "sub/deep/e.csv")]
    [InlineData("**/deep/*", "sub/deep/e.csv")]
    [InlineData(".*", ".hidden.csv")]
    [InlineData("*.txt", "")]
    [InlineData("nowhere/*.csv", "")]
    public void Patterns_find_files_in_ordinal_order(string pattern, string expected)
    {
        foreach (var name in new[] { "b.csv", "a.csv", "c.CSV.csv", ".hidden.csv", "sub/d.csv", "sub/deep/e.csv", ".dot/f.csv" }) _scratch.Write(name, "x");
        Directory.CreateSymbolicLink(_scratch.Path("sub/loop"), _scratch.Folder);
        if (expected.Length == 0) Assert.Equal("file.no-match", Scratch.Refused(() => InputPaths.Expand([_scratch.Path(pattern)])).Code);
        else Assert.Equal(expected.Split(' ').Select(_scratch.Path), InputPaths.Expand([_scratch.Path(pattern)]));
    }

    [Theory]
    [InlineData("abc", "abc", true)]
    [InlineData("abc", "a*c", true)]
    [InlineData("abc", "*", true)]
    [InlineData("abc", "a?c", true)]
    [InlineData("abc", "a?", false)]
    [InlineData("aaab", "*a?b", true)]
    [InlineData("abc", "ABC", false)]
    [InlineData(".abc", "*", false)]
    [InlineData("", "*", true)]
    public void Names_fit(string name, string pattern, bool fits) => Assert.Equal(fits, PathPattern.Fits(name, pattern));

    [Fact]
    public void Hostile_patterns_take_no_time()
    {
        var name = new string('a', 5000);
        Assert.False(PathPattern.Fits(name, string.Concat(Enumerable.Repeat("a*", 200)) + "b"));
    }

    [Fact]
    public void One_file_under_several_names_is_read_once_and_noted()
    {
        var file = _scratch.Write("a.csv", "x");
        var other = _scratch.Write("b.csv", "x");
        File.CreateSymbolicLink(_scratch.Path("link.csv"), file);
        var given = new List<string> { file, other, file, _scratch.Path("link.csv"), _scratch.Path("./sub/../a.csv"), _scratch.Path("*.csv") };
        Directory.CreateDirectory(_scratch.Path("sub"));
        if (OperatingSystem.IsLinux())
        {
            HardLink(file, _scratch.Path("hard.csv"));
            given.Add(_scratch.Path("hard.csv"));
        }

        var notes = new List<Decision>();
        Assert.Equal([file, other], InputPaths.Expand(given, notes));
        Assert.True(notes.Count >= 5);
        Assert.All(notes, n => Assert.Contains("same file", n.Reason, StringComparison.Ordinal));
        Assert.Equal([file, other], InputPaths.Expand(given));
    }

    [Fact]
    public void The_order_typed_stays() =>
        Assert.Equal(
            [_scratch.Write("z.csv", "1"), "-", _scratch.Write("a.csv", "2")],
            InputPaths.Expand([_scratch.Path("z.csv"), "-", _scratch.Path("a.csv")]));

    [Fact]
    public void A_folder_is_refused_with_patterns_to_type()
    {
        foreach (var name in new[] { "d/a.csv", "d/b.csv", "d/c.xlsx", "d/e.csv.gz", "d/README" }) _scratch.Write(name, "x");
        var trouble = Scratch.Refused(() => InputPaths.Expand([_scratch.Path("d")]));
        Assert.Equal("file.folder", trouble.Code);
        Assert.Contains($"'{_scratch.Path("d/*.csv")}' (2 files) or", trouble.Fix, StringComparison.Ordinal);
        Assert.Contains("*.csv.gz' (1 file)", trouble.Fix, StringComparison.Ordinal);
        Assert.Equal("file.folder", Scratch.Refused(() => Scratch.Take(_scratch.Path("d"))).Code);
    }

    [Theory]
    [InlineData("sale.csv")]
    [InlineData("Sales.CSV")]
    [InlineData("sales")]
    [InlineData("sales.xlsx")]
    [InlineData("slaes.csv")]
    public void A_missing_file_names_near_ones(string typed)
    {
        _scratch.Write("sales.csv.gz", "x");
        _scratch.Write("customers.csv", "x");
        var trouble = Scratch.Refused(() => InputPaths.Expand([_scratch.Path(typed)]));
        Assert.Equal("file.missing", trouble.Code);
        Assert.Equal(ExitCode.Usage, trouble.Exit);
        Assert.Contains("sales.csv.gz", trouble.Fix, StringComparison.Ordinal);
        Assert.DoesNotContain("customers", trouble.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_folder_is_named()
    {
        var trouble = Scratch.Refused(() => InputPaths.Expand([_scratch.Path("no/where/a.csv")]));
        Assert.Contains($"the folder '{_scratch.Path("no")}' does not exist", trouble.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_things_that_are_no_files_are_refused_by_name()
    {
        Assert.Equal("file.none", Scratch.Refused(() => InputPaths.Expand([])).Code);
        Assert.Equal("file.bad-path", Scratch.Refused(() => InputPaths.Expand([""])).Code);
        Assert.Equal("file.bad-path", Scratch.Refused(() => InputPaths.Expand(["a\0b"])).Code);
        Assert.Equal("file.address", Scratch.Refused(() => InputPaths.Expand(["s3://bucket/sales.csv"])).Code);
        Assert.Equal("file.twice", Scratch.Refused(() => InputPaths.Expand(["-", "-"])).Code);
        File.CreateSymbolicLink(_scratch.Path("gone"), _scratch.Path("nothing"));
        Assert.Equal("file.broken-link", Scratch.Refused(() => InputPaths.Expand([_scratch.Path("gone")])).Code);
        File.CreateSymbolicLink(_scratch.Path("self"), _scratch.Path("self"));
        Assert.Equal("file.broken-link", Scratch.Refused(() => InputPaths.Expand([_scratch.Path("self")])).Code);
        var vanished = Scratch.Refused(() => Scratch.Take(_scratch.Path("vanished.csv")));
        Assert.Equal(("file.vanished", ExitCode.Disk), (vanished.Code, vanished.Exit));
        Assert.Equal(ExitCode.Usage, Scratch.Refused(() => InputPaths.Expand([_scratch.Path(new string('x', 5000))])).Exit);
    }

    [Fact]
    public void A_socket_is_refused()
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(_scratch.Path("s")));
        Assert.Equal("file.not-a-file", Scratch.Refused(() => InputPaths.Expand([_scratch.Path("s")])).Code);
        Assert.Equal("file.not-a-file", Scratch.Refused(() => Scratch.Take(_scratch.Path("s"))).Code);
    }

    [Fact]
    public void A_file_that_may_not_be_read_is_a_matter_of_the_disk()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such modes there.");
        var path = _scratch.Write("secret.csv", "x");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.None);
        UserException trouble;
        using (new OrdinaryUser()) trouble = Scratch.Refused(() => Scratch.Take(path));
        Assert.Equal(("file.denied", ExitCode.Disk), (trouble.Code, trouble.Exit));
    }

    public void Dispose() => _scratch.Dispose();

    private static void HardLink(string from, string to)
    {
        using var link = System.Diagnostics.Process.Start("ln", [from, to]);
        link.WaitForExit();
        Assert.Equal(0, link.ExitCode);
    }
}
