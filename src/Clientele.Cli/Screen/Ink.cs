namespace Clientele.Cli.Screen;

/// <summary>Colours and signs of a page: plain on a plain terminal.</summary>
internal sealed class Ink(bool colour, bool unicode)
{
    public static Ink For(Terminal terminal) => new(terminal.Colour, terminal.Unicode);

    public string Minus => unicode ? "−" : "-";

    public string Dash => unicode ? "–" : "-";

    public string Dot => unicode ? "·" : "-";

    public string Bold(string text) => Paint("1", text);

    public string Dim(string text) => Paint("2", text);

    public string Green(string text) => Paint("32", text);

    public string Red(string text) => Paint("31", text);

    /// <summary>A bar of <paramref name="share"/> (0…1) of <paramref name="width"/> columns, in eighths of a column where the terminal can.</summary>
    public string Bar(double share, int width)
    {
        share = Math.Clamp(share, 0, 1);
        if (!unicode) return Fill.Hashes((int)Math.Round(share * width, MidpointRounding.AwayFromZero)).ToString();
        var eighths = (int)Math.Round(share * width * 8, MidpointRounding.AwayFromZero);
        if (eighths == 0 && share > 0) eighths = 1;
        return string.Concat(Fill.Blocks(eighths / 8), eighths % 8 == 0 ? "" : "▏▎▍▌▋▊▉".AsSpan(eighths % 8 - 1, 1));
    }

    /// <summary>One sign per value, as high as its share of the largest; a blank for none.</summary>
    public string Spark(ReadOnlySpan<double> values)
    {
        var most = 0.0;
        foreach (var value in values) most = Math.Max(most, value);
        var signs = unicode ? "▁▂▃▄▅▆▇█" : ".:-=+*#@";
        var text = new char[values.Length];
        for (var i = 0; i < text.Length; i++) text[i] = most > 0 && values[i] > 0 ? signs[Math.Min(signs.Length - 1, (int)(values[i] / most * signs.Length))] : ' ';
        return new string(text);
    }

    /// <summary>Paints in the colour of a group of customers: green where the money is, red where it is leaving.</summary>
    public string OfGroup(string group, string text) => Paint(
        group switch
        {
            "high-value" => "32",
            "promising" => "36",
            "occasional" => "33",
            "at-risk" => "31",
            _ => "90",
        },
        text);

    private string Paint(string code, string text) => colour && text.Length > 0 ? $"\e[{code}m{text}\e[0m" : text;
}
