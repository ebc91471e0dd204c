using Clientele.Numerics.Statistics;

namespace Clientele.Explore.Analyses;

/// <summary>Distributions of several measures in one table, and their quantiles as figures.</summary>
internal sealed class Histogram
{
    private readonly ExploreResult _result;
    private readonly ExploreColumn _measure, _from, _to, _count, _share, _cumulative;
    private readonly ExploreColumn? _money, _moneyShare;

    /// <summary>Makes the columns.</summary>
    /// <param name="result">Receives them.</param>
    /// <param name="what">What is counted: customers, orders, gaps.</param>
    /// <param name="money">With money per stretch.</param>
    public Histogram(ExploreResult result, string what, bool money)
    {
        _result = result;
        _measure = result.New("measure", "What is measured.", ExploreKind.Text);
        _from = result.New("from", "Least value of the stretch; empty: none.", ExploreKind.Number);
        _to = result.New("to", "The next stretch begins here; empty: no end.", ExploreKind.Number);
        _count = result.New(what, $"How many {what} fall into it.", ExploreKind.Count);
        _share = result.New("share", $"Of all {what}.", ExploreKind.Number);
        _cumulative = result.New("cumulative_share", "Share up to the end of the stretch.", ExploreKind.Number);
        if (!money) return;
        _money = result.New("money", "Their money.", ExploreKind.Money);
        _moneyShare = result.New("money_share", "Of all money.", ExploreKind.Number);
    }

    /// <summary>Adds a measure; stretches without anything are left out.</summary>
    /// <param name="measure">Its name.</param>
    /// <param name="values">One per item, finite; sorted by the call.</param>
    /// <param name="bins">Stretches.</param>
    /// <param name="money">Money per item, or empty.</param>
    public void Add(string measure, double[] values, Bins bins, Money[] money)
    {
        var counts = new long[bins.Count];
        var sums = new Money[bins.Count];
        var total = Money.Zero;
        for (var i = 0; i < values.Length; i++)
        {
            var bin = bins.Of(values[i]);
            counts[bin]++;
            if (money.Length == 0) continue;
            sums[bin] += money[i];
            total += money[i];
        }

        var before = 0L;
        for (var bin = 0; bin < counts.Length; bin++)
        {
            if (counts[bin] == 0) continue;
            before += counts[bin];
            _measure.Add(measure);
            _from.Add(bins.From(bin));
            _to.Add(bins.To(bin));
            _count.Add(counts[bin]);
            _share.Add(Rates.Share(counts[bin], values.Length));
            _cumulative.Add(Rates.Share(before, values.Length));
            if (money.Length == 0) _money?.AddMissing();
            else _money?.Add(in sums[bin]);
            _moneyShare?.Add(money.Length == 0 ? double.NaN : Rates.Share(in sums[bin], in total));
        }

        Quantiles(measure, values);
    }

    private void Quantiles(string measure, double[] values)
    {
        if (values.Length == 0) return;
        var keys = new long[values.Length];
        for (var i = 0; i < keys.Length; i++) keys[i] = BitConverter.DoubleToInt64Bits(values[i]) is var bits && bits < 0 ? bits ^ long.MaxValue : bits;
        RadixOrder.Sort(keys, 0, keys.Length);
        var sum = 0.0;
        for (var i = 0; i < keys.Length; i++)
        {
            values[i] = BitConverter.Int64BitsToDouble(keys[i] < 0 ? keys[i] ^ long.MaxValue : keys[i]);
            sum += values[i];
        }

        _result.Number($"{measure}_mean", $"Mean of {measure}.", sum / values.Length);
        _result.Number($"{measure}_least", $"Least {measure}.", values[0]);
        _result.Number($"{measure}_quarter", $"A quarter lies at or below (type 7 quantile).", Quantile.OfSorted(values, 0.25));
        _result.Number($"{measure}_median", $"Half lies at or below (type 7 quantile).", Quantile.OfSorted(values, 0.5));
        _result.Number($"{measure}_three_quarters", $"Three quarters lie at or below (type 7 quantile).", Quantile.OfSorted(values, 0.75));
        _result.Number($"{measure}_nine_tenths", $"Nine tenths lie at or below (type 7 quantile).", Quantile.OfSorted(values, 0.9));
        _result.Number($"{measure}_most", $"Largest {measure}.", values[^1]);
    }
}
