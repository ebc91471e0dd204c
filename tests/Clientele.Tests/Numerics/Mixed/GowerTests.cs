using System.Text.Json;
using Clientele.Numerics;
using Clientele.Numerics.Mixed;
using Clientele.Tests.Numerics.Validity;

namespace Clientele.Tests.Numerics.Mixed;

public sealed class GowerTests
{
    private static readonly GowerColumn[] s_kinds = [GowerColumn.Number, GowerColumn.Number, GowerColumn.Category, GowerColumn.Flag];

    [Fact]
    public void Pairs_are_as_R_has_them()
    {
        var expected = References.R.GetProperty("gower");
        var x = new Matrix(References.Doubles(expected.GetProperty("rows")), 8, 4);
        Assert.All(References.Doubles(expected.GetProperty("pairs")).Zip(GowerDistance.Fit(x, s_kinds).Pairs(x)), p => Assert.Equal(p.First, p.Second, 1e-14));
        var weighted = GowerDistance.Fit(x, s_kinds, [1, 0.5, 2, 1]);
        Assert.All(References.Doubles(expected.GetProperty("weighted")).Zip(weighted.Pairs(x, new() { Threads = 2 })), p => Assert.Equal(p.First, p.Second, 1e-14));
    }

    [Fact]
    public void Symmetric_between_zero_and_one_blind_to_units_and_the_same_from_json() => Case.Check(1000, c =>
    {
        var x = c.Matrix();
        var random = new Random(c.Seed);
        GowerColumn[] kinds = [.. Enumerable.Range(0, x.Columns).Select(_ => (GowerColumn)random.Next(3))];
        var (gower, scaled) = (GowerDistance.Fit(x, kinds), Oracle.Map(x, static v => v * 4096));
        var (other, again) = (GowerDistance.Fit(scaled, kinds), Again(gower));
        var (a, b) = (random.Next(x.Rows), random.Next(x.Rows));
        var distance = gower.Between(x.Row(a), x.Row(b));
        return distance is >= 0 and <= 1 && distance == gower.Between(x.Row(b), x.Row(a)) && gower.Between(x.Row(a), x.Row(a)) == 0
            && distance == other.Between(scaled.Row(a), scaled.Row(b)) && distance == again.Between(x.Row(a), x.Row(b));
    });

    [Fact]
    public void Edges()
    {
        var flags = GowerDistance.Fit(new([0, 0, 1, 0], 2, 2), [GowerColumn.Flag, GowerColumn.Flag]);
        Assert.Equal(0, flags.Between([0, 0], [0, 0]));
        Assert.Equal(1, flags.Between([0, 0], [1, 0]));
        var numbers = GowerDistance.Fit(new([-1e308, 1e308, 0], 3, 1), [GowerColumn.Number]);
        Assert.Equal(1, numbers.Between([-1e308], [1e308]));
        Assert.Equal(0.5, numbers.Between([0], [1e308]), 1e-15);
        Assert.Throws<ArgumentException>(() => numbers.Between([1, 2], [1]));
        Assert.Throws<MemoryLimitException>(() => numbers.Pairs(new([1, 2, 3], 3, 1), new() { MemoryLimit = 10 }));
    }

    private static GowerDistance Again(GowerDistance gower)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream)) gower.Write(json);
        using var document = JsonDocument.Parse(stream.ToArray());
        return GowerDistance.Read(document.RootElement);
    }
}
