using Clientele.Customers;
using Clientele.People.Segments.Encoded;
using Nature = Clientele.Tables.ColumnKind;

namespace Clientele.People.Segments;

/// <summary>A column of the customer table as segments see it: numbers, or codes of its levels.</summary>
/// <param name="Column">The column.</param>
/// <param name="Note">What is known about it.</param>
/// <param name="Numbers">[customers], NaN where nothing is known; empty for levels, dates and texts.</param>
/// <param name="Codes">Place in <paramref name="Levels"/> [customers], −1 where nothing is known; empty for numbers.</param>
/// <param name="Levels">Least to most for ordinal columns; no, yes for flags.</param>
internal sealed record Trait(CustomerColumn Column, ColumnNote Note, double[] Numbers, int[] Codes, IReadOnlyList<string> Levels)
{
    private static readonly string[] s_noYes = ["no", "yes"];
    private static readonly HashSet<string> s_yes = new(["1", "yes", "y", "true", "t", "ja", "oui", "si", "sí", "sim", "tak", "x"], StringComparer.OrdinalIgnoreCase);

    public string Name => Column.Name;

    /// <summary>The numbers with what can be said where a part of them is missing; used to compare customers and nowhere else.</summary>
    public double[] Completed { get; init; } = Numbers;

    /// <summary>How its words become coordinates, where a person said so.</summary>
    public ColumnEncoding? Encoding { get; init; }

    /// <summary>It becomes a coordinate per word, not one number.</summary>
    public bool IsWide => HasLevels && (Encoding ?? ColumnEncodings.Usual(this)).IsWide;

    /// <summary>Customers of whom <see cref="Completed"/> says more than the numbers.</summary>
    public int CompletedCount
    {
        get
        {
            var count = 0;
            for (var i = 0; !ReferenceEquals(Completed, Numbers) && i < Numbers.Length; i++) count += double.IsNaN(Numbers[i]) && !double.IsNaN(Completed[i]) ? 1 : 0;
            return count;
        }
    }

    public Nature Nature => Column.Nature;

    public ColumnPart Part => Note.Part;

    /// <summary>The name as people say it.</summary>
    public string Label { get; } = Said(Note.Part, ColumnWords.Of(Column.Name));

    public bool IsNumber => Numbers.Length > 0;

    public bool HasLevels => Levels.Count > 0;

    /// <summary>A yes-or-no column whose second level is yes.</summary>
    public bool IsFlag => Nature == Nature.Flag && Levels.Count == 2;

    /// <summary>A share of something, between 0 and 1.</summary>
    public bool IsShare => Column.Unit == "share";

    public static Trait Of(CustomerColumn column, ColumnNote note) => column.Nature switch
    {
        Nature.Amount or Nature.Count when column.Numbers.Length > 0 => new(column, note, column.Numbers, [], []),
        Nature.Flag when column.Texts.Length == 0 => new(column, note, [], Flags(column.Numbers), s_noYes),
        Nature.Flag or Nature.Category or Nature.Ordinal => OfLevels(column, note),
        _ => new(column, note, [], [], []),
    };

    private static string Said(ColumnPart part, string label) => part == ColumnPart.Deals && label.EndsWith(" purchases", StringComparison.Ordinal) ? label[..^" purchases".Length] : part == ColumnPart.Spend && !label.StartsWith("spen", StringComparison.Ordinal) ? $"spend on {label}" : label;

    private static Trait OfLevels(CustomerColumn column, ColumnNote note)
    {
        var coded = column.Texts.Length > 0 ? column.Coded : TextCodes.Of(Words(column));
        var present = new HashSet<string>(coded.Words, StringComparer.Ordinal);
        present.Remove("");
        string[] levels = [.. column.Levels.Where(present.Contains)];
        if (levels.Length < present.Count) levels = column.Nature == Nature.Ordinal && column.Texts.Length == 0
            ? [.. present.OrderBy(l => double.Parse(l, System.Globalization.CultureInfo.InvariantCulture))]
            : [.. present.Order(StringComparer.Ordinal)];
        if (column.Nature == Nature.Flag && levels.Length == 2 && s_yes.Contains(levels[0])) levels = [levels[1], levels[0]];
        else if (column.Nature == Nature.Category) Array.Sort(levels, StringComparer.Ordinal);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var l = 0; l < levels.Length; l++) places[levels[l]] = l;
        var (place, codes) = (new int[coded.Words.Count], new int[coded.Codes.Length]);
        for (var word = 0; word < place.Length; word++) place[word] = coded.Words[word].Length == 0 ? -1 : places[coded.Words[word]];
        for (var i = 0; i < codes.Length; i++) codes[i] = place[coded.Codes[i]];
        return new(column, note, [], codes, levels);
    }

    private static int[] Flags(double[] numbers)
    {
        var codes = new int[numbers.Length];
        for (var i = 0; i < codes.Length; i++) codes[i] = double.IsNaN(numbers[i]) ? -1 : numbers[i] == 0 ? 0 : 1;
        return codes;
    }

    private static string[] Words(CustomerColumn column)
    {
        var words = new Dictionary<double, string>();
        var texts = new string[column.Numbers.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            var value = column.Numbers[i];
            if (double.IsNaN(value)) texts[i] = "";
            else if (words.TryGetValue(value, out var word)) texts[i] = word;
            else words[value] = texts[i] = value.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return texts;
    }
}
