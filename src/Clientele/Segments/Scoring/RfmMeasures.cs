using Clientele.Customers;

namespace Clientele.Segments.Scoring;

/// <summary>The three measures that scores are made from, with their orders sorted once.</summary>
public sealed class RfmMeasures
{
    internal RfmMeasures(double[] recency, double[] frequency, Money[] monetary, bool hasMoney = true)
    {
        Recency = recency;
        Frequency = frequency;
        Monetary = monetary;
        HasMoney = hasMoney;
    }

    /// <summary>Money as the nearest doubles, for medians.</summary>
    internal double[] Spent => field ??= Doubles(Monetary);

    /// <summary>Days since the last order [customers].</summary>
    public double[] Recency { get; }

    /// <summary>Distinct orders [customers].</summary>
    public double[] Frequency { get; }

    /// <summary>Exact money [customers]; all zero when the sales carried none.</summary>
    public Money[] Monetary { get; }

    /// <summary>The sales carried money.</summary>
    public bool HasMoney { get; }

    public int Count => Recency.Length;

    internal RankOrder ByRecency => field ??= RankOrder.Of(Recency);

    internal RankOrder ByFrequency => field ??= RankOrder.Of(Frequency);

    internal RankOrder ByMonetary => field ??= RankOrder.Of(Monetary);

    /// <summary>Sorts all three at once, which are sorted one by one when asked for otherwise.</summary>
    /// <param name="threads">Most threads; 0 means one per core.</param>
    internal void Sort(int threads) => Hands.Share(3, Count < Hands.Few ? 1 : threads, measure => _ = measure == 0 ? ByMonetary : measure == 1 ? ByFrequency : ByRecency);

    /// <summary>Takes recency, frequency and monetary from the table; NaN in one of them is a <see cref="UserException"/> that names it.</summary>
    public static RfmMeasures Of(CustomerTable customers)
    {
        var recency = Finite(customers["recency"]);
        var frequency = Finite(customers["frequency"]);
        if (!customers.Has("monetary")) return new RfmMeasures(recency, frequency, new Money[customers.Count], hasMoney: false);
        return new RfmMeasures(recency, frequency, customers["monetary"].Amounts);
    }

    private static double[] Finite(CustomerColumn column)
    {
        foreach (var value in column.Numbers)
        {
            if (!double.IsFinite(value)) throw Problems.NotFinite(column.Name);
        }

        return column.Numbers;
    }

    private static double[] Doubles(Money[] amounts)
    {
        var doubles = new double[amounts.Length];
        for (var i = 0; i < doubles.Length; i++) doubles[i] = amounts[i].ToDouble();
        return doubles;
    }
}
