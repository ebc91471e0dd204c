using System.Runtime.CompilerServices;

namespace Clientele.Customers;

/// <summary>The different texts of a column and which of them stands in each row; a column asks for it once.</summary>
internal sealed class TextCodes
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<string> _words = [];
    private readonly List<int> _counts = [];
    private string[] _seen = new string[64];
    private int[] _codes = new int[64];
    private int _references;

    private TextCodes(string[] texts)
    {
        (Texts, Codes) = (texts, new int[texts.Length]);
        for (var i = 0; i < texts.Length; i++)
        {
            var code = Code(texts[i]);
            Codes[i] = code;
            _counts[code]++;
        }
    }

    /// <summary>[rows].</summary>
    public string[] Texts { get; }

    /// <summary>Place of each text in <see cref="Words"/> [rows].</summary>
    public int[] Codes { get; }

    /// <summary>The different texts in the order of their first rows; the empty one is one of them.</summary>
    public IReadOnlyList<string> Words => _words;

    /// <summary>Rows of each.</summary>
    public IReadOnlyList<int> Counts => _counts;

    public static TextCodes Of(string[] texts) => new(texts);

    /// <summary>Rows of a text; 0 when it stands in none.</summary>
    public int Count(string word) => _places.TryGetValue(word, out var place) ? _counts[place] : 0;

    // Rows of a table share few strings: most are known by what they are, without a look at their letters.
    private int Code(string text)
    {
        var slot = RuntimeHelpers.GetHashCode(text) & (_seen.Length - 1);
        for (; _seen[slot] is { } known; slot = (slot + 1) & (_seen.Length - 1))
        {
            if (ReferenceEquals(known, text)) return _codes[slot];
        }

        if (!_places.TryGetValue(text, out var code))
        {
            _places.Add(text, code = _words.Count);
            _words.Add(text);
            _counts.Add(0);
        }

        if (_references * 2 >= _seen.Length) slot = Grown(text);
        (_seen[slot], _codes[slot]) = (text, code);
        _references++;
        return code;
    }

    private int Grown(string text)
    {
        var (seen, codes) = (_seen, _codes);
        (_seen, _codes) = (new string[seen.Length * 2], new int[seen.Length * 2]);
        for (var i = 0; i < seen.Length; i++)
        {
            if (seen[i] is not { } known) continue;
            var slot = Free(known);
            (_seen[slot], _codes[slot]) = (known, codes[i]);
        }

        return Free(text);
    }

    private int Free(string text)
    {
        var slot = RuntimeHelpers.GetHashCode(text) & (_seen.Length - 1);
        while (_seen[slot] is not null) slot = (slot + 1) & (_seen.Length - 1);
        return slot;
    }
}
