using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Clustering;

/// <summary>Splits, one after the other, the part with the largest inertia, the earliest of equals.</summary>
/// <remarks>[SKK00].</remarks>
internal sealed class Bisection
{
    private readonly Points _points;
    private readonly List<Part> _parts;

    public Bisection(Points points, BisectingOptions options, Crew crew, Meter meter, CancellationToken ct)
    {
        _points = points;
        var all = new int[points.Count];
        for (var i = 0; i < all.Length; i++) all[i] = i;
        _parts = [Part.Of(points, all)];
        while (_parts.Count < options.K)
        {
            var widest = 0;
            for (var p = 1; p < _parts.Count; p++)
            {
                if (_parts[p].Inertia > _parts[widest].Inertia) widest = p;
            }

            // Distinct rows may still have inertia 0 where squares vanish; then any part with two of them will do.
            if (_parts[widest].Rows.Length < 2) widest = _parts.FindIndex(part => part.Rows.Length > 1);
            if (widest < 0) break;
            Split(widest, options, crew, ct);
            meter.Done();
        }
    }

    public int K => _parts.Count;

    /// <summary>Means of the parts [K × d], in the scaled space.</summary>
    public double[] Centres
    {
        get
        {
            var centres = new double[K * _points.Dimensions];
            for (var p = 0; p < K; p++) _parts[p].Mean.CopyTo(centres, p * _points.Dimensions);
            return centres;
        }
    }

    private void Split(int at, BisectingOptions options, Crew crew, CancellationToken ct)
    {
        var part = _parts[at];
        var some = part.Rows.Length == _points.Count ? _points : _points.Some(part.Rows);
        var descent = new Descent(some, 2, crew, ct);
        Outcome? best = null;
        for (var start = 0; start < options.Starts; start++)
        {
            // Numbered by split and trial.
            var outcome = descent.FromDraws(2, new Draws(options.Seed, K, start), options.MaxIterations);
            if (best is null || outcome.Inertia < best.Inertia) best = outcome;
        }

        if (best!.K < 2)
        {
            // Distances vanish: the first row by itself.
            _parts[at] = Part.Of(_points, part.Rows[1..]);
            _parts.Add(Part.Of(_points, part.Rows[..1]));
            return;
        }

        var (labels, _) = NearestOf.Scaled(some, best.Centres, 2, crew, ct);
        var (left, right) = (new List<int>(part.Rows.Length), new List<int>());
        for (var i = 0; i < part.Rows.Length; i++) (labels[i] == 0 ? left : right).Add(part.Rows[i]);
        _parts[at] = Part.Of(_points, [.. left]);
        _parts.Add(Part.Of(_points, [.. right]));
    }

    private sealed record Part(int[] Rows, double[] Mean, double Inertia)
    {
        public static Part Of(Points points, int[] rows)
        {
            var (mean, weight, inertia) = (new double[points.Dimensions], 0.0, 0.0);
            foreach (var i in rows)
            {
                weight += points.Weights[i];
                for (var q = 0; q < mean.Length; q++) mean[q] += points.Weights[i] * points[i, q];
            }

            for (var q = 0; q < mean.Length; q++) mean[q] /= weight;
            foreach (var i in rows)
            {
                var square = 0.0;
                for (var q = 0; q < mean.Length; q++) square += (points[i, q] - mean[q]) * (points[i, q] - mean[q]);
                inertia += points.Weights[i] * square;
            }

            return new(rows, mean, inertia);
        }
    }
}
