using System.Globalization;
using System.Runtime.CompilerServices;

namespace Clientele.Cli.Screen;

/// <summary>What the environment says about the terminal.</summary>
internal static class Environs
{
    private const int Usual = 80;
    private const int Least = 40;
    private const int Most = 160;

    public static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    /// <summary><c>COLUMNS</c>, else the window's width, else 80; between 40 and 160.</summary>
    public static int Width(bool redirected)
    {
        var width = int.TryParse(Variable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var columns) ? columns
            : redirected ? Usual
            : WindowWidth();
        return Math.Clamp(width <= 0 ? Usual : width, Least, Most);
    }

    /// <summary>NO_COLOR and dumb terminals are respected; old Windows consoles do not understand colour codes.</summary>
    public static bool WantsColour() =>
        Variable("NO_COLOR") is null && Variable("TERM") != "dumb" && (!OperatingSystem.IsWindows() || Variable("WT_SESSION") is not null);

    /// <summary>The locale's character set is UTF-8. The first of LC_ALL, LC_CTYPE and LANG that is set decides, as in any program.</summary>
    public static bool IsUnicode()
    {
        if (OperatingSystem.IsWindows()) return Variable("WT_SESSION") is not null;
        var locale = Variable("LC_ALL") ?? Variable("LC_CTYPE") ?? Variable("LANG") ?? "";
        return locale.Contains("utf-8", StringComparison.OrdinalIgnoreCase) || locale.Contains("utf8", StringComparison.OrdinalIgnoreCase);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int WindowWidth()
    {
        try
        {
            return Console.WindowWidth;
        }
        catch (IOException)
        {
            return Usual;
        }
    }
}
