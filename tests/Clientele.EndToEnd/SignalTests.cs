using System.Runtime.InteropServices;
using System.Text;

namespace Clientele.EndToEnd;

/// <summary>Whoever stops a run finds the disk as it was before.</summary>
public sealed partial class SignalTests
{
    private const int Interrupt = 2;
    private const int Terminate = 15;

    [Theory]
    [InlineData(Interrupt, 130)]
    [InlineData(Terminate, 143)]
    public async Task Stopped_while_reading(int signal, int code)
    {
        using var place = new Workplace();
        using var command = Command.Start(Repository.Script, place.Path, [], "segment", "-", "--out", "run");
        await Feed(command);
        Assert.Equal(0, Kill(command.Id, signal));
        var outcome = await command.End();
        Assert.Equal(code, outcome.Code);
        Assert.DoesNotContain("   at ", outcome.Errors, StringComparison.Ordinal);
        Assert.Empty(place.Names);
    }

    [Fact]
    public async Task Killed_outright_does_not_hinder_the_next_run()
    {
        using var place = new Workplace();
        using (var command = Command.Start(Repository.Script, place.Path, [], "segment", "-", "--out", "run"))
        {
            await Feed(command);
            Assert.Equal(0, Kill(command.Id, 9));
            await command.End();
        }

        Assert.DoesNotContain("run", place.Names);
        (await Command.Run(place.Path, [], "segment", Repository.Data("CDNOW_sample.txt.gz"), "--header-line", "0", "--out", "run")).Done();
        Assert.Equal(["run"], place.Names);
    }

    /// <summary>Writes more than any pipe holds: once it is gone, the command reads; and it still waits for the end of its input.</summary>
    private static async Task Feed(Command command)
    {
        var text = new StringBuilder("InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n");
        for (var i = 0; i < 400_000; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{i / 4},P{i % 97},THING,{i % 9 + 1},2010-12-{i % 28 + 1:00} 08:26:00,2.55,{i % 5000 + 1},France\n");
        }

        await command.Input.WriteAsync(text, TestContext.Current.CancellationToken);
        await command.Input.FlushAsync(TestContext.Current.CancellationToken);
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int process, int signal);
}
