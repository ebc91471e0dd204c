using System.IO.Compression;
using System.Globalization;
using System.Text;
using Clientele.Sales;
using Clientele.Tables;

namespace Clientele.Tests.Tables;

public sealed class TableReaderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clientele-");

    [Theory]
    [InlineData("a,b\n1,x\n2,\"y, z\"\n")]
    [InlineData("a;b\r\n1;x\r\n2;\"y, z\"\r\n")]
    [InlineData("a\tb\n1\tx\n2\ty, z")]
    [InlineData("sep=|\na|b\n1|x\n2|y, z\n")]
    [InlineData("a,b\n\n1,x\n   \n2,\"y, z\"\n\n")]
    [InlineData("Report of May\n\na,b\n1,x\n2,\"y, z\"\n")]
    public void Tables_in_any_usual_notation_are_the_same(string text)
    {
        var table = Read(text);
        Assert.Equal(["a", "b"], table.Columns.Select(c => c.Name));
        Assert.Equal((2, "1", "2", "x", "y, z"), (table.Rows, table.Columns[0].Text(0), table.Columns[0].Text(1), table.Columns[1].Text(0), table.Columns[1].Text(1)));
    }

    [Fact]
    public void Packed_other_encodings_and_standard_input_are_read()
    {
        var path = Path.Combine(_folder.FullName, "t.csv.gz");
        using (var gzip = new GZipStream(File.Create(path), CompressionMode.Compress)) gzip.Write("a,b\n1,Zoë\n2,Åsa\n"u8);
        Assert.Equal("Åsa", TableReader.Read(path, ReadOptions.Default).Columns[1].Text(1));
        Assert.Equal("Zoë", TableReader.Read(Write(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("a,b\n1,Zoë\n2,Åsa\n")).ToArray()), ReadOptions.Default).Columns[1].Text(0));
        Assert.Equal("Zoë", TableReader.Read("-", ReadOptions.Default, new MemoryStream(Encoding.UTF8.GetBytes("a,b\n1,Zoë\n2,Åsa\n"))).Columns[1].Text(0));
    }

    [Fact]
    public void Text_stands_as_it_stood_and_lines_are_those_of_an_editor()
    {
        var table = Read("a,b\n1,\"two\nlines \"\"quoted\"\"\"\n 2 ,x\n");
        Assert.Equal(("two\nlines \"quoted\"", " 2 "), (table.Columns[1].Text(0), table.Columns[0].Text(1)));
        Assert.Equal((2, 4), (table.Line(0), table.Line(1)));
        Assert.EndsWith(":4:1 [a]", table.Place(1, table.Columns[0]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a,b\n1,2\n3,4,5\n", ":3:", "3 fields instead of 2")]
    [InlineData("a,b\n1,2\n3\n", ":3:", "1 field instead of 2")]
    [InlineData("a,b\n1,2\n\"3\"x,4\n5,6\n", ":3:", "text after a closing quote")]
    [InlineData("a,b\n1,2\n\"3,4\n5,6\n", ":3:", "never closed")]
    public void Rows_of_another_shape_are_errors_with_their_place(string text, string place, string what)
    {
        var problem = Assert.Throws<UserException>(() => Read(text));
        Assert.Contains(place, problem.What, StringComparison.Ordinal);
        Assert.Contains(what, problem.What, StringComparison.Ordinal);
        Assert.Equal(ExitCode.BadData, problem.Exit);
    }

    [Fact]
    public void Delimiter_at_the_end_of_every_line_is_no_column() => Assert.Equal(2, Read("a,b,\n1,2,\n3,4,\n").Columns.Count(c => c.Evidence.Filled > 0));

    [Fact]
    public void Any_table_written_is_read_back()
    {
        var random = new Random(1);
        for (var round = 0; round < 300; round++)
        {
            var (rows, columns) = (1 + random.Next(20), 2 + random.Next(4));
            var cells = new string[rows, columns];
            var text = new StringBuilder(string.Join(',', Enumerable.Range(0, columns).Select(q => $"n{q}"))).Append('\n');
            for (var i = 0; i < rows; i++)
            {
                for (var q = 0; q < columns; q++)
                {
                    cells[i, q] = q == 0 ? random.Next(1000).ToString(CultureInfo.InvariantCulture) : string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => "ab,\"\n é;x"[random.Next(9)]));
                    text.Append(q > 0 ? "," : "").Append('"').Append(cells[i, q].Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
                }

                text.Append('\n');
            }

            var table = TableReader.Read(Write(Encoding.UTF8.GetBytes(text.ToString())), ReadOptions.Default with { Delimiter = ",", HeaderLine = 1 });
            Assert.Equal(rows, table.Rows);
            for (var i = 0; i < rows; i++) Assert.All(table.Columns, c => Assert.Equal(cells[i, c.Number - 1], c.Text(i)));
        }
    }

    [Theory]
    [InlineData("income", "Annual Income (k$)")]
    [InlineData("ANNUAL INCOME (K$)", "Annual Income (k$)")]
    [InlineData("2", "Annual Income (k$)")]
    [InlineData("annualincomek", "Annual Income (k$)")]
    [InlineData("Age", "Age")]
    public void Columns_are_found_by_name_words_or_number(string asked, string name) =>
        Assert.Equal(name, Read("Age,Annual Income (k$),Age at entry\n1,2,3\n4,5,6\n").Find(asked, "--columns").Name);

    [Theory]
    [InlineData("com")]
    [InlineData("4")]
    [InlineData("")]
    public void Columns_that_are_not_there_are_listed(string asked) =>
        Assert.Contains("Found: Age, Annual Income (k$), Age at entry", Assert.Throws<UserException>(() => Read("Age,Annual Income (k$),Age at entry\n1,2,3\n4,5,6\n").Find(asked, "--columns")).What, StringComparison.Ordinal);

    [Fact]
    public void Words_that_fit_two_columns_are_asked_back() =>
        Assert.Contains("--columns 1 or --columns 2", Assert.Throws<UserException>(() => Read("spent web,spent shop\n1,2\n4,5\n").Find("spent", "--columns")).Fix, StringComparison.Ordinal);

    public void Dispose() => _folder.Delete(recursive: true);

    private Table Read(string text) => TableReader.Read(Write(Encoding.UTF8.GetBytes(text)), ReadOptions.Default);

    private string Write(byte[] bytes)
    {
        var path = Path.Combine(_folder.FullName, "t.csv");
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
