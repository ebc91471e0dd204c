using System.Text;
using Clientele.Sales;
using Clientele.Sales.Layouts;
using FsCheck;
using FsCheck.Fluent;

namespace Clientele.Tests.Sales.Layouts;

public sealed class AnyTextTests
{
    /// <summary>Whatever the text, it is understood or refused with something to type; never anything else.</summary>
    [Fact]
    public void Any_text_is_understood_or_refused()
    {
        var piece = Gen.Elements("customer", "date", "amount", "price", "2024-01-05", "13/2/24", "10.00", "1,5", "\"", "\"\"", ",", ";", "\t", " ", "\n", "\r\n", "C1", "17.0", "é", "'", "\\", "sep=;", "€", "|", "\u001f");
        Prop.ForAll(piece.ArrayOf().ToArbitrary(), pieces => Try(Encoding.UTF8.GetBytes(string.Concat(pieces)))).Check(Cases.Of(2000));
    }

    [Fact]
    public void Any_bytes_behind_a_header_are_understood_or_refused()
    {
        var bytes = Gen.Choose(0, 255).Select(i => (byte)i).ArrayOf();
        Prop.ForAll(bytes.ToArbitrary(), b => Try([.. "customer,date,amount\nC1,2024-01-05,10.00\n"u8, .. b])).Check(Cases.Of(1000));
    }

    private static void Try(byte[] text)
    {
        try
        {
            var sample = Samples.Of(text);
            var layout = LayoutReader.Understand("shop.csv", sample, ReadOptions.Default);
            Assert.True(layout[Role.Customer] >= 0 && layout[Role.Date] >= 0);
            Inspection.Of(layout, sample);
            LayoutCheck.After(layout, Samples.Pass(layout, text), ReadOptions.Default);
        }
        catch (UserException error)
        {
            Assert.NotEmpty(error.Fix);
            Assert.Contains("shop.csv", error.What, StringComparison.Ordinal);
        }
    }
}
