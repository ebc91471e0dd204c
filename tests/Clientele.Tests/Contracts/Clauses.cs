using System.Globalization;
using Clientele.Clusters;
using Clientele.Numerics;
using Clientele.Numerics.Clustering;
using Clientele.Numerics.Validity;
using Clientele.Tests.Numerics;
using FsCheck.Fluent;
using static Clientele.Tests.Contracts.Subject;

namespace Clientele.Tests.Contracts;

/// <summary>What holds of every method of clustering, whatever it does inside.</summary>
public static class Clauses
{
    private const int Many = 1000;

    public static IReadOnlyList<Clause> All { get; } =
    [
        new("I1 fitting twice gives the same bits", Many, Case.Small, (method, c) => Same(Fit(method, c, c.Matrix()), Fit(method, c, c.Matrix()))),
        new("I2 threads change no bit", 150, Case.Small, Threads) { Least = 8 },
        new("I2 threads change no bit of large data", 60, Case.Large, Threads) { Least = 3 },
        new("I3 I42 row order changes no bit", Many, Case.Small, RowOrder),
        new("I3 I42 row order changes no bit of large data", 60, Case.Large, RowOrder) { Least = 3 },
        new("I6 column order changes no separated cluster", Many, Case.Small, (method, c) =>
        {
            var x = Separated(c, 30, 3);
            return Alike(Fit(method, c, x), Fit(method, c, Columns(x, Oracle.Shuffled(3, c.Seed))));
        }),
        new("I7 moving all data changes no label", Many, Case.Small, (method, c) =>
        {
            var x = Oracle.Map(c.Matrix(), static v => Math.Round(v * 1024) / 1024);
            return Fit(method, c, x).Labels.SequenceEqual(Fit(method, c, Oracle.Map(x, static v => v + 1_048_576)).Labels);
        }),
        new("I8 powers of two change no label, however huge or tiny", Many, Case.Small, (method, c) =>
        {
            if (method.HasUnit is not null) return true;
            var power = (c.Seed % 4) switch { 0 => 515, 1 => -565, _ => (c.Seed % 80) - 40 };
            var x = c.Matrix();
            return Fit(method, c, x).Labels.SequenceEqual(Fit(method, c, Oracle.Map(x, v => Math.ScaleB(v, power))).Labels);
        }),
        new("I10 turning separated data changes no cluster", Many, Case.Small, (method, c) =>
        {
            if (method.LooksAlongAxes is not null) return true;
            var (x, (sin, cos)) = (Separated(c, 30, 2), Math.SinCos(c.Seed));
            var turned = new double[60];
            for (var i = 0; i < 30; i++)
            {
                turned[2 * i] = (cos * x.Values[2 * i]) - (sin * x.Values[(2 * i) + 1]);
                turned[(2 * i) + 1] = (sin * x.Values[2 * i]) + (cos * x.Values[(2 * i) + 1]);
            }

            return Alike(Fit(method, c, x), Fit(method, c, new(turned, 30, 2)));
        }),
        new("I11 a weight counts as so many copies", Many, Case.Small, (method, c) =>
        {
            var (x, weights) = (c.Matrix(), Weights(c, least: 1));
            int[] from = [.. Enumerable.Range(0, x.Rows).SelectMany(i => Enumerable.Repeat(i, (int)weights[i]))];
            var (weighted, copied) = (Fit(method, c, x, weights), Fit(method, c, Oracle.Rows(x, from)));
            return from.Select(i => weighted.Labels[i]).SequenceEqual(copied.Labels);
        }),
        new("I12 weights of 1 are none", Many, Case.Small, (method, c) =>
        {
            var (x, ones) = (c.Matrix(), new double[c.Rows]);
            Array.Fill(ones, 1);
            return Same(Fit(method, c, x), Fit(method, c, x, ones));
        }),
        new("I12 doubled weights change no label", Many, Case.Small, (method, c) =>
        {
            if (method.CountsCopies is not null) return true;
            var (x, weights) = (c.Matrix(), Weights(c, least: 0));
            return Fit(method, c, x, weights).Labels.SequenceEqual(Fit(method, c, x, [.. weights.Select(w => 2 * w)]).Labels);
        }),
        new("I12 a row of weight 0 is absent but labelled", Many, Case.Small, (method, c) =>
        {
            var (x, weights) = (c.Matrix(), Weights(c, least: 0));
            int[] there = [.. Enumerable.Range(0, x.Rows).Where(i => weights[i] > 0)];
            var (all, some) = (Fit(method, c, x, weights), Fit(method, c, Oracle.Rows(x, there), [.. there.Select(i => weights[i])]));
            return all.K == some.K && there.Select(i => all.Labels[i]).SequenceEqual(some.Labels) && all.Labels.SequenceEqual(some.Assign(x));
        }),
        new("I15 centres are means", Many, Case.Small, (method, c) =>
        {
            if (!method.CentresAreMeans) return true;
            var x = c.Matrix();
            var (model, largest) = (Fit(method, c, x), x.Values.Max(Math.Abs));
            return !model.Converged || method.Centres!(model).Zip(Oracle.Means(x, model.Labels, model.K)).All(p => Math.Abs(p.First - p.Second) <= 1e-12 * largest);
        }),
        new("I16 every row is with its nearest centre", Many, Case.Small, (method, c) =>
        {
            if (!method.CentresAreMeans) return true;
            var x = c.Matrix();
            var model = Fit(method, c, x);
            return Enumerable.Range(0, x.Rows).All(i => model.Labels[i] == Oracle.Nearest(x.Row(i), method.Centres!(model), model.K));
        }),
        new("I17 fitted rows are assigned to their own clusters", Many, Case.Small, (method, c) =>
        {
            var model = Fit(method, c, c.Matrix());
            return model.Assign(c.Matrix()).SequenceEqual(model.Labels);
        }),
        new("I18 each row is assigned by itself", Many, Case.Small, (method, c) =>
        {
            var (model, news) = (Fit(method, c, c.Matrix()), (c with { Seed = c.Seed + 7, Rows = 12 }).Matrix());
            var (whole, order) = (model.Assign(news), Oracle.Shuffled(12, c.Seed));
            return model.Assign(Oracle.Rows(news, order)).SequenceEqual(order.Select(i => whole[i]))
                && Enumerable.Range(0, 12).All(i => model.Assign(Oracle.Rows(news, [i]))[0] == whole[i]);
        }),
        new("I19 each centre belongs to its own cluster", Many, Case.Small, (method, c) =>
        {
            if (!method.CentresAreMeans) return true;
            var model = Fit(method, c, c.Matrix());
            return model.Assign(new Matrix(method.Centres!(model), model.K, c.Columns)).SequenceEqual(Enumerable.Range(0, model.K));
        }),
        new("I20 clusters are numbered 0 to K - 1, all used, in canonical order", Many, Case.Small, (method, c) =>
        {
            var (x, weights) = (c.Matrix(), Weights(c, least: 1));
            var model = Fit(method, c, x, weights);
            return (method.LeavesNoise is null ? model.Labels.Min() >= 0 : model.Labels.Min() >= -1) && model.Labels.Max() < model.K && IsCanonical(method, model, x, weights);
        }),
        new("I20 as many clusters as asked for, or as there are distinct rows", Many, Case.Small, (method, c) =>
        {
            if (method.FindsK is not null || method.MayMerge is not null) return true;
            var x = c.Matrix();
            return Fit(method, c, x).K == Math.Min(c.K, Enumerable.Range(0, x.Rows).Select(i => string.Join(' ', x.Row(i).ToArray().Select(v => (v + 0.0).ToString("R", CultureInfo.InvariantCulture)))).Distinct(StringComparer.Ordinal).Count());
        }),
        new("I24 the data twice over give the same clusters", Many, Case.Small, (method, c) =>
        {
            if (method.CountsCopies is not null) return true;
            var x = c.Matrix();
            var twice = Fit(method, c, Oracle.Rows(x, [.. Enumerable.Range(0, x.Rows), .. Enumerable.Range(0, x.Rows)])).Labels;
            return Fit(method, c, x).Labels.SequenceEqual(twice.Take(x.Rows)) && twice.Take(x.Rows).SequenceEqual(twice.Skip(x.Rows));
        }),
        new("equal rows share a cluster", Many, Case.Small, (method, c) =>
        {
            var x = c.Matrix();
            var labels = Fit(method, c, Oracle.Rows(x, [.. Enumerable.Range(0, x.Rows), 0, x.Rows / 2])).Labels;
            return labels[x.Rows] == labels[0] && labels[x.Rows + 1] == labels[x.Rows / 2];
        }),
        new("I28 rows and weights are not changed", Many, Case.Small, (method, c) =>
        {
            var (x, weights) = (c.Matrix(), Weights(c, least: 0));
            var model = Fit(method, c, x, weights);
            var text = Text(model);
            model.Assign(x);
            return x.Values.SequenceEqual(c.Matrix().Values) && weights.SequenceEqual(Weights(c, least: 0)) && string.Equals(text, Text(model), StringComparison.Ordinal);
        }),
        new("I29 a model that was written and read assigns the same", Many, Case.Small, (method, c) =>
        {
            var model = Fit(method, c, c.Matrix());
            var (again, news) = (Reread(model), (c with { Seed = c.Seed + 9, Rows = 12 }).Matrix());
            return model.Assign(news).SequenceEqual(again.Assign(news)) && again.Assign(c.Matrix()).SequenceEqual(model.Labels)
                && string.Equals(Text(model), Text(again), StringComparison.Ordinal) && again.Labels.Length == 0 && again.K == model.K && again.Converged == model.Converged;
        }),
    ];

