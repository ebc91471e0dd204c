using System.Text;
using Clientele.Cli.Arguments;
using Clientele.Cli.Screen;
using Clientele.Reports;
using Clientele.Segments;

namespace Clientele.Cli.Summary;

/// <summary>The five broad groups that anyone recognises, with the segments that make them up and one thing to do.</summary>
internal static class GroupLines
{
    public static void AppendTo(StringBuilder page, Report report, Ink ink, int width)
    {
        foreach (var group in Groups.All)
        {
            var names = new List<string>();
            var (count, money, total) = (0L, 0.0, 0.0);
            foreach (var segment in report.Segments.Main.Segments)
            {
                total += segment.Money.ToDouble();
                if (segment.Group != group || segment.Count == 0) continue;
                names.Add(segment.Name);
                count += segment.Count;
                money += segment.Money.ToDouble();
            }

            if (count == 0) continue;
            var share = total <= 0 ? "" : $" with {Figures.Percent(money / total)} of the money";
            var start = page.Length;
            Help.Paragraph(page, $"{Title(group)}: {Figures.Count(count, "customer")}{share} ({Words.List(names)}). {Advice(group)}", 2, width);
            page.Replace(Title(group), ink.OfGroup(group, Title(group)), start, 2 + Title(group).Length);
        }
    }

    private static string Title(string group) => group switch
    {
        Groups.HighValue => "High value",
        Groups.Promising => "Promising",
        Groups.Occasional => "Occasional",
        Groups.AtRisk => "At risk",
        _ => "Lost",
    };

    private static string Advice(string group) => group switch
    {
        Groups.HighValue => "Thank them; never let them wait.",
        Groups.Promising => "Bought lately, not much yet: give them a reason for the next order.",
        Groups.Occasional => "Buy now and then: remind them at the right season.",
        Groups.AtRisk => "Bought well and have stopped: ask them back before they are gone.",
        _ => "Have not come back: spend little here.",
    };
}
