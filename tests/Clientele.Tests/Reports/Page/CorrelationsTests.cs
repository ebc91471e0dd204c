using System.Globalization;
using System.Text.Json;
using Clientele.Customers;
using Clientele.Reports.Page;
using Clientele.Reports.Writing;

namespace Clientele.Tests.Reports.Page;

/// <summary>Rank correlations against the definition, ties included.</summary>
public sealed class CorrelationsTests
{
    [Fact]
    public void They_are_those_of_the_definition()
    {
        var seed = 1;
        for (var round = 0; round < 200; round++)
        {
            var n = 3 + round % 60;
            var (a, b) = (Values(n), Values(n));
            var expected = Plain(a, b);
            var found = Of(a, b);
            if (double.IsNaN(expected)) Assert.Null(found);
            else Assert.Equal(expected, found!.Value, 0.00051);
        }

        double[] Values(int n) => [.. Enumerable.Range(0, n).Select(_ => { seed = unchecked(seed * 1103515245 + 12345); return (double)((seed >> 16) & 7); })];
    }

    [Fact]
    public void A_monotone_curve_is_a_perfect_one() => Assert.Equal(1, Of([1, 2, 3, 4, 9], [1, 10, 100, 1000, 1e9])!.Value, 1e-12);

    private static double? Of(double[] a, double[] b)
    {
        var table = new CustomerTable([.. a.Select((_, i) => i.ToString("D4", CultureInfo.InvariantCulture))],
            [new("a", "", "A.", ColumnKind.Number) { Numbers = a }, new("b", "", "B.", ColumnKind.Number) { Numbers = b }]);
        var text = new Utf8Text();
        var json = new JsonText(text, indented: false);
        json.Object();
        Correlations.Write(json, table);
        json.EndObject();
        var root = JsonDocument.Parse(text.Written.ToArray()).RootElement;
        return root.TryGetProperty("correlations", out var found) ? found.GetProperty("matrix")[0][1].GetDouble() : null;
    }

    /// <summary>Pearson's correlation of mean ranks, by counting.</summary>
    private static double Plain(double[] a, double[] b)
    {
        var (x, y) = (Ranks(a), Ranks(b));
        var (mx, my) = (x.Average(), y.Average());
        var (xy, xx, yy) = (0.0, 0.0, 0.0);
        for (var i = 0; i < x.Length; i++)
        {
            xy += (x[i] - mx) * (y[i] - my);
            xx += (x[i] - mx) * (x[i] - mx);
            yy += (y[i] - my) * (y[i] - my);
        }

        return xy / Math.Sqrt(xx * yy);

        static double[] Ranks(double[] values) => [.. values.Select(v => values.Count(w => w < v) + (values.Count(w => w == v) + 1) / 2.0)];
    }
}
