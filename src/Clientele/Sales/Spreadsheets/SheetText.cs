using Clientele.Cleaning;
using Clientele.Sales.Files;

namespace Clientele.Sales.Spreadsheets;

/// <summary>A sheet as a stream of text. Row r of the sheet is record r.</summary>
/// <param name="writeRow">Writes the next row; false at the end of the sheet.</param>
/// <param name="held">What to close with the stream, last one first.</param>
internal sealed class SheetText(TextRows rows, SheetFacts facts, Func<bool> writeRow, Stack<IDisposable> held, string path, long most) : ReadStream
{
    private const int ChunkBytes = 128 << 10;

    private int _taken;
    private long _total;
    private bool _ended;

    /// <summary>Facts for the audit; complete when the stream has ended.</summary>
    public IReadOnlyList<Finding> Findings => facts.Findings();

    public override int Read(Span<byte> buffer)
    {
        if (_taken == rows.Ready.Length && !Fill()) return 0;
        var ready = rows.Ready[_taken..];
        var count = Math.Min(ready.Length, buffer.Length);
        ready[..count].CopyTo(buffer);
        _taken += count;
        return count;
    }

    private bool Fill()
    {
        rows.Taken();
        _taken = 0;
        while (!_ended && rows.Ready.Length < ChunkBytes)
        {
            if (writeRow()) continue;
            _ended = true;
            rows.Finish();
        }

        _total += rows.Ready.Length;
        if (_total > most) throw Problems.TooLarge(path, "sheet", $"more than {most:N0} bytes of text");
        return rows.Ready.Length > 0;
    }

    protected override void Dispose(bool disposing)
    {
        while (disposing && held.TryPop(out var one)) one.Dispose();
        base.Dispose(disposing);
    }
}
