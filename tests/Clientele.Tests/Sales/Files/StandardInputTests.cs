using System.Diagnostics;
using System.Text;
using Clientele.Sales;
using Clientele.Sales.Files;

namespace Clientele.Tests.Sales.Files;

public sealed class StandardInputTests : IDisposable
{
    private const string Text = "Kunde,Ort\n1,Zürich\n";

    private readonly Scratch _scratch = new();

    [Fact]
    public void It_is_set_aside_once_and_read_as_often_as_needed()
    {
        foreach (var bytes in new[] { Encoding.UTF8.GetBytes(Text), Scratch.Gzip(Text), Encoding.UTF8.GetBytes("\uFEFF" + Text), EncodingTests.Bytes("utf-16le", true, Text) })
        {
            using var pipe = new OnceOnly(bytes);
            Assert.Equal(bytes.Length, Scratch.Take("-", standardInput: pipe).Length);
            for (var i = 0; i < 3; i++) Assert.Equal(Text, Encoding.UTF8.GetString(Scratch.ReadAll("-", standardInput: pipe)));
            using var handle = TextStream.OpenHandle("-", pipe);
            Assert.Equal(bytes.Length, FileStamp.Of(handle).Length);
            TextStream.Forget("-", pipe);
        }
    }

    [Fact]
    public void Nothing_of_it_lies_about()
    {
        var before = Spools();
        using var pipe = new OnceOnly(Encoding.UTF8.GetBytes(Text));
        Scratch.Take("-", standardInput: pipe);
        if (OperatingSystem.IsLinux()) Assert.Equal(before, Spools());
        TextStream.Forget("-", pipe);
        Assert.Equal(before, Spools());
        Assert.Throws<UserException>(() => Scratch.Take("-", standardInput: new OnceOnly(Encoding.UTF8.GetBytes(Text), failAt: 10)));
        Assert.Equal(before, Spools());
    }

    [Fact]
    public void A_failing_pipe_is_a_matter_of_the_disk()
    {
        var trouble = Scratch.Refused(() => Scratch.Take("-", standardInput: new OnceOnly(Encoding.UTF8.GetBytes(Text), failAt: 10)));
        Assert.Equal(("file.read-failed", ExitCode.Disk), (trouble.Code, trouble.Exit));
        Assert.Contains("standard input", trouble.What, StringComparison.Ordinal);
        Assert.Equal("file.no-standard-input", Scratch.Refused(() => Scratch.Take("-")).Code);
    }

    [Fact]
    public void Messages_call_it_standard_input()
    {
        var trouble = Scratch.Refused(() => Scratch.Take("-", standardInput: new OnceOnly(EncodingTests.Bytes("windows-1252", false, Text))));
        Assert.StartsWith("standard input:2:4: ", trouble.What, StringComparison.Ordinal);
        trouble = Scratch.Refused(() => Scratch.Take("-", standardInput: new OnceOnly([0x50, 0x4B, 3, 4, 0, 0])));
        Assert.Contains("'standard input'", trouble.What, StringComparison.Ordinal);
        Assert.Equal("file.empty", Scratch.Refused(() => Scratch.Take("-", standardInput: new OnceOnly([]))).Code);
    }

    [Fact]
    public void Endless_zeros_and_noise_are_refused_at_once()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "There is no /dev/zero here.");
        foreach (var path in new[] { "/dev/zero", "/dev/urandom" })
        {
            var trouble = Scratch.Refused(() => Scratch.Take(path));
            Assert.Equal(ExitCode.BadData, trouble.Exit);
            using var device = new FileStream(path, FileMode.Open, FileAccess.Read);
            Assert.Equal(ExitCode.BadData, Scratch.Refused(() => Scratch.Take("-", standardInput: device)).Exit);
        }

        Assert.Equal("file.empty", Scratch.Refused(() => Scratch.Take("/dev/null")).Code);
    }

    [Fact]
    public void Files_without_a_size_are_set_aside_too()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "There is no /proc here.");
        Assert.Equal(File.ReadAllBytes("/proc/filesystems"), Scratch.ReadAll("/proc/filesystems"));
        TextStream.Forget("/proc/filesystems", null);
    }

    [Fact]
    public async Task A_named_pipe_is_read_once_and_anew_at_the_next_look()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "There is no mkfifo here.");
        var path = _scratch.Path("pipe");
        using (var make = Process.Start("mkfifo", [path])) await make.WaitForExitAsync();
        foreach (var text in new[] { Text, Text + "2,Bern\n" })
        {
            var writing = Task.Run(() => File.WriteAllText(path, text));
            Assert.Equal(text, Encoding.UTF8.GetString(Scratch.ReadAll(path)));
            await writing;
            using var again = TextStream.Open(path, new TextFormat(), null);
            Assert.Equal(text, Encoding.UTF8.GetString(Scratch.Drain(again, 10)));
        }

        TextStream.Forget(path, null);
    }

    public void Dispose() => _scratch.Dispose();

    private static string[] Spools() => [.. Directory.EnumerateFiles(Path.GetTempPath(), "clientele-input-*").Order(StringComparer.Ordinal)];

    /// <summary>Gives a few bytes at a time, forward only.</summary>
    private sealed class OnceOnly(byte[] bytes, int failAt = int.MaxValue) : ReadStream
    {
        private int _at;

        public override int Read(Span<byte> buffer)
        {
            if (_at >= failAt) throw new IOException("Broken pipe");
            var count = Math.Min(Math.Min(buffer.Length, 7), bytes.Length - _at);
            bytes.AsSpan(_at, count).CopyTo(buffer);
            _at += count;
            return count;
        }
    }
}
