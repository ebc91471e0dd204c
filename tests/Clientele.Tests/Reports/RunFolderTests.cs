using System.Globalization;
using Clientele.Reports;
using Clientele.Reports.Folders;

namespace Clientele.Tests.Reports;

/// <summary>All files or none, old or new, whatever happens.</summary>
public sealed class RunFolderTests : IDisposable
{
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("clientele-");

    private string Target => Path.Combine(_place.FullName, "run");

    private string[] Names => [.. _place.EnumerateFileSystemInfos().Select(e => e.Name).Order(StringComparer.Ordinal)];

    [Fact]
    public void Appears_whole_and_private()
    {
        using (var folder = RunFolder.Open(Target, replace: false))
        {
            Write(folder, "segments.csv", "one");
            Assert.False(Directory.Exists(Target));
            folder.Commit();
        }

        Assert.Equal(["run"], Names);
        Assert.Equal("one", File.ReadAllText(Path.Combine(Target, "segments.csv")));
        if (OperatingSystem.IsWindows()) return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(Target, "segments.csv")));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Target));
    }

    [Fact]
    public void Leaves_no_trace_without_commit()
    {
        var deep = Path.Combine(_place.FullName, "a", "b", "run");
        using (var folder = RunFolder.Open(deep, replace: false)) Write(folder, "segments.csv", "one");
        Assert.Empty(Names);
    }

    [Fact]
    public void Makes_missing_parents()
    {
        var deep = Path.Combine(_place.FullName, "a", "b", "run");
        using (var folder = RunFolder.Open(deep, replace: false)) folder.Commit();
        Assert.True(Directory.Exists(deep));
    }

    [Fact]
    public void Refuses_an_earlier_run_unless_told_to_replace()
    {
        Make("old");
        Assert.Equal("output.exists", Refusal(replace: false).Code);
        using (var folder = RunFolder.Open(Target, replace: true))
        {
            Write(folder, Exports.Run, "new");
            Assert.Equal("old", File.ReadAllText(Path.Combine(Target, Exports.Run)));
            folder.Commit();
        }

        Assert.Equal("new", File.ReadAllText(Path.Combine(Target, Exports.Run)));
        Assert.False(File.Exists(Path.Combine(Target, "segments.csv")), "a file of the old run stayed");
        Assert.Equal(["run"], Names);
    }

    [Fact]
    public void Keeps_the_old_run_when_the_new_one_fails()
    {
        Make("old");
        using (var folder = RunFolder.Open(Target, replace: true)) Write(folder, Exports.Run, "new");
        Assert.Equal("old", File.ReadAllText(Path.Combine(Target, Exports.Run)));
        Assert.Equal(["run"], Names);
    }

    [Theory]
    [InlineData("letter.txt", "output.foreign-files")]
    [InlineData("segments.csv", "output.foreign-files")]
    public void Never_replaces_what_no_run_wrote(string name, string code)
    {
        Directory.CreateDirectory(Target);
        File.WriteAllText(Path.Combine(Target, name), "dear");
        Assert.Equal(code, Refusal(replace: true).Code);
        Assert.Equal("output.exists", Refusal(replace: false).Code);
        Assert.Equal("dear", File.ReadAllText(Path.Combine(Target, name)));
        Assert.Equal(["run"], Names);
    }

    [Fact]
    public void An_empty_folder_may_be_filled()
    {
        Directory.CreateDirectory(Target);
        using (var folder = RunFolder.Open(Target, replace: false))
        {
            Write(folder, Exports.Run, "new");
            folder.Commit();
        }

        Assert.Equal("new", File.ReadAllText(Path.Combine(Target, Exports.Run)));
    }

    [Fact]
    public void A_file_is_not_a_folder()
    {
        File.WriteAllText(Target, "text");
        var refusal = Refusal(replace: true);
        Assert.Equal(("output.not-a-folder", ExitCode.Disk), (refusal.Code, refusal.Exit));
        Assert.Equal("text", File.ReadAllText(Target));
    }

    [Fact]
    public void A_link_is_followed_and_stays()
    {
        var real = Path.Combine(_place.FullName, "real");
        Directory.CreateDirectory(real);
        File.CreateSymbolicLink(Target, "real");
        using (var folder = RunFolder.Open(Target, replace: false))
        {
            Write(folder, Exports.Run, "new");
            folder.Commit();
        }

        Assert.Equal("real", new FileInfo(Target).LinkTarget);
        Assert.Equal("new", File.ReadAllText(Path.Combine(real, Exports.Run)));
        Assert.Equal(["real", "run"], Names);
    }

    [Fact]
    public void A_link_to_nowhere_is_refused()
    {
        File.CreateSymbolicLink(Target, "nowhere");
        Assert.Equal("output.not-a-folder", Refusal(replace: false).Code);
    }

    [Fact]
    public void Removes_what_dead_runs_left()
    {
        Directory.CreateDirectory(Target + ".partial-999999999");
        File.WriteAllText(Target + ".partial-999999999/segments.csv", "half");
        File.WriteAllText(Target + ".lock", "999999999 0");
        Directory.CreateDirectory(Target + ".partial-not-ours");
        using (var folder = RunFolder.Open(Target, replace: false)) folder.Commit();
        Assert.Equal(["run", "run.partial-not-ours"], Names);
    }

    [Fact]
    public void Brings_back_the_old_run_of_a_crash_between_two_moves()
    {
        Make("old");
        Directory.Move(Target, Target + ".old-999999999");
        Assert.Equal("output.exists", Refusal(replace: false).Code);
        Assert.Equal("old", File.ReadAllText(Path.Combine(Target, Exports.Run)));
        Assert.Equal(["run"], Names);
    }

    [Fact]
    public void Two_runs_cannot_share_a_folder()
    {
        using (RunFolder.Open(Target, replace: false))
        {
            var refusal = Refusal(replace: false);
            Assert.Equal("output.locked", refusal.Code);
            if (!OperatingSystem.IsWindows()) Assert.Contains(Environment.ProcessId.ToString(CultureInfo.InvariantCulture), refusal.What, StringComparison.Ordinal);
        }

        using (var folder = RunFolder.Open(Target, replace: false)) folder.Commit();
        Assert.Equal(["run"], Names);
    }

    [Fact]
    public void Many_at_once_write_one_after_the_other_or_are_refused()
    {
        var (written, refused) = (0, 0);
        Parallel.For(0, 64, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            try
            {
                using var folder = RunFolder.Open(Target, replace: true);
                Write(folder, Exports.Run, $"{i}");
                Write(folder, "segments.csv", $"{i}");
                folder.Commit();
                Interlocked.Increment(ref written);
            }
            catch (UserException problem) when (problem.Code == "output.locked")
            {
                Interlocked.Increment(ref refused);
            }
        });

        Assert.Equal(64, written + refused);
        Assert.True(written > 0);
        Assert.Equal(File.ReadAllText(Path.Combine(Target, Exports.Run)), File.ReadAllText(Path.Combine(Target, "segments.csv")));
        Assert.Equal(["run"], Names);
    }

    [Fact]
    public void Dispose_from_another_thread_removes_open_files()
    {
        var folder = RunFolder.Open(Target, replace: false);
        using var file = folder.Create("segments.csv");
        file.Write("half"u8);
        folder.Dispose();
        Assert.Empty(Names);
        Assert.Throws<ObjectDisposedException>(folder.Commit);
    }

    [Fact]
    public void A_full_disk_is_told_as_one()
    {
        if (!File.Exists("/dev/full")) Assert.Skip("needs /dev/full");
        using var full = new FolderFile("segments.csv", new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, 0), file => file.Dispose());
        var problem = Assert.Throws<UserException>(() => full.Write("x"u8));
        Assert.Equal(("output.disk-full", ExitCode.Disk), (problem.Code, problem.Exit));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_told()
    {
        var problem = Assert.Throws<UserException>(() => RunFolder.Open("/proc/no/run", replace: false));
        Assert.Equal(("output.disk", ExitCode.Disk), (problem.Code, problem.Exit));
    }

    public void Dispose() => _place.Delete(recursive: true);

    private static void Write(RunFolder folder, string name, string text)
    {
        using var file = folder.Create(name);
        file.Write(System.Text.Encoding.UTF8.GetBytes(text));
    }

    private void Make(string text)
    {
        using var folder = RunFolder.Open(Target, replace: false);
        Write(folder, Exports.Run, text);
        Write(folder, "segments.csv", text);
        folder.Commit();
    }

    private UserException Refusal(bool replace) => Assert.Throws<UserException>(() => RunFolder.Open(Target, replace).Dispose());
}
