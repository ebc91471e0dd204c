using System.Text;
using Clientele.Cli.Arguments;
using Clientele.Cli.Screen;

namespace Clientele.Cli.Summary;

/// <summary>What the pages on products and on baskets have in common.</summary>
internal static class ShopPage
{
    private const int LongestName = 36;

    public static void Title(StringBuilder page, Ink ink, string text, int width) => Help.Title(page.Append('\n'), text, ink, width);

    public static void Notes(StringBuilder page, IReadOnlyList<string> notes, Ink ink, int width)
    {
        if (notes.Count == 0) return;
        Title(page, ink, "Good to know", width);
        foreach (var note in notes.Distinct())
        {
            var start = page.Length;
            Help.Paragraph(page, Words.Sentence(note), 4, width);
            page.Remove(start, 4).Insert(start, $"  {ink.Dot} ");
        }
    }

    public static void Next(StringBuilder page, Destination destination, string command, Ink ink, int width)
    {
        Title(page, ink, "What to do next", width);
        if (destination.Folder is not { } folder)
        {
            Help.Paragraph(page, $"Nothing was written. To keep all of it, add: --out {command}", 2, width);
            return;
        }

        Help.Paragraph(page, $"The results lie in {folder}: {Words.List(destination.Files)}.", 2, width);
        page.Append($"  Do exactly this again: clientele run {NextSteps.Quote(Path.Combine(folder, Reports.Exports.Run))}\n");
    }

    /// <summary>A name that leaves room for figures.</summary>
    public static string Short(string name, int most = LongestName)
    {
        name = name.Trim();
        return name.Length <= most ? name : string.Concat(name.AsSpan(0, most - 1), "~");
    }

    public static string Signs(StringBuilder page, Terminal terminal) => terminal.Unicode
        ? page.ToString()
        : page.Replace("…", "...").Replace("×", "x").Replace("−", "-").Replace("→", "->").Replace("–", "-").Replace("÷", "/").ToString();
}
