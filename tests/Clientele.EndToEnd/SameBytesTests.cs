using System.IO.Compression;

namespace Clientele.EndToEnd;

/// <summary>Threads, row order, file split, place, culture and time zone do not reach the output.</summary>
public sealed class SameBytesTests(OnlineRetailRun first) : IClassFixture<OnlineRetailRun>
{
    private static readonly string s_retail = Repository.Data("online_retail.csv.gz");

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("7")]
    public async Task Any_number_of_threads(string threads)
    {
        using var place = new Workplace();
        (await Command.Run("segment", s_retail, "--threads", threads, "--out", place["run"])).Done();
        var run = new RunFolder(place["run"]);
        run.AssertSameAs(first.Folder);
        Assert.Equal(first.Folder.Bytes("excluded.csv"), run.Bytes("excluded.csv"));
    }

    [Fact]
    public async Task Unpacked_shuffled_and_split_into_files()
    {
        using var place = new Workplace();
        var (header, lines) = Unpacked();
        new Random(7).Shuffle(lines);
        await WriteLines(place["all.csv"], header, lines);
        await WriteLines(place["part1.csv"], header, lines.AsSpan(..200_000).ToArray());
        await WriteLines(place["part2.csv"], header, lines.AsSpan(200_000..).ToArray());

        (await Command.Run("segment", place["all.csv"], "--out", place["whole"])).Done();
        (await Command.Run("segment", place["part1.csv"], place["part2.csv"], "--out", place["split"])).Done();
        new RunFolder(place["whole"]).AssertSameAs(first.Folder);
        new RunFolder(place["split"]).AssertSameAs(first.Folder);
    }

    [Theory]
    [InlineData("Pacific/Kiritimati", "de_DE.UTF-8")]
    [InlineData("America/St_Johns", "tr_TR.UTF-8")]
    public async Task Any_time_zone_and_culture(string zone, string culture)
    {
        using var place = new Workplace();
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal) { ["TZ"] = zone, ["LANG"] = culture, ["LC_ALL"] = culture };
        (await Command.Run(place.Path, environment, "segment", s_retail, "--out", "run")).Done();
        var run = new RunFolder(place["run"]);
        run.AssertSameAs(first.Folder);
        Assert.Equal(first.Folder.Bytes("excluded.csv"), run.Bytes("excluded.csv"));
    }

    [Fact]
    public async Task Standard_input_reads_as_the_file()
    {
        using var place = new Workplace();
        using var command = Command.Start(Repository.Script, place.Path, [], "segment", "-", "--out", "run");
        await using (var packed = new GZipStream(File.OpenRead(s_retail), CompressionMode.Decompress))
        {
            await packed.CopyToAsync(command.Input.BaseStream, TestContext.Current.CancellationToken);
        }

        command.Input.Close();
        (await command.End()).Done();
        new RunFolder(place["run"]).AssertSameAs(first.Folder);
    }

    [Fact]
    public async Task Running_the_plan_again()
    {
        using var place = new Workplace();
        var plan = place["first/run.json"];
        (await Command.Run("segment", s_retail, "--method", "kmeans", "-k", "3..4", "--seed", "9", "--out", place["first"])).Done();
        (await Command.Run("run", plan, "--out", place["second"])).Done();
        var (one, two) = (new RunFolder(place["first"]), new RunFolder(place["second"]));
        two.AssertSameAs(one);
        Assert.Equal(one.Bytes("excluded.csv"), two.Bytes("excluded.csv"));
        Assert.Equal(one.Bytes("curve.csv"), two.Bytes("curve.csv"));
        Assert.Equal(WithoutTimings(one), WithoutTimings(two));
    }

    private static string[] WithoutTimings(RunFolder run) =>
        [.. run.Run.EnumerateObject().Where(p => !p.NameEquals("timings")).Select(p => p.ToString())];

    /// <summary>Every record of the real file stands on one line, so that lines may be moved.</summary>
    private static (string Header, string[] Lines) Unpacked()
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(s_retail), CompressionMode.Decompress));
        var header = reader.ReadLine()!;
        return (header, reader.ReadToEnd().TrimEnd('\n').Split('\n'));
    }

    private static async Task WriteLines(string path, string header, string[] lines)
    {
        await using var writer = new StreamWriter(path) { NewLine = "\n" };
        await writer.WriteLineAsync(header);
        foreach (var line in lines) await writer.WriteLineAsync(line);
    }
}
