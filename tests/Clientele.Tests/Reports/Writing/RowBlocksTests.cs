using System.Globalization;
using System.Text;
using Clientele.Reports.Writing;

namespace Clientele.Tests.Reports.Writing;

/// <summary>Blocks of rows come out in their order, whoever is slow.</summary>
public sealed class RowBlocksTests
{
    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 2)]
    [InlineData(1024, 3)]
    [InlineData(1025, 2)]
    [InlineData(60_000, 1)]
    [InlineData(60_000, 2)]
    [InlineData(60_000, 7)]
    public void Rows_keep_their_order(int rows, int threads)
    {
        using var output = new MemoryStream();
        RowBlocks.Write(rows, threads, output, (from, to, text) =>
        {
            Thread.SpinWait(from / 1024 % 5 * 5000);
            for (var row = from; row < to; row++)
            {
                text.Integer(row);
                text.Byte((byte)'\n');
            }
        }, CancellationToken.None);
        var plain = new StringBuilder();
        for (var row = 0; row < rows; row++) plain.Append(CultureInfo.InvariantCulture, $"{row}\n");
        Assert.Equal(plain.ToString(), Encoding.UTF8.GetString(output.ToArray()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Trouble_in_a_row_ends_the_writing(int threads)
    {
        using var output = new MemoryStream();
        Assert.Throws<FormatException>(() => RowBlocks.Write(100_000, threads, output, (from, _, text) =>
        {
            if (from > 40_000) throw new FormatException();
            text.Byte(1);
        }, CancellationToken.None));
        Assert.InRange(output.Length, 0, 41);
    }

    [Fact]
    public void A_stream_that_fails_ends_the_writing()
    {
        using var output = new MemoryStream(new byte[100], writable: true);
        Assert.Throws<NotSupportedException>(() => RowBlocks.Write(100_000, 3, output, (from, to, text) => text.Bytes(new byte[to - from]), CancellationToken.None));
    }

    [Fact]
    public void A_run_that_is_stopped_writes_no_more()
    {
        using var output = new MemoryStream();
        Assert.ThrowsAny<OperationCanceledException>(() => RowBlocks.Write(10_000, 2, output, (_, _, text) => text.Byte(1), new CancellationToken(canceled: true)));
        Assert.Equal(0, output.Length);
    }
}
