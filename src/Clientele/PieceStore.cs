namespace Clientele;

/// <summary>Zeroed memory handed out in pieces to many users: 64-bit words that are written one after the other. All of it is given back at once.</summary>
/// <param name="expected">Words expected in all; 0 when unknown.</param>
/// <param name="users">Who takes pieces.</param>
/// <param name="take">Hears of every stretch before it is taken, in bytes; may refuse by an exception.</param>
internal sealed unsafe class PieceStore(long expected, int users, Action<long>? take) : IDisposable
{
    private const int WordBytes = 8;
    private const long LeastStretch = 1 << 16;
    private const long MostStretch = 64L << 20;

    private readonly Lock _gate = new();
    private readonly List<ZeroedMemory> _stretches = [];
    private long _taken;
    private byte* _next;
    private byte* _end;

    /// <summary>Words that a user takes at a time.</summary>
    public int Piece { get; } = (int)Math.Clamp(expected / users / 8, 128, 8192);

    /// <summary>A piece for at least so many words.</summary>
    /// <param name="least">Words, at least 1.</param>
    /// <param name="room">How many fit.</param>
    public ulong* Take(int least, out int room)
    {
        room = Math.Max(least, Piece);
        var bytes = (long)room * WordBytes;
        lock (_gate)
        {
            if (_end - _next < bytes)
            {
                var stretch = Math.Max(bytes, Math.Clamp(Math.Max(expected * WordBytes, _taken) / 4, LeastStretch, MostStretch));
                take?.Invoke(stretch);
                var memory = new ZeroedMemory(stretch);
                _stretches.Add(memory);
                _taken += stretch;
                _next = memory.Start;
                _end = _next + stretch;
            }

            var piece = _next;
            _next += bytes;
            return (ulong*)piece;
        }
    }

    public void Dispose()
    {
        foreach (var stretch in _stretches) stretch.Dispose();
        _stretches.Clear();
    }
}
