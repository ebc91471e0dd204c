using Clientele.Reports.Writing;

namespace Clientele.Actions.Files;

/// <summary>The products of every action that is about products, most important first.</summary>
internal static class ProductsCsv
{
    public static void Write(ActionList list, Stream output)
    {
        var (text, names) = (new Utf8Text(), list.Sales.Products);
        text.Bytes("rank,play,product,description\n"u8);
        for (var i = 0; i < list.Actions.Count; i++)
        {
            foreach (var product in list.Actions[i].Products)
            {
                text.Integer(i + 1);
                text.Byte((byte)',');
                text.Cell(list.Actions[i].Play);
                text.Byte((byte)',');
                text.Cell(names.Codes[product]);
                text.Byte((byte)',');
                text.Cell(names.Descriptions[product]);
                text.Byte((byte)'\n');
            }
        }

        text.FlushTo(output);
    }
}
