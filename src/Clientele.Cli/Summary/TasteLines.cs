using System.Text;
using Clientele.Cli.Arguments;
using Clientele.Cli.Screen;
using Clientele.Products;
using Clientele.Products.Tastes;

namespace Clientele.Cli.Summary;

/// <summary>How many customers stand out, and by what.</summary>
internal static class TasteLines
{
    private const int Most = 3;

    public static void AppendTo(StringBuilder page, ProductReport report, Ink ink, int width)
    {
        if (report.Tastes.Count == 0) return;
        ShopPage.Title(page, ink, "Customers who stand out", width);
        Say(TasteKind.Category, "mostly from one category");
        Say(TasteKind.Reduced, "mostly below the usual price");
        Say(TasteKind.Season, "in the same months again and again");
        Help.Paragraph(page, "Who they are stands in tastes.csv, the surest first.", 2, width);

        void Say(TasteKind kind, string how)
        {
            var found = report.Tastes.Where(t => t.Kind == kind).ToArray();
            if (found.Length == 0) return;
            var names = found.Where(t => t.Name.Length > 0).GroupBy(t => t.Name, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(Most).ToArray();
            var first = names.Length == 0 ? "" : $": {string.Join(", ", names.Select(g => $"{ShopPage.Short(g.Key)} {Figures.Count(g.Count())}"))}{(names.Sum(g => g.Count()) < found.Length ? ", …" : "")}";
            Help.Paragraph(page, $"{Figures.Count(found.Length, "customer")} {(found.Length == 1 ? "orders" : "order")} {how}{first}.", 2, width);
        }
    }
}
