using System.Globalization;
using System.IO.Compression;
using Clientele.Numerics;
using Clientele.Numerics.Scaling;
using Clientele.Numerics.Validity;

namespace Clientele.Tests.Numerics.Validity;

public sealed class ChoiceTests(ITestOutputHelper output)
{
    [Fact]
    public void The_mall_has_five_clusters()
    {
        var x = Mall();
        Assert.Equal(200, x.Rows);
        for (var seed = 0UL; seed < 2; seed++)
        {
            var choice = ChoiceOfClusters.Of(x, new() { Seed = seed });
            output.WriteLine(choice.Text);
            Assert.Equal(5, choice.K);
            Assert.StartsWith("Five clusters: ", choice.Text, StringComparison.Ordinal);
            Assert.Contains("The runner-up is", choice.Text, StringComparison.Ordinal);
            Assert.Equal(0.5546, choice.Candidates[3].Silhouette, 1e-3);
            Assert.Empty(choice.Notes);
        }
    }

    [Fact]
    public void Customers_of_the_retail_transactions_have_no_structure()
    {
        var x = RetailTransactions();
        Assert.InRange(x.Rows, 29_000, 30_000);
        for (var seed = 0UL; seed < 1; seed++)
        {
            var choice = ChoiceOfClusters.Of(x, new() { Seed = seed, Most = 4, ExactSilhouettes = 6000, SampleRows = 600 });
            output.WriteLine(choice.Text);
            Assert.Equal(1, choice.K);
            Assert.False(choice.HasStructure);
            Assert.StartsWith("There is no cluster structure here", choice.Text, StringComparison.Ordinal);
            Assert.Equal(2, choice.Notes.Count);
            Assert.True(choice.Structure!.PValue > 0.1);
        }
    }

    [Fact]
    public void Iris_has_two_or_three_and_says_why()
    {
        var choice = ChoiceOfClusters.Of(References.Iris, new());
        output.WriteLine(choice.Text);
        Assert.InRange(choice.K, 2, 3);
        Assert.InRange(choice.RunnerUp, 2, 3);
        Assert.Equal(6, choice.Votes.Count);
        Assert.Equal(2, choice.Votes.Single(v => v.Measure == "silhouette").K);
        Assert.Equal(3, choice.Votes.Single(v => v.Measure == "Calinski-Harabasz").K);
    }

    [Fact]
    public void Data_without_clusters_have_no_structure()
    {
        var (found, all) = (0, 0);
        for (var seed = 0; seed < 4; seed++)
        {
            foreach (var (n, d) in new[] { (60, 1), (60, 8), (150, 2), (300, 4) })
            {
                all += 2;
                if (StructureTest.Of(Made.Even(n, d, seed), 8)!.PValue <= 0.01) found++;
                if (StructureTest.Of(Made.Hump(n, d, seed), 8)!.PValue <= 0.01) found++;
            }
        }

        output.WriteLine($"{found} of {all}");
        // At a level of 0.01 at most 1 of 32 is to be expected; more than 3 would happen once in 3,000 times.
        Assert.True(found <= 3, $"{found} of {all} data sets without clusters were given some");
    }

    [Fact]
    public void Counted_and_skewed_columns_are_no_structure()
    {
        var found = 0;
        for (var seed = 0; seed < 15; seed++)
        {
            var random = new Random(seed);
            double[] values = [.. Enumerable.Range(0, 200).SelectMany(_ => new[] { random.Next(20) == 0 ? 2.0 : 1, random.Next(2), Math.Exp(Case.Noise(random)) })];
            if (StructureTest.Of(Standard.Fit(new(values, 200, 3)).Apply(new(values, 200, 3)), 6)!.PValue <= 0.01) found++;
        }

        Assert.True(found <= 1, $"{found} of 15");
    }

    [Fact]
    public void Separated_blobs_are_counted()
    {
        var (right, all) = (0, 0);
        for (var seed = 0; seed < 16; seed++)
        {
            var random = new Random(seed);
            int[] sizes = [.. Enumerable.Range(0, random.Next(2, 8)).Select(_ => random.Next(20, 50))];
            var x = Made.Blobs(sizes, random.Next(2, 6), 8, seed).X;
            var choice = ChoiceOfClusters.Of(x, new() { Seed = (ulong)seed, Most = 8, Divisions = 5, GapReferences = 10 });
            all++;
            if (choice.K == sizes.Length) right++;
            else output.WriteLine($"{sizes.Length} in {x.Columns} columns: {choice.Text}");
        }

        output.WriteLine($"{right} of {all}");
        Assert.True(right >= 15, $"{right} of {all}");
    }

    [Fact]
    public void Too_few_rows_say_nothing()
    {
        var choice = ChoiceOfClusters.Of(new([1, 2, 3], 3, 1), new());
        Assert.Null(choice.Structure);
        Assert.Equal(1, choice.K);
        Assert.Equal(1, ChoiceOfClusters.Of(new([.. Enumerable.Repeat(7.0, 50)], 50, 1), new()).K);
        Assert.Equal(1, ChoiceOfClusters.Of(new([4], 1, 1), new()).K);
    }

