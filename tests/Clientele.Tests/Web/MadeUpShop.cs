using System.Globalization;
using System.Text;
using Clientele.Web;

namespace Clientele.Tests.Web;

/// <summary>A store of its own for one test, and a small shop to upload.</summary>
internal sealed class MadeUpShop : IDisposable
{
    private readonly DirectoryInfo _around = Directory.CreateTempSubdirectory("clientele-store-");

    public string Store => Path.Combine(_around.FullName, "store");

    public ServeOptions Options => new() { Runs = Store };

    public string this[string name] => Path.Combine(_around.FullName, name);

    /// <summary>Sales of 80 customers: customer i buys every (i mod 9 + 3) days, so that they differ.</summary>
    /// <param name="customer">Title of the column with customers.</param>
    /// <param name="lines">Roughly how many lines.</param>
    public static byte[] Sales(string customer = "CustomerID", int lines = 3000)
    {
        var text = new StringBuilder($"InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,{customer},Country\n");
        var day = new DateTime(2024, 1, 1, 9, 0, 0);
        for (var (line, d) = (0, 0); line < lines; d++)
        {
            for (var c = 0; c < 80 && line < lines; c++)
            {
                if (d % (c % 9 + 3) != 0 || (c % 7 == 0 && d > 40)) continue;
                line++;
                text.Append(CultureInfo.InvariantCulture, $"{10_000 + d * 100 + c},P{(c + d) % 23},THING {(c + d) % 23},{c % 5 + 1},{day.AddDays(d):yyyy-MM-dd HH:mm:ss},{(c % 11 + 1) * 1.25m},{12_000 + c},France\n");
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>A table with one row per customer.</summary>
    public static byte[] Table()
    {
        var text = new StringBuilder("CustomerID,Gender,Age,Annual Income (k$),Spending Score (1-100)\n");
        for (var i = 1; i <= 120; i++)
        {
            var (income, score) = (i % 3) switch { 0 => (20 + i % 10, 80 - i % 9), 1 => (60 + i % 8, 50 + i % 7), _ => (100 + i % 12, 15 + i % 11) };
            text.Append(CultureInfo.InvariantCulture, $"{i},{(i % 2 == 0 ? "Male" : "Female")},{20 + i % 45},{income},{score}\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public void Dispose() => _around.Delete(recursive: true);
}
