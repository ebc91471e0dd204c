using System.Text;
using Clientele.Cli.Arguments;
using Clientele.Cli.Screen;
using Clientele.Segments.Maps;

namespace Clientele.Cli.Commands;

/// <summary>Shows the segment maps, and what is odd about one.</summary>
internal static class MapsCommand
{
    public static Choice<Form> Choice { get; } = new("maps", "Lists the segment maps, or shows and checks one, also your own.", [], _ => Form());

    private static Form Form() => new(Choice.Name, Choice.Summary)
    {
        Operands = "[NAME|FILE]",
        OperandCount = (0, 1),
        Examples =
        [
            new("clientele maps", "Names to use with --map."),
            new("clientele maps codes", "Which scores get which name; gaps and overlaps."),
            new("clientele maps my-map.txt", "Checks a map of your own before you use it."),
        ],
        Run = invocation =>
        {
            var terminal = invocation.Terminal;
            terminal.Print(invocation.Operands is [var map] ? One(SegmentMaps.Find(map), terminal) : All(terminal));
            return ExitCode.Done;
        },
    };

    private static string All(Terminal terminal)
    {
        var page = new StringBuilder();
        foreach (var choice in SegmentMaps.Catalog) Help.Entry(page, choice.Name, choice.Summary, 12, terminal.Width);
        page.Append("\nShow one: clientele maps ").Append(SegmentMaps.Catalog[0].Name).Append('\n');
        return page.ToString();
    }

    private static string One(SegmentMap map, Terminal terminal)
    {
        var ink = Ink.For(terminal);
        var page = new StringBuilder();
        page.Append(ink.Bold($"Map {map.Name}: scores 1 to {map.Parts} for recency, frequency and money")).Append('\n');
        var codes = new Dictionary<string, int>();
        var all = 0;
        foreach (var (_, segment) in map.Codes)
        {
            codes[segment.Name] = codes.GetValueOrDefault(segment.Name) + 1;
            all++;
        }

        foreach (var segment in map.Segments)
        {
            var count = codes.GetValueOrDefault(segment.Name);
            if (count == 0 && segment == map.Segments[^1] && !map.StatesElse) continue;
            page.Append('\n').Append("  ").Append(ink.OfGroup(segment.Group, segment.Name)).Append($" ({segment.Group}, {count} of {all} codes)\n");
            Help.Paragraph(page, segment.Rule, 4, terminal.Width);
        }

        page.Append('\n');
        var findings = MapLint.Check(map);
        if (findings.Count == 0) page.Append("Every code has exactly one name.\n");
        foreach (var finding in findings) Help.Paragraph(page, finding.Text, 0, terminal.Width);
        return page.ToString();
    }
}
