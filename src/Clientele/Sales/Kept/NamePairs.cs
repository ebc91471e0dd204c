using System.Text;

namespace Clientele.Sales.Kept;

/// <summary>Gives each distinct pair of product code and description a small number, from any thread. Memory grows with distinct texts.</summary>
/// <remarks>Numbers depend on who came first; outputs use the texts only.</remarks>
internal sealed class NamePairs
{
    private const char Between = '\u001F';

    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _codes = [];
    private readonly List<string> _descriptions = [];

    public int Count => _codes.Count;

    /// <summary>The code as it stood, or the description of a file that has no codes.</summary>
    public string CodeOf(int number) => _codes[number];

    /// <summary>The description without outer blanks; empty where there is none.</summary>
    public string DescriptionOf(int number) => _descriptions[number];

    /// <summary>The number of a pair.</summary>
    /// <param name="code">UTF-8, as it stood; empty when the file has no codes, and then the description is the code.</param>
    /// <param name="description">UTF-8; outer blanks do not count.</param>
    /// <returns>-1 when both are empty.</returns>
    public int Of(ReadOnlySpan<byte> code, ReadOnlySpan<byte> description)
    {
        var text = Encoding.UTF8.GetString(description).Trim();
        var name = code.IsEmpty ? text : Encoding.UTF8.GetString(code);
        if (name.Length == 0) return -1;
        var key = string.Concat(name, Between.ToString(), text);
        lock (_gate)
        {
            if (_numbers.TryGetValue(key, out var number)) return number;
            number = _codes.Count;
            _codes.Add(name);
            _descriptions.Add(text);
            _numbers.Add(key, number);
            return number;
        }
    }
}
