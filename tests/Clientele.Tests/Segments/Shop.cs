using Clientele.Customers;
using Clientele.Segments.Scoring;
using Clientele.Segments;

namespace Clientele.Tests.Segments;

/// <summary>Customer tables for tests.</summary>
internal static class Shop
{
    public static CustomerTable Of(double[] recency, double[] frequency, long[] cents, params CustomerColumn[] more) =>
        Of(recency, frequency, Array.ConvertAll(cents, c => Money.Of(c, 2)), more);

    public static CustomerTable OfThousandths(double[] recency, double[] frequency, long[] thousandths) =>
        Of(recency, frequency, Array.ConvertAll(thousandths, t => Money.Of(t, 3)), []);

    private static CustomerTable Of(double[] recency, double[] frequency, Money[] amounts, CustomerColumn[] more)
    {
        var ids = Enumerable.Range(0, recency.Length).Select(i => $"c{i:D7}").ToArray();
        return new CustomerTable(ids,
        [
            new("recency", "days", "Days since the last order.", ColumnKind.Number) { Numbers = recency },
            new("frequency", "orders", "Orders.", ColumnKind.Number) { Numbers = frequency },
            new("monetary", "money", "Money.", ColumnKind.Money) { Amounts = amounts, Numbers = Array.ConvertAll(amounts, a => a.ToDouble()) },
            .. more,
        ]);
    }

    /// <summary>A believable shop: few heavy buyers, many who came once, money that follows orders.</summary>
    public static CustomerTable Believable(int customers, int seed)
    {
        var chance = new Random(seed);
        var (recency, frequency, cents) = (new double[customers], new double[customers], new long[customers]);
        for (var i = 0; i < customers; i++)
        {
            var kind = chance.NextDouble();
            frequency[i] = kind < 0.35 ? 1 : kind < 0.9 ? 1 + Math.Floor(-Math.Log(1 - chance.NextDouble()) * 3) : 8 + chance.Next(20);
            recency[i] = 1 + Math.Floor(kind < 0.35 ? chance.NextDouble() * 370 : Math.Min(370, -Math.Log(1 - chance.NextDouble()) * 200 / frequency[i]));
            cents[i] = (long)(frequency[i] * (500 + -Math.Log(1 - chance.NextDouble()) * 30000));
        }

        return Of(recency, frequency, cents);
    }

    /// <summary>The same customers in another order.</summary>
    public static CustomerTable Permuted(CustomerTable table, int[] order) => Of(
        Array.ConvertAll(order, i => table["recency"].Numbers[i]),
        Array.ConvertAll(order, i => table["frequency"].Numbers[i]),
        Array.ConvertAll(order, i => (long)(table["monetary"].Amounts[i].Units / Money.Of(1, 2).Units)));

    public static int[] Shuffle(int count, int seed)
    {
        var order = Enumerable.Range(0, count).ToArray();
        new Random(seed).Shuffle(order);
        return order;
    }

    public static RfmScores Scores(string scoring, CustomerTable table, int parts = 5, Dictionary<string, double[]>? thresholds = null) =>
        Scorings.Catalog.Find(scoring).Create(Settings.Defaults).Score(RfmMeasures.Of(table), parts, thresholds ?? []);

    /// <summary>The folder that holds Clientele.slnx.</summary>
    public static string Root
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "Clientele.slnx"))) return folder.FullName;
            }

            throw new InvalidOperationException("The tests must run inside the repository: no Clientele.slnx above the test program.");
        }
    }
}
