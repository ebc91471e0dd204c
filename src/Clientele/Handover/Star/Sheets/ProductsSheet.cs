using Clientele.Reports.Writing;
using Clientele.Sales.Kept;

namespace Clientele.Handover.Star.Sheets;

/// <summary>The products: code and the description that most of their lines carry.</summary>
internal sealed class ProductsSheet(ProductNames products, string[] keys) : IStarSheet
{
    public StarTable Table { get; } = new("products", "One product.", products.Count,
    [
        new("product", StarType.Text, "", "Key: the code; with ~2 where two codes differ by nothing that every program can see.") { IsKey = true },
        new("code", StarType.Text, "", "The code as it stands in the files; the description where they have no codes."),
        new("description", StarType.Text, "", "The description that most of its sold lines carry; the code where there is none."),
    ]);

    public void Write(Stream output)
    {
        var text = new Utf8Text();
        text.Header(Table);
        for (var i = 0; i < keys.Length; i++)
        {
            text.Cell(keys[i]);
            text.Byte((byte)',');
            text.Cell(products.Codes[i]);
            text.Byte((byte)',');
            text.Cell(products.Show(i));
            text.Byte((byte)'\n');
            if (text.Length > 1 << 16) text.FlushTo(output);
        }

        text.FlushTo(output);
    }
}
