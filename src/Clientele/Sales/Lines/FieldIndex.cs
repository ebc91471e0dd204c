using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Clientele.Sales.Lines;

/// <summary>Where every field and record of a block ends: the tokeniser's output.</summary>
/// <remarks>
/// 64 bytes at a time: compare with delimiter, line feed and quote, turn the hits into bits, write their positions. Only pieces that
/// hold a quote take the byte-wise path. Semantics are those of <see cref="RecordSplitter"/>.
/// </remarks>
internal sealed class FieldIndex
{
    /// <summary>Bytes that must be readable beyond the text.</summary>
    public const int Padding = 64;

    private const byte Quote = (byte)'"';
    private const byte LineFeed = (byte)'\n';

    private int[] _fieldEnds = new int[1 << 14];
    private int[] _recordEnds = new int[1 << 11];
    private byte[] _marks = new byte[1 << 11];
    private int _fields;
    private bool _inQuotes;
    private bool _malformed;
    private int _escaped;

    /// <summary>Records in the block.</summary>
    public int Records { get; private set; }

    /// <summary>Offset of the delimiter or line feed that ends each field, in order; longer than needed.</summary>
    public int[] FieldEnds => _fieldEnds;

    /// <summary>Per record: one past the index of its last field in <see cref="FieldEnds"/>.</summary>
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
    /// <param name="quoted">A quotation mark may stand in the text.</param>
    public void Build(byte[] buffer, int length, byte delimiter, bool quoted = true)
    {
        _fields = 0;
        Records = 0;
        _inQuotes = false;
        _malformed = false;
        _escaped = -1;
        Array.Clear(_marks);
        if (!quoted)
        {
            BuildPlain(buffer, length, delimiter);
            return;
        }

        ref var start = ref buffer[0];
        var delimiters = Vector256.Create(delimiter);
        var feeds = Vector256.Create(LineFeed);
        var quotes = Vector256.Create(Quote);
        for (var offset = 0; offset < length; offset += 64)
        {
            var low = Vector256.LoadUnsafe(ref start, (nuint)offset);
            var high = Vector256.LoadUnsafe(ref start, (nuint)(offset + 32));
            var feed = Bits(Vector256.Equals(low, feeds), Vector256.Equals(high, feeds));
            var split = feed | Bits(Vector256.Equals(low, delimiters), Vector256.Equals(high, delimiters));
            var quote = Bits(Vector256.Equals(low, quotes), Vector256.Equals(high, quotes));
            if (length - offset < 64)
            {
                var valid = ulong.MaxValue >> (64 - (length - offset));
                feed &= valid;
                split &= valid;
                quote &= valid;
            }

            if (_fields + 80 > _fieldEnds.Length || Records + 64 > _recordEnds.Length) Grow();

            if ((quote == 0) & !_inQuotes & !_malformed)
            {
                Unquoted(offset, split, feed);
            }
            else
            {
                Careful(buffer, offset, split | quote, delimiter);
            }
        }
    }

    private void BuildPlain(byte[] buffer, int length, byte delimiter)
    {
        ref var start = ref buffer[0];
        var delimiters = Vector256.Create(delimiter);
        var feeds = Vector256.Create(LineFeed);
        for (var offset = 0; offset < length; offset += 64)
        {
            var low = Vector256.LoadUnsafe(ref start, (nuint)offset);
            var high = Vector256.LoadUnsafe(ref start, (nuint)(offset + 32));
            var (lowFeeds, highFeeds) = (Vector256.Equals(low, feeds), Vector256.Equals(high, feeds));
            var feed = Bits(lowFeeds, highFeeds);
            var split = Bits(lowFeeds | Vector256.Equals(low, delimiters), highFeeds | Vector256.Equals(high, delimiters));
            if (length - offset < 64)
            {
                var valid = ulong.MaxValue >> (64 - (length - offset));
                feed &= valid;
                split &= valid;
            }

            if (_fields + 80 > _fieldEnds.Length || Records + 64 > _recordEnds.Length) Grow();
            Unquoted(offset, split, feed);
        }
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Unquoted(int offset, ulong split, ulong feed)
    {
        var count = BitOperations.PopCount(split);
        while (feed != 0)
        {
            var before = BitOperations.PopCount(split & ((feed & (0 - feed)) - 1));
            _recordEnds[Records++] = _fields + before + 1;
            feed &= feed - 1;
        }

        ref var to = ref Unsafe.Add(ref _fieldEnds[0], _fields);
        for (var done = 0; done < count; done += 8)
        {
            for (var i = 0; i < 8; i++)
            {
                Unsafe.Add(ref to, done + i) = offset + BitOperations.TrailingZeroCount(split);
                split &= split - 1;
            }
        }

        _fields += count;
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
        else if (at == (_fields == 0 ? 0 : _fieldEnds[_fields - 1] + 1))
        {
            _inQuotes = true;
            _marks[Records] |= Quoted;
        }
    }
}
