using Clientele.Sales.Layouts;
using Clientele.Sales.Lines;

namespace Clientele.Tests.Sales.Lines;

/// <summary>The fast tokeniser cuts where <see cref="FieldSplitter"/> cuts.</summary>
public sealed class TokeniserTests
{
    private const int Cases = 4_000;

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    [InlineData('\u001f')]
    public void Fields_stand_where_the_plain_splitter_finds_them(char delimiter)
    {
        var index = new FieldIndex();
        var (quoted, malformed) = (0, 0);
        for (var seed = 0; seed < Cases; seed++)
        {
            var text = Whole(RandomText.Make(seed, delimiter), delimiter);
            if (text.Length == 0) continue;
            var padded = new byte[text.Length + FieldIndex.Padding];
            text.CopyTo(padded, 0);
            padded.AsSpan(text.Length).Fill(seed % 2 == 0 ? (byte)'"' : (byte)'\n'); // what stands behind the text must not matter
            index.Build(padded, text.Length, (byte)delimiter);
            Compare(text, index, (byte)delimiter, seed, ref quoted, ref malformed);
        }

        Assert.True(quoted > Cases && malformed > Cases / 4, $"{quoted} quoted and {malformed} malformed records prove too little.");
    }

    [Theory]
    [InlineData(',')]
    [InlineData('\t')]
    public void Whole_records_end_where_the_plain_splitter_ends_them(char delimiter)
    {
        var fields = new FieldList();
        var open = 0;
        for (var seed = 0; seed < Cases; seed++)
        {
            var text = RandomText.Make(seed, delimiter).AsSpan();
            var format = new SplitFormat((byte)delimiter);
            for (var cut = 0; cut <= text.Length; cut += 1 + text.Length / 40)
            {
                var piece = text[..cut];
                var end = RecordSplitter.WholeRecords(piece, (byte)delimiter, last: false, out var inner, out var quote);
                var (expected, feeds) = (0, 0);
                for (var at = 0; at < end;)
                {
                    var record = FieldSplitter.Split(text, at, format, fields);
                    Assert.True(record.Next <= end, $"seed {seed}, cut {cut}: a record is cut in two: {RandomText.Show(piece)}");
                    if (text[at..record.Next].Count((byte)'\n') > 1) feeds += text[at..record.Next].Count((byte)'\n') - 1;
                    expected = at = record.Next;
                }

                Assert.Equal((seed, cut, expected, feeds), (seed, cut, end, inner));
                var rest = FieldSplitter.Split(text[..cut], end, format, fields);
                var complete = end < cut && rest.State != RecordState.Unclosed && rest.Next < cut;
                Assert.False(complete, $"seed {seed}, cut {cut}: a whole record was left behind: {RandomText.Show(piece)}");
                if (quote >= 0) open++;
            }
        }

        Assert.True(open > Cases, "Open quotes must be among the cases.");
    }

    [Fact]
    public void An_open_quote_is_named_at_its_own_place()
    {
        Assert.Equal(4, RecordSplitter.WholeRecords("a,b\n\"open\nmore\n"u8, (byte)',', last: true, out _, out var quote));
        Assert.Equal(4, quote);
        Assert.Equal(8, RecordSplitter.WholeRecords("a,\"b\nc\""u8, (byte)',', last: true, out _, out quote) + 8);
        Assert.Equal(-1, quote);
    }

    private static byte[] Whole(byte[] text, char delimiter) => text[..RecordSplitter.WholeRecords(text, (byte)delimiter, last: false, out _, out _)];

    private static void Compare(byte[] text, FieldIndex index, byte delimiter, int seed, ref int quoted, ref int malformed)
    {
        var fields = new FieldList();
        var format = new SplitFormat(delimiter);
        var (record, first) = (0, 1);
        for (var at = 0; at < text.Length; record++)
        {
            Assert.True(record < index.Records, $"seed {seed}: too few records: {RandomText.Show(text)}");
            var end = FieldSplitter.Split(text, at, format, fields);
            var ends = index.FieldEnds.AsSpan(first, index.RecordEnds[record] - first);
            Assert.True(ends[^1] + 1 == end.Next, $"seed {seed}, record {record} ends at {ends[^1] + 1}, not {end.Next}: {RandomText.Show(text)}");
            Assert.True((index.Marks[record] & FieldIndex.Malformed) != 0 == (end.State == RecordState.Malformed), $"seed {seed}, record {record}: {RandomText.Show(text)}");
            if (fields.Count > 0)
            {
                Assert.True(fields.Count == ends.Length, $"seed {seed}, record {record}: {ends.Length} fields, not {fields.Count}: {RandomText.Show(text)}");
                if (end.State == RecordState.Whole) Same(text, index, fields, ends, at, record, seed);
            }

            if ((index.Marks[record] & FieldIndex.Quoted) != 0) quoted++;
            if (end.State == RecordState.Malformed) malformed++;
            first = index.RecordEnds[record];
            at = end.Next;
        }

        Assert.Equal((seed, record), (seed, index.Records));
    }

    private static void Same(byte[] text, FieldIndex index, FieldList fields, ReadOnlySpan<int> ends, int start, int record, int seed)
    {
        var any = false;
        for (var i = 0; i < fields.Count; i++)
        {
            var to = ends[i];
            if (i == fields.Count - 1 && to > start && text[to - 1] == '\r') to--;
            var expected = fields.Quoted(i) ? (fields.Start(i) - 1, fields.End(i) + 1) : (fields.Start(i), fields.End(i));
            any |= fields.Quoted(i);
            Assert.True(expected == (start, to), $"seed {seed}, record {record}, field {i}: {(start, to)}, not {expected}: {RandomText.Show(text)}");
            start = ends[i] + 1;
        }

        Assert.Equal((seed, record, any), (seed, record, (index.Marks[record] & FieldIndex.Quoted) != 0));
    }
}
