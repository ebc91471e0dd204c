using System.Text;

namespace Clientele.Cli.Screen;

/// <summary>Runs of one sign, cut from constants: the library's own filling has to be compiled at every start.</summary>
internal static class Fill
{
    private const string Blank =
        "                                                                                                                                                                ";

    private const string Block =
        "████████████████████████████████████████████████████████████████████████████████";

    private const string Hash =
        "################################################################################";

    public static ReadOnlySpan<char> Blanks(int count) => Blank.AsSpan(0, Math.Clamp(count, 0, Blank.Length));

    /// <summary>At most 80.</summary>
    public static ReadOnlySpan<char> Blocks(int count) => Block.AsSpan(0, count);

    /// <summary>At most 80.</summary>
    public static ReadOnlySpan<char> Hashes(int count) => Hash.AsSpan(0, count);

    public static StringBuilder Indent(this StringBuilder page, int count) => page.Append(Blanks(count));

    /// <summary>Padded to a width, at the left or at the right.</summary>
    public static string Pad(string text, int width, bool right) => right
        ? string.Concat(Blanks(width - text.Length), text)
        : string.Concat(text, Blanks(width - text.Length));
}
