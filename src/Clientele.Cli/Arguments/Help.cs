using System.Text;
using Clientele.Cli.Screen;

namespace Clientele.Cli.Arguments;

/// <summary>The help pages, made from the forms.</summary>
internal static class Help
{
    /// <summary>All commands.</summary>
    public static string Of(Catalog<Form> commands, Terminal terminal)
    {
        var ink = Ink.For(terminal);
        var page = new StringBuilder();
        Paragraph(page, "Clientele turns raw sales into customer segments, every line and every cent accounted for.", 0, terminal.Width);
        page.Append('\n');
        page.Append(ink.Bold("Usage")).Append("  clientele COMMAND …\n\n");
        page.Append(ink.Bold("Commands")).Append('\n');
        var widest = 0;
        foreach (var command in commands) widest = Math.Max(widest, command.Name.Length);
        foreach (var command in commands) Entry(page, command.Name, command.Summary, widest + 4, terminal.Width);
        page.Append('\n').Append(ink.Bold("Start here")).Append('\n');
        page.Append("  clientele demo\n  clientele segment sales.csv --out results\n  clientele segment --help\n\n");
        page.Append(ink.Bold("Everywhere")).Append('\n');
        Entry(page, "--help", "Shows this page, or the page of a command.", 13, terminal.Width);
        Entry(page, "--version", "Shows the version.", 13, terminal.Width);
        Entry(page, "--debug", "Adds the stack trace to an error.", 13, terminal.Width);
        return Signs(page, terminal);
    }

    /// <summary>One command.</summary>
    public static string Of(Form form, Terminal terminal)
    {
        var ink = Ink.For(terminal);
        var page = new StringBuilder();
        Paragraph(page, form.Summary, 0, terminal.Width);
        page.Append('\n').Append(ink.Bold("Usage")).Append("  clientele ").Append(form.Name);
        if (form.Operands.Length > 0) page.Append(' ').Append(form.Operands);
        page.Append(form.Groups.Count > 0 ? " [options]\n" : "\n");
        if (form.Examples.Count > 0)
        {
            page.Append('\n').Append(ink.Bold("Examples")).Append('\n');
            foreach (var example in form.Examples)
            {
                page.Append("  ").Append(example.Line).Append('\n');
                Paragraph(page, example.Reason, 6, terminal.Width);
            }
        }

        foreach (var group in form.All())
        {
            page.Append('\n').Append(ink.Bold(group.Title)).Append('\n');
            foreach (var setting in group.Settings)
            {
                Entry(page, setting.Value is { } value ? $"{setting.Name} {value}" : setting.Name, setting.Meaning, 26, terminal.Width);
            }
        }

        if (form.Notes.Length > 0) Paragraph(page.Append('\n'), form.Notes, 0, terminal.Width);
        return Signs(page, terminal);
    }

    /// <summary>A name and its meaning, the meaning indented to a column and wrapped there.</summary>
    public static void Entry(StringBuilder page, string name, string meaning, int column, int width)
    {
        page.Append("  ").Append(name);
        if (name.Length + 4 > column) page.Append('\n').Indent(column);
        else page.Indent(column - name.Length - 2);
        Words(page, meaning, column, column, width);
    }

    public static void Paragraph(StringBuilder page, string text, int indent, int width)
    {
        page.Indent(indent);
        Words(page, text, indent, indent, width);
    }

    /// <summary>Signs beyond ASCII only where the terminal shows them.</summary>
    private static string Signs(StringBuilder page, Terminal terminal) =>
        terminal.Unicode ? page.ToString() : page.Replace("…", "...").Replace("±", "+/-").ToString();

    /// <summary>A title: wrapped and bold.</summary>
    public static void Title(StringBuilder page, string text, Ink ink, int width)
    {
        var title = new StringBuilder();
        Paragraph(title, text, 0, width);
        foreach (var line in title.ToString().TrimEnd('\n').Split('\n')) page.Append(ink.Bold(line)).Append('\n');
    }

    private static void Words(StringBuilder page, string text, int at, int indent, int width)
    {
        foreach (var word in text.Split(' '))
        {
            if (at > indent && at + 1 + word.Length > width)
            {
                page.Append('\n').Indent(indent);
                at = indent;
            }

            if (at > indent)
            {
                page.Append(' ');
                at++;
            }

            page.Append(word);
            at += word.Length;
        }

        page.Append('\n');
    }
}
