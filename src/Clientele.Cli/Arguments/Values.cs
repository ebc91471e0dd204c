using System.Globalization;

namespace Clientele.Cli.Arguments;

/// <summary>Typed words to values, with an error that says what the option accepts.</summary>
internal static class Values
{
    public static int Integer(string option, string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : throw Problems.Value(option, text, $"It takes a whole number from {least} to {(most == int.MaxValue ? "2147483647" : Screen.Figures.Count(most))}.");

    public static long Long(string option, string text, long least, long most) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : throw Problems.Value(option, text, $"It takes a whole number from {least} to {Screen.Figures.Count(most)}.");

    public static ulong Seed(string option, string text) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Problems.Value(option, text, "It takes a whole number, 0 or more.");

    /// <summary><c>0.01</c> or <c>1%</c>, from 0 to 1.</summary>
    public static double Share(string option, string text)
    {
        var percent = text.EndsWith('%');
        return double.TryParse(percent ? text[..^1] : text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            && (percent ? value / 100 : value) is var share and >= 0 and <= 1
            ? share
            : throw Problems.Value(option, text, "It takes a share like 0.01 or 1%.");
    }

    /// <summary>One of the words, in any case.</summary>
    public static string Word(string option, string text, params string[] words)
    {
        foreach (var word in words)
        {
            if (string.Equals(word, text, StringComparison.OrdinalIgnoreCase)) return word;
        }

        throw Problems.Value(option, text, $"It takes {string.Join(", ", words[..^1].ToArray())} or {words[^1]}.");
    }

    /// <summary>Words set apart by commas, blanks around them cut, none empty.</summary>
    public static IReadOnlyList<string> List(string option, string text)
    {
        var words = text.Split(',', StringSplitOptions.TrimEntries);
        return words.Length > 0 && Array.TrueForAll(words, w => w.Length > 0)
            ? words
            : throw Problems.Value(option, text, "It takes names set apart by commas.");
    }

    /// <summary><c>2011-12-10</c> (its first instant), or with a time of day.</summary>
    public static DateTime Instant(string option, string text) =>
        DateTime.TryParseExact(
            text, ["yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss"],
            CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? value
            : throw Problems.Value(option, text, "It takes a date like 2011-12-10 or 2011-12-10T08:30.");

    /// <summary><c>5</c> or <c>2..10</c>.</summary>
    public static (int Least, int Most) Range(string option, string text, int least, int most)
    {
        var parts = text.Split("..", 2);
        return int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var from)
            && int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var to)
            && from >= least && to <= most && from <= to
            ? (from, to)
            : throw Problems.Value(option, text, $"It takes a number of groups like 5, or a range like 2..10, within {least} and {most}.");
    }
}
