using System.Globalization;
using System.Text;
using Clientele.Sales;
using Clientele.Sales.Layouts;
using Clientele.Tables;

namespace Clientele.Tests.Tables;

/// <summary>Tables of several blocks, read by several threads, against the splitter record by record.</summary>
public sealed class TableFillTests
{
    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(3, true)]
    public void Threads_change_no_cell_and_no_line(int seed, bool quotes)
    {
        var text = Written(seed, 30_000, quotes);
        var bytes = Encoding.UTF8.GetBytes(text);
        Assert.True(bytes.Length > 5 << 18);
        var (fields, format) = (new FieldList(), new SplitFormat((byte)','));
        foreach (var threads in (int[])[1, 2, 7])
        {
            var table = TableReader.Read("-", ReadOptions.Default with { Delimiter = ",", HeaderLine = 1 }, new MemoryStream(bytes), threads);
            var (at, line, row) = (bytes.AsSpan().IndexOf((byte)'\n') + 1, 2L, 0);
            while (at < bytes.Length)
            {
                var end = FieldSplitter.Split(bytes, at, format, fields);
                if (fields.Count > 0)
                {
                    Assert.Equal(line, table.Line(row));
                    for (var q = 0; q < fields.Count; q++)
                    {
                        var cell = Encoding.UTF8.GetString(bytes.AsSpan(fields.Start(q)..fields.End(q)));
                        Assert.Equal(fields.Quoted(q) ? cell.Replace("\"\"", "\"", StringComparison.Ordinal) : cell, table.Columns[q].Text(row));
                    }

                    row++;
                }

                line += bytes.AsSpan(at..end.Next).Count((byte)'\n');
                at = end.Next;
            }

            Assert.Equal(row, table.Rows);
        }
    }

    [Fact]
    public void Records_cut_by_the_index_are_those_of_the_splitter()
    {
        var random = new Random(7);
        string[] pieces = ["a", "12.5", "", " ", "\t", "\r", ",", ",", ",", ",,", "\n", "\r\n", "a longer text than sixteen bytes"];
        for (var round = 0; round < 3000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => random.Next(6) == 0 ? "1,2,3" + (random.Next(3) == 0 ? "," : "") + "\n" : pieces[random.Next(pieces.Length)])) + "\n";
            var (plain, fast) = (Cut(text, careful: true), Cut(text, careful: false));
            Assert.Equal(plain, fast);
        }
    }

    // Cells with their lines, or the trouble.
    private static string Cut(string text, bool careful)
    {
        var layout = new Layout
        {
            Path = "a.csv",
            Text = new() { Delimiter = (byte)',' },
            SkippedLines = 0,
            HeaderLine = 0,
            Columns = ["a", "b", "c"],
            Roles = new Dictionary<Role, int>(),
            Decisions = [],
        };
        var block = new Clientele.Sales.Lines.Block { Length = text.Length, FirstLine = 5, IsUnquoted = true, IsPlain = true };
        Encoding.ASCII.GetBytes(text, block.Bytes);
        var cells = new BlockCells(layout, 3, careful);
        try
        {
            var cut = cells.Cut(block);
            return cut is null ? "" : string.Join('|', Enumerable.Range(0, cut.Rows).SelectMany(row => Enumerable.Range(0, 3).Select(q => $"{cells.Lines[row]}:{Encoding.ASCII.GetString(cut[q, row])}")));
        }
        catch (UserException problem)
        {
            return problem.What;
        }
    }

    [Fact]
    public void Of_two_troubles_the_first_in_the_file_is_told_whatever_the_threads()
    {
        var lines = Written(4, 60_000, quotes: false).Split('\n');
        for (var i = 9_000; i < 9_700; i++) lines[i] += ",one more"; // more than one line in a hundred
        lines[41_000] += ",one more";
        lines[58_000] = "\"a\"b,c";
        for (var round = 0; round < 8; round++)
        {
            var problem = Assert.Throws<UserException>(() => TableReader.Read("-", ReadOptions.Default with { Delimiter = ",", HeaderLine = 1 }, new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines))), 1 + (round % 4)));
            Assert.Equal("table.width", problem.Code);
            Assert.Contains(":9001:", problem.What, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Few_bad_lines_are_set_aside_the_same_whatever_the_threads()
    {
        var lines = Written(5, 60_000, quotes: false).Split('\n');
        int[] bad = [9_000, 9_001, 30_000, 58_000];
        foreach (var i in bad) lines[i] = i == 58_000 ? "\"a\"b,c" : lines[i].Length == 0 ? "one,two" : lines[i] + ",one more";
        for (var threads = 1; threads < 5; threads++)
        {
            var table = TableReader.Read("-", ReadOptions.Default with { Delimiter = ",", HeaderLine = 1 }, new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines))), threads);
            Assert.Equal(bad.Select(i => i + 1L), table.Rejected.Select(r => r.Line));
            Assert.Equal(lines.Skip(1).Count(l => l.Length > 0) - bad.Length, table.Rows);
        }
    }

    private static string Written(int seed, int rows, bool quotes)
    {
        var (random, text) = (new Random(seed), new StringBuilder("id,name,amount,town\n"));
        for (var i = 0; i < rows; i++)
        {
            if (random.Next(50) == 0) text.Append(quotes ? "\r\n" : "\n");
            var name = quotes && random.Next(3) == 0 ? "\"Zo\u00eb, \"\"the\"\"\nfirst\"" : $"customer number {random.Next(1000)} of many";
            text.Append(CultureInfo.InvariantCulture, $"k{i:000000},{name},{random.NextDouble() * 1000:0.00},{(random.Next(2) == 0 ? "North of the river" : "")}\n");
        }

        return text.ToString();
    }
}
