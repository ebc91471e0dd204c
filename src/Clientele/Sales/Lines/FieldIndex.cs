using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Clientele.Sales.Lines;

/// <summary>Where every field and record of a block ends: the tokeniser's output.</summary>
/// <remarks>
/// 64 bytes at a time: compare with delimiter, line feed and quote, turn the hits into bits, write their positions. Only stretches that
/// hold a quote take the byte-wise path. Semantics are those of <see cref="RecordSplitter"/>.
/// </remarks>
internal sealed class FieldIndex
{
    /// <summary>Bytes that must be readable beyond the text.</summary>
    public const int Padding = 64;

    private const byte Quote = (byte)'"';
    private const byte LineFeed = (byte)'\n';

    // Ends that one stretch of 64 bytes may write, in whole groups.
    private const int Spare = 80;

    private int[] _fieldEnds = new int[1 << 14];
    private int[] _recordEnds = new int[1 << 11];
    private byte[] _marks = new byte[1 << 11];
    private int _fields;
    private bool _inQuotes;
    private bool _malformed;
    private int _escaped;

    /// <summary>Records in the block.</summary>
    public int Records { get; private set; }

    /// <summary>
    /// Offset of the delimiter or line feed that ends each field, in order, from place 1; longer than needed. Place 0 holds -1: every field
    /// begins behind the end before it.
    /// </summary>
    public int[] FieldEnds => _fieldEnds;

    /// <summary>Per record: one past the place of its last field in <see cref="FieldEnds"/>.</summary>
    public int[] RecordEnds => _recordEnds;

    /// <summary>Per record: what is special about it.</summary>
    public byte[] Marks => _marks;

    /// <summary>The record holds a quoted field.</summary>
    public const byte Quoted = 1;

    /// <summary>Text follows a closing quote.</summary>
    public const byte Malformed = 2;

    /// <summary>Indexes whole records: the text ends with a line feed.</summary>
    /// <param name="buffer">The text and <see cref="Padding"/>.</param>
    /// <param name="length">Bytes of text.</param>
    /// <param name="delimiter">Between fields.</param>
    public void Build(byte[] buffer, int length, byte delimiter)
    {
        _fieldEnds[0] = -1;
        _fields = 1;
        Records = 0;
        _inQuotes = false;
        _malformed = false;
        _escaped = -1;
        Array.Clear(_marks);
        for (var offset = 0; offset < length;)
        {
            if (_fields + Spare > _fieldEnds.Length || Records + Spare > _recordEnds.Length) Grow();
            if (!_inQuotes & !_malformed) offset = Avx512Vbmi2.IsSupported ? BuildWide(buffer, offset, length, delimiter) : BuildPlain(buffer, offset, length, delimiter);
            if (offset >= length) return;
            if (_fields + Spare > _fieldEnds.Length || Records + Spare > _recordEnds.Length) continue;
            Careful(buffer, offset, Hits(ref buffer[offset], length - offset, delimiter), delimiter);
            offset += 64;
        }
    }

    /// <summary>Stretches of 64 bytes without a quote; returns where the first other one begins, or where the index is full.</summary>
    private int BuildPlain(byte[] buffer, int offset, int length, byte delimiter)
    {
        ref var start = ref MemoryMarshal.GetArrayDataReference(buffer);
        var (delimiters, feeds, quotes) = (Vector256.Create(delimiter), Vector256.Create(LineFeed), Vector256.Create(Quote));
        var (fields, records) = (_fields, Records);
        var (mostFields, mostRecords) = (_fieldEnds.Length - Spare, _recordEnds.Length - Spare);
        for (; offset < length && fields <= mostFields && records <= mostRecords; offset += 64)
        {
            var low = Vector256.LoadUnsafe(ref start, (nuint)offset);
            var high = Vector256.LoadUnsafe(ref start, (nuint)(offset + 32));
            var (lowFeeds, highFeeds) = (Vector256.Equals(low, feeds), Vector256.Equals(high, feeds));
            var feed = Bits(lowFeeds, highFeeds);
            var split = Bits(lowFeeds | Vector256.Equals(low, delimiters), highFeeds | Vector256.Equals(high, delimiters));
            if ((Vector256.Equals(low, quotes) | Vector256.Equals(high, quotes)) != Vector256<byte>.Zero) break;
            if (length - offset < 64)
            {
                var valid = ulong.MaxValue >> (64 - (length - offset));
                (feed, split) = (feed & valid, split & valid);
            }

            EndRecords(ref records, fields, split, feed);
            EndFields(ref fields, offset, split);
        }

        (_fields, Records) = (fields, records);
        return offset;
    }

    /// <summary>The same, positions pressed together by the processor.</summary>
    private int BuildWide(byte[] buffer, int offset, int length, byte delimiter)
    {
        ref var start = ref MemoryMarshal.GetArrayDataReference(buffer);
        ref var ends = ref MemoryMarshal.GetArrayDataReference(_fieldEnds);
        var (delimiters, feeds, quotes) = (Vector512.Create(delimiter), Vector512.Create(LineFeed), Vector512.Create(Quote));
        var (fields, records) = (_fields, Records);
        var (mostFields, mostRecords) = (_fieldEnds.Length - Spare, _recordEnds.Length - Spare);
        for (; offset < length && fields <= mostFields && records <= mostRecords; offset += 64)
        {
            var text = Vector512.LoadUnsafe(ref start, (nuint)offset);
            if (length - offset < 64) text = Vector512.ConditionalSelect(Vector512.LessThan(Vector512<byte>.Indices, Vector512.Create((byte)(length - offset))), text, Vector512<byte>.Zero);
            if (Vector512.EqualsAny(text, quotes)) break;
            var feed = Vector512.Equals(text, feeds);
            var split = feed | Vector512.Equals(text, delimiters);
            var hits = split.ExtractMostSignificantBits();
            var count = BitOperations.PopCount(hits);
            EndRecords(ref records, fields, hits, feed.ExtractMostSignificantBits());
            if (count > 16)
            {
                EndFields(ref fields, offset, hits);
                continue;
            }

            var pressed = Avx512Vbmi2.Compress(Vector512<byte>.Zero, split, Vector512<byte>.Indices).GetLower().GetLower();
            (Avx512F.ConvertToVector512Int32(pressed) + Vector512.Create(offset)).StoreUnsafe(ref ends, (nuint)fields);
            fields += count;
        }

        (_fields, Records) = (fields, records);
        return offset;
    }