    [Fact]
    public void Same_whatever_threads_row_order_and_unit()
    {
        var (x, _) = Made.Blobs([30, 40, 35], 2, 9, 4);
        var options = new ChoiceOptions { Most = 5 };
        var here = ChoiceOfClusters.Of(x, options, context: new() { Threads = 1 });
        var mixed = ChoiceOfClusters.Of(Oracle.Rows(x, Oracle.Shuffled(x.Rows, 1)), options, context: new() { Threads = 3 });
        var tiny = ChoiceOfClusters.Of(Oracle.Map(x, static v => Math.ScaleB(v, -560)), options);
        Assert.Equal(3, here.K);
        Assert.Equal(here.Text, mixed.Text);
        Assert.Equal(here.Text, tiny.Text);
        Assert.Equal(here.Votes, mixed.Votes);
    }

    [Fact]
    public void Fits_that_exist_are_used_and_progress_rises()
    {
        var (x, _) = Made.Blobs([30, 40, 35], 2, 9, 4);
        var heard = new List<double>();
        var context = new FitContext { Threads = 1, Progress = new Listener(heard) };
        var first = ChoiceOfClusters.Of(x, new() { Most = 5 }, context: context);
        Assert.Equal(heard.Order(), heard);
        Assert.Equal(1, heard[^1]);
        var again = ChoiceOfClusters.Of(x, [.. first.Candidates.Select(c => c.Model)], new() { Most = 5 });
        Assert.Equal(first.Text, again.Text);
        Assert.Same(first.Candidates[1].Model, again.Candidates[1].Model);
        Assert.Throws<ArgumentException>(() => ChoiceOfClusters.Of(new([1, 2], 2, 1), [first.Candidates[0].Model], new()));
        Assert.Throws<ArgumentException>(() => ChoiceOfClusters.Of(x, new() { Least = 6, Most = 5 }));
    }

    [Fact]
    public void One_hump_is_one_hump()
    {
        // Two far apart halves: the fitted curve has a rising and a falling slope, no gap.
        double[] column = [.. Enumerable.Range(0, 50).Select(i => i / 50.0), .. Enumerable.Range(0, 40).Select(i => 9 + (i / 40.0))];
        var hump = new Unimodal(column);
        double[] places = [.. Enumerable.Range(0, 401).Select(i => hump.At(i / 400.0))];
        Assert.Equal((column.Min(), column.Max()), (places[0], places[^1]));
        double[] widths = [.. places.Zip(places.Skip(1), (a, b) => b - a)];
        var narrowest = Array.IndexOf(widths, widths.Min());
        Assert.All(Enumerable.Range(1, widths.Length - 1), i => Assert.True(i > narrowest ? widths[i] >= widths[i - 1] - 1e-9 : widths[i] <= widths[i - 1] + 1e-9));
        Assert.Contains(places, p => p is > 3 and < 7);
        Assert.Equal(5, new Unimodal([5, 5, 5]).At(0.3));
    }

    private static Matrix Mall() => Standardised(Lines("Mall_Customers.csv.gz").Skip(1).Select(l => l.Split(',')).SelectMany(f => new[] { Number(f[3]), Number(f[4]) }), 2, log1p: false);

    // The address, in quotes, holds a line break: it is the only field in quotes.
    private static Matrix RetailTransactions()
    {
        var customers = new SortedDictionary<string, (DateTime Last, int Orders, double Money)>(StringComparer.Ordinal);
        var text = string.Join('\n', Lines("Retail_Transaction_Dataset.csv.gz").Skip(1)).Split('"');
        for (var i = 0; i + 2 < text.Length; i += 2)
        {
            var (before, after) = (text[i][(text[i].LastIndexOf('\n') + 1)..].Split(','), text[i + 2].Split('\n')[0].Split(','));
            var (date, money) = (DateTime.ParseExact(before[4], "M/d/yyyy H:mm", CultureInfo.InvariantCulture), Number(after[3]));
            customers.TryGetValue(before[0], out var known);
            customers[before[0]] = (date > known.Last ? date : known.Last, known.Orders + 1, known.Money + money);
        }

        var asOf = customers.Values.Max(c => c.Last).AddDays(1);
        return Standardised(customers.Values.SelectMany(c => new[] { (asOf - c.Last).Days, c.Orders, c.Money }), 3, log1p: true);
    }

    private static Matrix Standardised(IEnumerable<double> values, int columns, bool log1p)
    {
        double[] all = [.. values];
        var x = new Matrix(all, all.Length / columns, columns);
        return Standard.Fit(x, log1p).Apply(x);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string[] Lines(string file)
    {
        var path = Path.GetFullPath(Path.Combine(OnlineRetail.Root, "..", "shared", "data", file));
        Assert.True(File.Exists(path), $"The test needs {path}; put the shared data folder beside the repository.");
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        return reader.ReadToEnd().TrimEnd().ReplaceLineEndings("\n").Split('\n');
    }

    private sealed class Listener(List<double> heard) : IProgress<double>
    {
        public void Report(double value)
        {
            lock (heard) heard.Add(value);
        }
    }
}
