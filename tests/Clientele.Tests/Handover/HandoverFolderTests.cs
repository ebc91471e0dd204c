using System.Text;
using Clientele.Handover;
using Clientele.Reports;
using Clientele.Tests.Reports;
using Clientele.Tests.Sales.Files;

namespace Clientele.Tests.Handover;

/// <summary>Folders of exports in a run folder: private, replaced with it, and never in the way of files that are somebody else's.</summary>
public sealed class HandoverFolderTests : IDisposable
{
    private readonly Scratch _scratch = new();

    private string Run => _scratch.Path("run");

    [Fact]
    public void Lies_in_the_run_folder_and_is_private()
    {
        Make("star/sales.csv", "star/clientele.SemanticModel/definition/tables/sales.tmdl");
        Assert.Equal("text", File.ReadAllText(Path.Combine(Run, "star", "clientele.SemanticModel", "definition", "tables", "sales.tmdl")));
        if (OperatingSystem.IsWindows()) return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.Combine(Run, "star", "clientele.SemanticModel")));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(Run, "star", "sales.csv")));
    }

    [Fact]
    public void Is_replaced_with_the_run_and_gone_when_not_asked_for_again()
    {
        Make("star/sales.csv");
        using (var folder = RunFolder.Open(Run, replace: true))
        {
            folder.Create(Exports.Run).Dispose();
            folder.Commit();
        }

        Assert.False(Directory.Exists(Path.Combine(Run, "star")));
        Assert.Equal(["run"], Directory.GetFileSystemEntries(_scratch.Folder).Select(Path.GetFileName));
    }

    [Fact]
    public void Leaves_no_trace_without_commit()
    {
        using (var folder = RunFolder.Open(Run, replace: false)) folder.Create("star/clientele.Report/definition.pbir").Dispose();
        Assert.Empty(Directory.GetFileSystemEntries(_scratch.Folder));
    }

    [Theory]
    [InlineData("star/notes.txt")]
    [InlineData("star/clientele.Report/definition/pages/segments/visuals/mine/visual.json")]
    [InlineData("other/sales.csv")]
    public void A_file_of_somebody_else_stays(string name)
    {
        Make("star/sales.csv");
        var path = Path.Combine(Run, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "mine");
        Assert.Equal("output.foreign-files", Assert.Throws<UserException>(() => RunFolder.Open(Run, replace: true)).Code);
        Assert.Equal("mine", File.ReadAllText(path));
    }

    [Fact]
    public void A_link_in_it_is_not_followed()
    {
        if (OperatingSystem.IsWindows()) return;
        Make("star/sales.csv");
        Directory.CreateDirectory(_scratch.Path("elsewhere"));
        File.WriteAllText(_scratch.Path("elsewhere/sales.tmdl"), "mine");
        Directory.CreateDirectory(Path.Combine(Run, "star", "clientele.SemanticModel", "definition"));
        Directory.CreateSymbolicLink(Path.Combine(Run, "star", "clientele.SemanticModel", "definition", "tables"), _scratch.Path("elsewhere"));
        Assert.Equal("output.foreign-files", Assert.Throws<UserException>(() => RunFolder.Open(Run, replace: true)).Code);
        Assert.True(File.Exists(_scratch.Path("elsewhere/sales.tmdl")));
    }

    [Fact]
    public void Names_are_taken_in_menu_order_and_once()
    {
        Assert.Equal(["star", "charts"], Handovers.Names(["charts", "STAR", "star"]));
        Assert.Equal("export.unknown", Assert.Throws<UserException>(() => Handovers.Names(["stars"])).Code);
        Assert.Empty(Handovers.Names([]));
    }

    [Fact]
    public void What_was_asked_for_is_read_back_from_run_json()
    {
        var plain = MadeUp.Bytes(MadeUp.Export("run"));
        var asked = MadeUp.Bytes(MadeUp.Export("run"), MadeUp.Run with { Exports = ["star", "charts"] });
        Assert.DoesNotContain("exports", Encoding.UTF8.GetString(plain), StringComparison.Ordinal);
        var path = _scratch.Write("run.json", asked);
        Assert.Equal(["star", "charts"], SavedRun.Open(path, "0.1.0").Exports);
        Assert.Equal(MadeUp.Report.Plan.Inputs, RunFile.Read(path, "0.1.0").Plan.Inputs); // the reader of plans knows the member
        Assert.Empty(SavedRun.Open(_scratch.Write("run.json", plain), "0.1.0").Exports);
        Assert.Empty(SavedRun.Open(_scratch.Write("run.json", "[1]"), "0.1.0").Exports);
        Assert.Equal("run.unreadable", Assert.Throws<UserException>(() => SavedRun.Open(_scratch.Write("run.json", "{"), "0.1.0")).Code);
        Assert.Equal("run.unreadable", Assert.Throws<UserException>(() => SavedRun.Open(_scratch.Path("nothing.json"), "0.1.0")).Code);
    }

    public void Dispose() => _scratch.Dispose();

    private void Make(params string[] names)
    {
        using var folder = RunFolder.Open(Run, replace: false);
        foreach (var name in (string[])[Exports.Run, .. names])
        {
            using var file = folder.Create(name);
            file.Write("text"u8);
        }

        folder.Commit();
    }
}
