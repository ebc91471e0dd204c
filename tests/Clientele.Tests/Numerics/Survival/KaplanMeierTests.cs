using System.Text.Json;
using Clientele.Numerics.Survival;
using Clientele.Numerics.Testing;

namespace Clientele.Tests.Numerics.Survival;

public sealed class KaplanMeierTests
{
    private static readonly JsonElement s_reference = Load();

    [Theory]
    [InlineData("weeks")]
    [InlineData("held")]
    [InlineData("level")]
    [InlineData("ended")]
    [InlineData("many")]
    public void Curve_quantiles_and_intervals_equal_those_of_r(string name)
    {
        var case_ = s_reference.GetProperty(name);
        var (time, happened) = (Numbers(case_, "time"), Numbers(case_, "event").Select(e => e == 1).ToArray());
        var fit = KaplanMeier.Fit(time, happened);
        Assert.Equal(Numbers(case_, "at"), fit.Times);
        AssertClose(Numbers(case_, "surviving"), fit.Surviving, 1e-12);
        double[] shares = [0.25, 0.5, 0.75];
        AssertClose(Numbers(case_, "quantiles"), [.. shares.Select(fit.Quantile)], 1e-12);
        AssertClose(Numbers(case_, "low"), [.. shares.Select(p => fit.Interval(p).Low)], 1e-12);
        AssertClose(Numbers(case_, "high"), [.. shares.Select(p => fit.Interval(p).High)], 1e-12);
        Assert.Equal((time.Length, happened.Count(h => h)), (fit.Count, fit.Events));
    }

    [Fact]
    public void Tails_of_drawing_without_putting_back_equal_those_of_r()
    {
        var r = s_reference.GetProperty("hypergeometric");
        var (x, marked, drawn, all) = (Numbers(r, "x"), Numbers(r, "marked"), Numbers(r, "drawn"), Numbers(r, "all"));
        var (above, below) = (Numbers(r, "atLeast"), Numbers(r, "atMost"));
        Assert.True(x.Length > 100);
        for (var i = 0; i < x.Length; i++)
        {
            Assert.Equal(above[i], Hypergeometric.AtLeast((long)x[i], (long)marked[i], (long)drawn[i], (long)all[i]), above[i] * 1e-8);
            Assert.Equal(below[i], Hypergeometric.AtMost((long)x[i], (long)marked[i], (long)drawn[i], (long)all[i]), below[i] * 1e-8);
        }
    }

    [Fact]
    public void Without_an_end_of_the_watch_it_is_the_plain_share()
    {
        for (var seed = 0; seed < 1000; seed++)
        {
            var random = new Random(seed);
            var times = Enumerable.Range(0, random.Next(1, 30)).Select(_ => (double)random.Next(0, 12)).ToArray();
            var fit = KaplanMeier.Fit(times, [.. times.Select(_ => true)]);
            for (var t = -1; t < 13; t++) Assert.Equal(times.Count(x => x <= t) / (double)times.Length, fit.HappenedBy(t), 1e-12);
        }
    }

    [Fact]
    public void Order_does_not_matter_and_wrong_times_are_refused()
    {
        double[] times = [3, 1, 4, 1, 5];
        bool[] happened = [true, false, true, true, false];
        var (one, two) = (KaplanMeier.Fit(times, happened), KaplanMeier.Fit([1, 1, 5, 4, 3], [true, false, false, true, true]));
        Assert.Equal(one.Surviving, two.Surviving);
        Assert.True(double.IsNaN(KaplanMeier.Fit([], []).Quantile(0.5)));
        Assert.Throws<ArgumentException>(() => KaplanMeier.Fit([double.NaN], [true]));
        Assert.Throws<ArgumentException>(() => KaplanMeier.Fit([1], []));
        Assert.Throws<ArgumentOutOfRangeException>(() => KaplanMeier.Fit([1], [true], 1));
    }

    private static void AssertClose(double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            if (double.IsNaN(expected[i])) Assert.True(double.IsNaN(actual[i]), $"{i}: {actual[i]}");
            else Assert.Equal(expected[i], actual[i], tolerance);
        }
    }

    private static double[] Numbers(JsonElement element, string name) =>
        [.. element.GetProperty(name).EnumerateArray().Select(e => e.ValueKind == JsonValueKind.Null ? double.NaN : e.GetDouble())];

    private static JsonElement Load()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(OnlineRetail.Root, "reference", "survival.json")));
        return document.RootElement.Clone();
    }
}
