using System.Globalization;
using System.Text;
using Clientele.Sales.Kept;
using Clientele.Sales.Lines;

namespace Clientele.Products;

/// <summary>Which products count, and the category of each.</summary>
internal sealed class Assortment
{
    private Assortment(KeptSales sales, bool[] isLeftOut, int[] categories, IReadOnlyList<LeftOutCode> leftOut) =>
        (Sales, IsLeftOut, Categories, LeftOut) = (sales, isLeftOut, categories, leftOut);

    public KeptSales Sales { get; }

    /// <summary>Postage, fees, vouchers, tests [products].</summary>
    public bool[] IsLeftOut { get; }

    /// <summary>Category that most sold lines of the product carry [products]; -1 where none is known.</summary>
    public int[] Categories { get; }

    /// <summary>The codes that were left out, most lines first.</summary>
    public IReadOnlyList<LeftOutCode> LeftOut { get; }

    /// <summary>Sorts out what is no product, unless told to keep it.</summary>
    public static Assortment Of(KeptSales sales, bool keepsNonProducts)
    {
        var (products, lines) = (sales.Products, sales.Sold);
        var leftOut = new bool[products.Count];
        if (!keepsNonProducts)
        {
            var rules = new LineFactsRules(LineFacts.NonProduct | LineFacts.TestOrder);
            for (var p = 0; p < leftOut.Length; p++)
                leftOut[p] = (rules.OfProduct(Encoding.UTF8.GetBytes(products.Codes[p])) & (LineFacts.NonProduct | LineFacts.TestOrder)) != 0;
        }

        return new Assortment(sales, leftOut, CategoriesOf(sales), Count(sales, leftOut));
    }

    /// <summary>Index of the line's product, or -1 where none counts.</summary>
    public int ProductOf(int line) => Sales.Sold.Products[line] is var product && product >= 0 && !IsLeftOut[product] ? product : -1;

    /// <summary>The category's name, or empty.</summary>
    public string CategoryName(int product) => Categories[product] is var category && category >= 0 ? Sales.Categories[category] : "";

    /// <summary>What was left out, in a sentence; null when nothing was.</summary>
    public string? Note()
    {
        if (LeftOut.Count == 0) return null;
        var names = string.Join(", ", LeftOut.Take(6).Select(c => c.Code)) + (LeftOut.Count > 6 ? " …" : "");
        return string.Create(CultureInfo.InvariantCulture, $"Postage, fees and other non-products are left out: {names}, {(LeftOut.Count == 1 ? "1 code" : $"{LeftOut.Count} codes")} on {LeftOut.Sum(c => c.Lines):N0} of {Sales.Sold.Count:N0} lines. --non-products counts them, too.");
    }

    private static int[] CategoriesOf(KeptSales sales)
    {
        var (lines, main) = (sales.Sold, new int[sales.Products.Count]);
        Array.Fill(main, -1);
        if (lines.Categories.Length == 0) return main;
        var counts = new Dictionary<(int Product, int Category), int>();
        for (var l = 0; l < lines.Count; l++)
        {
            var (product, category) = (lines.Products[l], lines.Categories[l]);
            if (product < 0 || category < 0) continue;
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, (product, category), out _)++;
        }

        var most = new int[main.Length];
        foreach (var ((product, category), count) in counts)
        {
            // Of equally many the ordinally first.
            if (count > most[product] || (count == most[product] && category < main[product])) (most[product], main[product]) = (count, category);
        }

        return main;
    }

    private static List<LeftOutCode> Count(KeptSales sales, bool[] leftOut)
    {
        var lines = new long[leftOut.Length];
        var money = new Money[leftOut.Length];
        for (var l = 0; l < sales.Sold.Count; l++)
        {
            var product = sales.Sold.Products[l];
            if (product < 0 || !leftOut[product]) continue;
            lines[product]++;
            money[product] += sales.Sold.Amounts[l];
        }

        var codes = new List<LeftOutCode>();
        for (var p = 0; p < leftOut.Length; p++)
        {
            if (lines[p] > 0) codes.Add(new LeftOutCode(sales.Products.Codes[p], lines[p], money[p]));
        }

        codes.Sort((a, b) => a.Lines != b.Lines ? b.Lines.CompareTo(a.Lines) : string.CompareOrdinal(a.Code, b.Code));
        return codes;
    }
}

/// <summary>A code that is no product.</summary>
/// <param name="Code">As it stands in the file.</param>
/// <param name="Lines">Kept lines.</param>
/// <param name="Money">Their money.</param>
public sealed record LeftOutCode(string Code, long Lines, Money Money);
