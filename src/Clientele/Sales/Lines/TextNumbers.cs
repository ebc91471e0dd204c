using System.Text;

namespace Clientele.Sales.Lines;

/// <summary>Gives each distinct text of a column (countries, stores, categories) a small number, from any thread.</summary>
/// <remarks>Numbers depend on who came first; outputs use the texts only.</remarks>
internal sealed class TextNumbers
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];

    public int Count => _texts.Count;

    public string this[int number] => _texts[number];

    /// <summary>The number of a text, outer blanks aside; -1 for nothing but blanks.</summary>
    public int Of(ReadOnlySpan<byte> text)
    {
        var name = Encoding.UTF8.GetString(text).Trim();
        if (name.Length == 0) return -1;
        lock (_gate)
        {
            if (_numbers.TryGetValue(name, out var number)) return number;
            number = _texts.Count;
            _texts.Add(name);
            _numbers.Add(name, number);
            return number;
        }
    }
}

/// <summary>One thread's memory of the numbers that it has seen, by the text's hash.</summary>
internal sealed class TextNumbersCache(TextNumbers shared)
{
    private ulong[] _keys = new ulong[64];
    private int[] _numbers = new int[64];
    private int _count;

    public int Of(ulong hash, byte[] bytes, int start, int length)
    {
        hash |= 1;
        var mask = _keys.Length - 1;
        var slot = (int)(hash >> 32) & mask;
        while (_keys[slot] != 0)
        {
            if (_keys[slot] == hash) return _numbers[slot];
            slot = (slot + 1) & mask;
        }

        var number = shared.Of(bytes.AsSpan(start, length));
        _keys[slot] = hash;
        _numbers[slot] = number;
        if (++_count * 2 > _keys.Length) Grow();
        return number;
    }

    private void Grow()
    {
        var (keys, numbers) = (_keys, _numbers);
        _keys = new ulong[keys.Length * 2];
        _numbers = new int[keys.Length * 2];
        var mask = _keys.Length - 1;
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i] == 0) continue;
            var slot = (int)(keys[i] >> 32) & mask;
            while (_keys[slot] != 0) slot = (slot + 1) & mask;
            _keys[slot] = keys[i];
            _numbers[slot] = numbers[i];
        }
    }
}
