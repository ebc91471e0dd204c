using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Clientele.Numerics.Association;
using Clientele.Numerics.Statistics;

namespace Clientele.Bench.Numerics;

/// <summary>
/// Descriptions and correlations of a file of doubles, column by column, as bench/compare/numerics_describe.py asks for them: a digest of
/// what was found and the seconds of each step and repetition, without reading the file.
/// </summary>
/// <remarks><c>describe FILE COLUMNS REPEATS OUT</c>.</remarks>
internal static class DescribeRun
{
    public static bool Try(string[] args)
    {
        if (args is not ["describe", var file, var count, var repeats, var to]) return false;
        var (columns, times) = (Read(file, Number(count)), Number(repeats));
        var steps = new (string Name, Func<double[]> Work)[]
        {
            ("describe", () => [.. Description.Of(columns).SelectMany(d => (double[])[d.Count, d.Mean, d.Sd, d.Min, d.Q1, d.Median, d.Q3, d.Max, d.Skewness, d.ExcessKurtosis])]),
            ("pearson", () => Values(Correlation.Pearson(columns))),
            ("spearman", () => Values(Correlation.Spearman(columns))),
        };
        using var process = Process.GetCurrentProcess();
        using var stream = File.Create(to);
        using var json = new Utf8JsonWriter(stream);
        json.WriteStartObject();
        foreach (var (name, work) in steps)
        {
            var found = Array.Empty<double>();
            json.WriteStartObject(name);
            json.WriteStartArray("seconds");
            var cpu = new double[times];
            for (var i = 0; i < times; i++)
            {
                process.Refresh();
                var (watch, before) = (Stopwatch.StartNew(), process.TotalProcessorTime);
                found = work();
                json.WriteNumberValue(watch.Elapsed.TotalSeconds);
                process.Refresh();
                cpu[i] = (process.TotalProcessorTime - before).TotalSeconds;
            }

            json.WriteEndArray();
            json.WriteStartArray("cpu");
            foreach (var seconds in cpu) json.WriteNumberValue(seconds);
            json.WriteEndArray();
            json.WriteStartArray("found");
            foreach (var value in found) json.WriteNumberValue(double.IsNaN(value) ? -9 : value);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndObject();
        return true;
    }

    private static double[] Values(CorrelationMatrix matrix)
    {
        var values = new double[matrix.Columns * matrix.Columns];
        for (var i = 0; i < values.Length; i++) values[i] = matrix[i / matrix.Columns, i % matrix.Columns];
        return values;
    }

    private static double[][] Read(string file, int columns)
    {
        using var stream = File.OpenRead(file);
        var rows = (int)(stream.Length / sizeof(double) / columns);
        var values = new double[columns][];
        for (var q = 0; q < columns; q++)
        {
            values[q] = new double[rows];
            stream.ReadExactly(MemoryMarshal.AsBytes(values[q].AsSpan()));
        }

        return values;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
