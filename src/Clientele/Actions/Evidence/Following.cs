using Clientele.Numerics.Testing;

namespace Clientele.Actions.Evidence;

/// <summary>What customers in a certain position did next: how many bought by themselves, and what they spent.</summary>
/// <param name="All">Customers who stood so.</param>
/// <param name="Spends">What each of those who bought spent [buyers].</param>
internal sealed record Following(int All, double[] Spends)
{
    public static Following Nothing { get; } = new(0, []);

    public int Bought => Spends.Length;

    public double Rate => All == 0 ? double.NaN : (double)Bought / All;

    public double Mean => Spends.Length == 0 ? double.NaN : Spends.Sum() / Spends.Length;

    /// <summary>"Of 812 customers who stood so 90 days before the end of the data, 31% (28% to 34%) bought by themselves within 90 days, for 412 each."</summary>
    public string Told(string whoStoodSo, int days)
    {
        if (All == 0) return $"Nobody stood so {Say.Days(days)} before the end of the data, so this shop's past says nothing about it.";
        var (low, high) = Proportions.Wilson(Bought, All);
        var spent = Bought == 0 ? "" : $", for {Say.Money(Mean)} each";
        return $"Of {Say.Customers(All)} {whoStoodSo} {Say.Days(days)} before the end of the data, {Say.Percent(Rate)} ({Say.Percent(low)} to {Say.Percent(high)}) bought by themselves within {Say.Days(days)}{spent}.";
    }
}
