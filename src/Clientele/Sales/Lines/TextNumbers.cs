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
    private HashNumbers _seen = new(64);

    public int Of(ulong hash, byte[] bytes, int start, int length)
    {
        if (_seen.TryGet(hash, out var number)) return number;
        number = shared.Of(bytes.AsSpan(start, length));
        _seen.Add(hash, number);
        return number;
    }
}