    private static bool Threads(ClusterMethod method, Case c)
    {
        var x = c.Matrix();
        var one = Fit(method, c, x);
        return new[] { 2, 3, 7, 64 }.All(threads => Same(one, Fit(method, c, x, threads: threads)));
    }

    private static bool RowOrder(ClusterMethod method, Case c)
    {
        var (x, order) = (c.Matrix(), Oracle.Shuffled(c.Rows, c.Seed));
        var (plain, mixed) = (Fit(method, c, x), Fit(method, c, Oracle.Rows(x, order)));
        return order.Select(i => plain.Labels[i]).SequenceEqual(mixed.Labels) && string.Equals(Text(plain), Text(mixed), StringComparison.Ordinal);
    }

    private static bool Alike(ClusterModel a, ClusterModel b) => a.K == b.K && Agreement.AdjustedRand(a.Labels, b.Labels) == 1;

    // Largest weight first; of equals by centre, or by least row where there are no centres.
    private static bool IsCanonical(ClusterMethod method, ClusterModel model, Matrix x, double[] weights)
    {
        var totals = new double[model.K];
        for (var i = 0; i < x.Rows; i++)
        {
            if (model.Labels[i] >= 0) totals[model.Labels[i]] += weights[i];
        }

        if (totals.Contains(0)) return false;
        var centres = method.Centres?.Invoke(model);
        for (var j = 1; j < model.K; j++)
        {
            if (totals[j] > totals[j - 1]) return false;
            if (totals[j] == totals[j - 1] && Compare(First(j - 1), First(j)) > 0) return false;
        }

        return true;

        double[] First(int cluster) => centres is not null
            ? centres[(cluster * x.Columns)..((cluster + 1) * x.Columns)]
            : Enumerable.Range(0, x.Rows).Where(i => model.Labels[i] == cluster).Select(i => x.Row(i).ToArray()).Aggregate((a, b) => Compare(a, b) <= 0 ? a : b);
    }

    private static int Compare(double[] a, double[] b) => a.AsSpan().SequenceCompareTo(b);

    internal static double Inertia(Matrix x, int[] labels, int k) => Oracle.Inertia(x, labels, Oracle.Means(x, labels, k));

    /// <summary>The least inertia of all partitions into k clusters at most: tries them all.</summary>
    internal static double Exhaustive(Matrix x, int k)
    {
        var (best, labels) = (double.PositiveInfinity, new int[x.Rows]);
        Try(0, 0);
        return best;

        void Try(int row, int used)
        {
            if (row == x.Rows)
            {
                best = Math.Min(best, Inertia(x, labels, used));
                return;
            }

            for (labels[row] = 0; labels[row] < Math.Min(used + 1, k); labels[row]++)
            {
                var mine = labels[row];
                Try(row + 1, Math.Max(used, mine + 1));
                labels[row] = mine;
            }
        }
    }
}