    /// <summary>Delimiters, line feeds and quotes among 64 bytes, one bit each.</summary>
    private static ulong Hits(ref byte text, int length, byte delimiter)
    {
        var (low, high) = (Vector256.LoadUnsafe(ref text), Vector256.LoadUnsafe(ref text, 32));
        var hits = Bits(Hits(low, delimiter), Hits(high, delimiter));
        return length < 64 ? hits & (ulong.MaxValue >> (64 - length)) : hits;
    }

    private static Vector256<byte> Hits(Vector256<byte> text, byte delimiter) =>
        Vector256.Equals(text, Vector256.Create(delimiter)) | Vector256.Equals(text, Vector256.Create(LineFeed)) | Vector256.Equals(text, Vector256.Create(Quote));

    /// <summary>How many records from a place on have no quotes and so many fields.</summary>
    /// <param name="record">The first one.</param>
    /// <param name="field">Place of its first field in <see cref="FieldEnds"/>.</param>
    /// <param name="fields">Fields of each.</param>
    /// <param name="most">Look no further.</param>
    public int Alike(int record, int field, int fields, int most)
    {
        var ends = _recordEnds.AsSpan(record);
        var marks = _marks.AsSpan(record);
        most = Math.Min(most, Records - record);
        var count = 0;
        while (count < most && (ends[count] == field + fields) & (marks[count] == 0))
        {
            field += fields;
            count++;
        }

        return count;
    }

    private void Grow()
    {
        var (fieldEnds, recordEnds, marks) = (_fieldEnds, _recordEnds, _marks);
        _fieldEnds = new int[fieldEnds.Length * 2];
        _recordEnds = new int[recordEnds.Length * 2];
        _marks = new byte[marks.Length * 2];
        Array.Copy(fieldEnds, _fieldEnds, fieldEnds.Length);
        Array.Copy(recordEnds, _recordEnds, recordEnds.Length);
        Array.Copy(marks, _marks, marks.Length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Bits(Vector256<byte> low, Vector256<byte> high) =>
        low.ExtractMostSignificantBits() | ((ulong)high.ExtractMostSignificantBits() << 32);

    /// <summary>The first record's end is written in any case, so that only a second one in 64 bytes takes a branch that is hard to foresee.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void EndRecords(ref int records, int fields, ulong split, ulong feed)
    {
        ref var to = ref MemoryMarshal.GetArrayDataReference(_recordEnds);
        Unsafe.Add(ref to, records) = fields + BitOperations.PopCount(split & (feed ^ (feed - 1)));
        records += feed != 0 ? 1 : 0;
        for (feed &= feed - 1; feed != 0; feed &= feed - 1)
            Unsafe.Add(ref to, records++) = fields + BitOperations.PopCount(split & (feed ^ (feed - 1)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void EndFields(ref int fields, int offset, ulong split)
    {
        ref var to = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_fieldEnds), fields);
        fields += BitOperations.PopCount(split);
        EndEach(ref to, offset, split);
    }

    /// <summary>Eight at a time; what is written beyond the last one is written over.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void EndEach(ref int to, int offset, ulong split)
    {
        do
        {
            End(ref to, 0, offset, ref split);
            End(ref to, 1, offset, ref split);
            End(ref to, 2, offset, ref split);
            End(ref to, 3, offset, ref split);
            End(ref to, 4, offset, ref split);
            End(ref to, 5, offset, ref split);
            End(ref to, 6, offset, ref split);
            End(ref to, 7, offset, ref split);
            to = ref Unsafe.Add(ref to, 8);
        }
        while (split != 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void End(ref int to, int place, int offset, ref ulong split)
    {
        Unsafe.Add(ref to, place) = offset + BitOperations.TrailingZeroCount(split);
        split &= split - 1;
    }

    private void Careful(byte[] buffer, int offset, ulong hits, byte delimiter)
    {
        while (hits != 0)
        {
            var at = offset + BitOperations.TrailingZeroCount(hits);
            hits &= hits - 1;
            var value = buffer[at];
            if (value == Quote)
            {
                OnQuote(buffer, at, delimiter);
            }
            else if (_inQuotes)
            {
            }
            else if (value == LineFeed)
            {
                if (_malformed) _marks[Records] |= Malformed;
                _malformed = false;
                _fieldEnds[_fields++] = at;
                _recordEnds[Records++] = _fields;
            }
            else if (!_malformed)
            {
                _fieldEnds[_fields++] = at;
            }
        }
    }

    private void OnQuote(byte[] buffer, int at, byte delimiter)
    {
        if (_malformed || at == _escaped) return;
        if (_inQuotes)
        {
            var next = buffer[at + 1];
            if (next == Quote)
            {
                _escaped = at + 1;
                return;
            }

            _inQuotes = false;
            _malformed = next != delimiter && next != LineFeed && !(next == (byte)'\r' && buffer[at + 2] == LineFeed);
        }
        else if (at == _fieldEnds[_fields - 1] + 1)
        {
            _inQuotes = true;
            _marks[Records] |= Quoted;
        }
    }
}
