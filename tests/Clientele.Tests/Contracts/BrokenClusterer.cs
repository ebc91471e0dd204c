using System.Text.Json;
using Clientele.Numerics;
using Clientele.Numerics.Clustering;

namespace Clientele.Tests.Contracts;

/// <summary>What is wrong with a clusterer.</summary>
public enum Flaw
{
    NumbersByFirstRow,
    ForgetsWeights,
    CountsAbsentRows,
    ChangesRows,
    AssignsByNeighbours,
    DependsOnUnit,
    DependsOnOrigin,
    DependsOnThreads,
    EmptyCluster,
    SplitsCopies,
}

/// <summary>
/// Cuts the rows by their first column into halves around the weighted mean: a clusterer that is right in all but one thing, for
/// testing the tests.
/// </summary>
internal sealed class BrokenClusterer(Flaw? flaw) : IClusterer
{
    public string Method => "broken";

    public double Bytes(int rows, int columns) => rows;

    public ClusterModel Fit(Matrix x, double[]? weights = null, FitContext? context = null)
    {
        if (flaw == Flaw.ForgetsWeights) weights = null;
        double[] w = weights ?? [.. Enumerable.Repeat(1.0, x.Rows)];
        double[] first = [.. Enumerable.Range(0, x.Rows).Select(i => x.Row(i)[0])];
        var there = Enumerable.Range(0, x.Rows).Where(i => w[i] > 0 || flaw == Flaw.CountsAbsentRows).ToArray();
        var (least, most) = (there.Min(i => first[i]), there.Max(i => first[i]));
        var cut = (least * 0.5) + (most * 0.5);
        if (flaw == Flaw.DependsOnUnit) cut = Math.Min(cut, 2);
        if (flaw == Flaw.DependsOnOrigin) cut = Math.Round(cut / 1000) * 1000;
        if (flaw == Flaw.DependsOnThreads && context is { Threads: > 1 }) cut = least;
        var upper = there.Where(i => first[i] > cut).Sum(i => w[i]);
        var lower = there.Where(i => !(first[i] > cut)).Sum(i => w[i]);
        var swap = flaw == Flaw.NumbersByFirstRow ? first[0] > cut : upper > lower;
        var model = new Cut { K = flaw == Flaw.EmptyCluster ? 2 : upper > 0 && lower > 0 ? 2 : 1, Columns = x.Columns, Labels = [], At = cut, Swap = swap && lower > 0 && upper > 0, Flaw = flaw };
        var labels = model.Assign(x);
        if (flaw == Flaw.SplitsCopies && x.Rows > 2) labels[^1] = model.K - 1;
        if (flaw == Flaw.ChangesRows) x.Values[0] += 1;
        return model.With(labels);
    }

    internal sealed class Cut : ClusterModel
    {
        public override string Method => "broken";

        public required double At { get; init; }

        public required bool Swap { get; init; }

        public required Flaw? Flaw { get; init; }

        public override int[] Assign(Matrix rows, FitContext? context = null)
        {
            var labels = new int[rows.Rows];
            for (var i = 0; i < labels.Length; i++)
            {
                var upper = rows.Row(i)[0] > At && K == 2;
                labels[i] = upper != Swap ? 1 : 0;
                if (Flaw == Contracts.Flaw.AssignsByNeighbours && i > 0) labels[i] = labels[i - 1];
            }

            return labels;
        }

        public Cut With(int[] labels) => new() { K = K, Columns = Columns, Labels = labels, At = At, Swap = Swap, Flaw = Flaw };

        protected internal override void WriteState(Utf8JsonWriter json)
        {
            json.WriteNumber("at", At);
            json.WriteBoolean("swap", Swap);
        }
    }
}
