using System.Globalization;
using System.Text;
using Clientele.Actions;
using Clientele.Cli.Arguments;
using Clientele.Cli.Screen;
using Clientele.Reports;

namespace Clientele.Cli.Summary;

/// <summary>A list of actions as a page for Monday morning.</summary>
internal static class ActionsText
{
    public static string Of(ActionList list, Destination destination, Terminal terminal)
    {
        var (ink, page, width) = (Ink.For(terminal), new StringBuilder(4096), terminal.Width);
        Help.Title(page, Headline(list), ink, width);
        Help.Paragraph(page, $"Looking {Figures.Count(list.Plan.HorizonDays, "day")} ahead, with a margin of {Figures.Percent(list.Plan.Margin)} and {Money(list.Plan.ContactCost)} for reaching one customer (--horizon, --margin, --contact-cost).", 2, width);
        var most = list.Actions.Count == 0 ? 1 : list.Actions[0].Gain.Expected;
        for (var i = 0; i < list.Actions.Count; i++) Append(page, list.Actions[i], i + 1, most, ink, width);
        if (list.Left.Count > 0) Left(page, list, ink, width);
        Help.Title(page.Append('\n'), "What to know", ink, width);
        foreach (var note in list.Notes) Help.Paragraph(page, note, 2, width);
        Help.Title(page.Append('\n'), "What to do next", ink, width);
        Next(page, list, destination, width);
        return terminal.Unicode ? page.ToString() : page.Replace("…", "...").ToString();
    }

    private static string Headline(ActionList list) => list.Actions.Count switch
    {
        0 => "Nothing to do that is expected to pay",
        1 => "One thing to do",
        _ => $"{Figures.Count(list.Actions.Count)} things to do, in order of money",
    };

    private static void Append(StringBuilder page, ShopAction action, int number, double most, Ink ink, int width)
    {
        page.Append('\n');
        Help.Title(page, $"{number.ToString(CultureInfo.InvariantCulture)}. {action.Title}", ink, width);
        var bar = ink.Bar(action.Gain.Expected / most, 20);
        page.Append("   ").Append(ink.OfGroup("high-value", bar)).Append(bar.Length > 0 ? " " : "").Append(ink.Bold(Money(action.Gain.Expected)))
            .Append(CultureInfo.InvariantCulture, $" expected gain, {Money(action.Gain.Low)} to {Money(action.Gain.High)}\n");
        Help.Entry(page, " Who", action.Who + Again(action), 13, width);
        Help.Entry(page, " Why", string.Join(' ', action.Why), 13, width);
        Help.Entry(page, " How sure", $"{Word(action.Sureness)}: {action.SureBecause}.{Evens(action)}", 13, width);
    }

    private static string Again(ShopAction action) => action.Overlap > 0 ? $" {Figures.Percent(action.Overlap)} of them stand in a list above, too." : "";

    private static string Evens(ShopAction action)
    {
        var text = new StringBuilder();
        if (!double.IsNaN(action.Response) && !double.IsNaN(action.BreakEven))
            text.Append(CultureInfo.InvariantCulture, $" Assumes {Share(action.Response)} buy because of it; it pays from {Share(action.BreakEven)} on.");
        if (action.ControlGroup > 0)
            text.Append(CultureInfo.InvariantCulture, $" Leave {Figures.Count(action.ControlGroup)} of them alone at random to see the effect.");
        return text.ToString();
    }

    private static void Left(StringBuilder page, ActionList list, Ink ink, int width)
    {
        Help.Title(page.Append('\n'), "Looked at and left", ink, width);
        foreach (var action in list.Left)
            Help.Paragraph(page, $"{action.Title}: {Money(action.Gain.Expected)} expected ({Money(action.Gain.Low)} to {Money(action.Gain.High)}).", 2, width);
    }

    private static void Next(StringBuilder page, ActionList list, Destination destination, int width)
    {
        if (destination.Folder is not { } folder)
        {
            Help.Paragraph(page, "Nothing was written. To get a list of customers for each action, add: --out actions", 2, width);
            return;
        }

        Help.Paragraph(page, $"The results lie in {folder}: {Words.List(destination.Files)}.", 2, width);
        page.Append("  Who to write to: ").Append(Path.Combine(folder, "audience-01-….csv")).Append(", the best action per customer: ").Append(Path.Combine(folder, "customers.csv")).Append('\n');
        page.Append("  Do exactly this again: clientele run ").Append(NextSteps.Quote(Path.Combine(folder, Exports.Run))).Append('\n');
    }

    private static string Word(Sureness sureness) => sureness switch
    {
        Sureness.High => "quite sure",
        Sureness.Medium => "fairly sure",
        _ => "not sure",
    };

    private static string Share(double share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private static string Money(double value) => value.ToString(Math.Abs(value) >= 100 ? "N0" : "N2", CultureInfo.InvariantCulture);
}
