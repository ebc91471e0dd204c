using Clientele.Numerics.Clustering;

namespace Clientele.Numerics.Mixed;

/// <summary>Where one start ended.</summary>
/// <param name="Centres">Means and modes in the space of the rows [k × d]; every one has rows.</param>
internal sealed record PrototypeOutcome(double[] Centres, int K, double Cost, bool Converged);

/// <summary>One start of K-Prototypes: assign, then means and modes, until nothing moves.</summary>
/// <remarks>[Hua98] in rounds as K-Means; centres drawn as [AV07] by weight × cost.</remarks>
/// <param name="space">How rows are compared.</param>
/// <param name="places">Distinct rows in that space [m × d].</param>
/// <param name="weights">[m].</param>
/// <param name="cancellation">Looked at every few thousand rows.</param>
internal sealed class PrototypeDescent(MixedSpace space, double[] places, double[] weights, CancellationToken cancellation)
{
    private const int Block = 8192;
    private const int MostStill = 20;

    private readonly int _m = weights.Length;
    private readonly int _d = space.IsCategory.Length;
    private readonly int[] _labels = new int[weights.Length];
    private readonly double[] _costs = new double[weights.Length];

    /// <summary>From drawn centres. k is at most the number of distinct rows.</summary>
    public PrototypeOutcome From(int k, Draws draws, int mostRounds)
    {
        var centres = Draw(k, draws);
        Array.Fill(_labels, -1);
        var (least, still, converged) = (double.PositiveInfinity, 0, false);
        for (var round = 0; round < mostRounds; round++)
        {
            var (cost, changed) = Assign(centres, k);
            changed |= Fill(centres, k);

            converged = !changed;
            if (converged) break;

            // Rows may move at the same cost, between categories that tie, and come to rest; or go to and fro for ever.
            still = cost < least ? 0 : still + 1;
            if (still > MostStill) break;
            least = Math.Min(least, cost);
            Update(centres, k);
        }

        return new(centres, k, Assign(centres, k).Cost, converged);
    }

    private ReadOnlySpan<double> Place(int i) => new(places, i * _d, _d);

    private double[] Draw(int k, Draws draws)
    {
        var centres = new double[k * _d];
        Array.Fill(_costs, double.PositiveInfinity);
        for (var c = 0; c < k; c++)
        {
            var (total, at) = (0.0, -1);
            for (var i = 0; i < _m; i++) total += c == 0 ? weights[i] : weights[i] * _costs[i];
            var (target, sum) = (draws.Uniform(c, 0) * total, 0.0);
            for (var i = 0; i < _m; i++)
            {
                var mass = c == 0 ? weights[i] : weights[i] * _costs[i];
                if (mass == 0) continue;
                at = i;
                sum += mass;
                if (sum > target) break;
            }

            // Costs that vanish beside their rows: the first row that is no centre.
            if (at < 0) at = Enumerable.Range(0, _m).First(i => !Taken(centres, c, i));
            Place(at).CopyTo(centres.AsSpan(c * _d));
            for (var i = 0; i < _m; i++) _costs[i] = Math.Min(_costs[i], space.Cost(Place(i), new(centres, c * _d, _d)));
        }

        return centres;
    }

    private bool Taken(double[] centres, int count, int i)
    {
        for (var c = 0; c < count; c++)
        {
            if (Place(i).SequenceEqual(new(centres, c * _d, _d))) return true;
        }

        return false;
    }

    private (double Cost, bool Changed) Assign(double[] centres, int k)
    {
        var (sum, changed) = (0.0, false);
        for (var i = 0; i < _m; i++)
        {
            if (i % Block == 0) cancellation.ThrowIfCancellationRequested();
            var nearest = space.Nearest(Place(i), centres, k, out _costs[i]);
            changed |= nearest != _labels[i];
            _labels[i] = nearest;
            sum += weights[i] * _costs[i];
        }

        return (sum, changed);
    }

    // A cluster without rows takes the row that costs most in a cluster of several.
    private bool Fill(double[] centres, int k)
    {
        var (rows, filled) = (new int[k], false);
        foreach (var label in _labels) rows[label]++;
        for (var c = 0; c < k; c++)
        {
            if (rows[c] > 0) continue;
            var worst = -1;
            for (var i = 0; i < _m; i++)
            {
                if (rows[_labels[i]] > 1 && (worst < 0 || weights[i] * _costs[i] > weights[worst] * _costs[worst])) worst = i;
            }

            rows[_labels[worst]]--;
            (rows[c], _labels[worst], _costs[worst], filled) = (1, c, 0, true);
            Place(worst).CopyTo(centres.AsSpan(c * _d));
        }

        return filled;
    }

    private void Update(double[] centres, int k)
    {
        var (sums, totals) = (new double[k * _d], new double[k]);
        for (var i = 0; i < _m; i++)
        {
            totals[_labels[i]] += weights[i];
            for (var q = 0; q < _d; q++) sums[(_labels[i] * _d) + q] += weights[i] * places[(i * _d) + q];
        }

        for (var q = 0; q < _d; q++)
        {
            if (space.IsCategory[q]) Modes(centres, q);
            else for (var c = 0; c < k; c++) centres[(c * _d) + q] = sums[(c * _d) + q] / totals[c];
        }
    }

    // The category with the most weight, the least code on a tie.
    private void Modes(double[] centres, int q)
    {
        var counts = new Dictionary<(int Cluster, double Code), double>();
        for (var i = 0; i < _m; i++)
        {
            var key = (_labels[i], places[(i * _d) + q]);
            counts[key] = counts.GetValueOrDefault(key) + weights[i];
        }

        var most = new Dictionary<int, (double Weight, double Code)>();
        foreach (var ((cluster, code), weight) in counts)
        {
            if (!most.TryGetValue(cluster, out var best) || weight > best.Weight || (weight == best.Weight && code < best.Code)) most[cluster] = (weight, code);
        }

        foreach (var (cluster, best) in most) centres[(cluster * _d) + q] = best.Code;
    }
}
