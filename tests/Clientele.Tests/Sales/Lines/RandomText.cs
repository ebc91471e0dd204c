using System.Text;

namespace Clientele.Tests.Sales.Lines;

/// <summary>Delimited text full of quotes, stray quotes, doubled quotes and line breaks, in runs of every length.</summary>
internal static class RandomText
{
    private static readonly string[] s_pieces = ["\"", "\"\"", "\n", "\r\n", "\r", "a", "bc", "Grüße", " ", "\t", "D", "D", "D", "\"D", "D\"", "\"x\"", "\"y\nz\"", "\n\""];

    /// <summary>Ends with a line feed and with no quote open, as blocks do.</summary>
    public static byte[] Make(int seed, char delimiter)
    {
        var chance = new Random(seed);
        var text = new StringBuilder();
        var pieces = chance.Next(1, 120);
        var plain = chance.Next(4) * 20;
        for (var i = 0; i < pieces; i++)
        {
            if (plain > 0 && chance.Next(3) == 0) text.Append('x', chance.Next(plain));
            text.Append(s_pieces[chance.Next(s_pieces.Length)].Replace('D', delimiter));
        }

        return Encoding.UTF8.GetBytes(text.Append('\n').ToString());
    }

    public static string Show(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(text).Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
