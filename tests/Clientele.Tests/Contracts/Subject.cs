using System.Text;
using System.Text.Json;
using Clientele.Clusters;
using Clientele.Numerics;
using Clientele.Numerics.Clustering;
using Clientele.Tests.Numerics;

namespace Clientele.Tests.Contracts;

/// <summary>Fits of a method, and models as text.</summary>
internal static class Subject
{
    private static readonly FitContext s_one = new() { Threads = 1 };

    /// <summary>Two starts are enough to go wrong, and quick.</summary>
    public static Settings Quick(Choice<ClusterMethod> choice) =>
        new(choice.Knobs.Where(knob => knob.Name == "starts").ToDictionary(knob => knob.Name, _ => 2.0, StringComparer.Ordinal));

    /// <summary>The same with every word of every knob in turn, and now and then a value where one may be left out.</summary>
    public static Settings Varied(Choice<ClusterMethod> choice, int seed)
    {
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var knob in choice.Knobs)
        {
            if (knob.Name == "starts") values[knob.Name] = 2;
            else if (knob.Words.Count > 0) values[knob.Name] = seed % knob.Words.Count;
            else if (knob.Otherwise is not null && seed % 3 == 0) values[knob.Name] = knob.Whole ? 2 + (seed % 5) : 0.5 + (seed % 4);
        }

        return new(values);
    }

    public static ClusterModel Fit(ClusterMethod method, Case c, Matrix x, double[]? weights = null, int threads = 1) =>
        method.Create(new ClusterAim(c.K, (ulong)c.Seed)).Fit(x, weights, threads == 1 ? s_one : new FitContext { Threads = threads });

    /// <summary>All that a model is, bit by bit.</summary>
    public static string Text(ClusterModel model)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream)) ClusterModels.Write(model, json);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public static bool Same(ClusterModel a, ClusterModel b) => a.Labels.SequenceEqual(b.Labels) && string.Equals(Text(a), Text(b), StringComparison.Ordinal);

    public static ClusterModel Reread(ClusterModel model)
    {
        using var document = JsonDocument.Parse(Text(model));
        return ClusterModels.Read(document.RootElement);
    }

    /// <summary>Blobs far apart, as many as k, with n rows spread evenly.</summary>
    public static Matrix Separated(Case c, int rows, int columns)
    {
        var random = new Random(c.Seed);
        var values = new double[rows * columns];
        for (var i = 0; i < rows; i++)
        {
            for (var q = 0; q < columns; q++) values[(i * columns) + q] = (100.0 * (i % c.K) * (q + 1 + (q * (i % c.K)))) + Case.Noise(random);
        }

        return new(values, rows, columns);
    }

    /// <summary>Whole weights 0 … 3, not all 0.</summary>
    public static double[] Weights(Case c, int least)
    {
        var random = new Random(c.Seed + 1);
        var weights = new double[c.Rows];
        for (var i = 0; i < weights.Length; i++) weights[i] = random.Next(least, 4);
        weights[random.Next(weights.Length)] = 2;
        return weights;
    }

    public static Matrix Columns(Matrix x, int[] order)
    {
        var values = new double[x.Values.Length];
        for (var i = 0; i < x.Rows; i++)
        {
            for (var q = 0; q < x.Columns; q++) values[(i * x.Columns) + q] = x.Values[(i * x.Columns) + order[q]];
        }

        return new(values, x.Rows, x.Columns);
    }
}
