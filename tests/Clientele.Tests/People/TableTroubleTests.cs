using System.Globalization;
using System.IO.Compression;
using System.Text;
using Clientele.Clusters;
using Clientele.People;
using Clientele.People.Describing;
using Clientele.People.Segments;
using Clientele.Tables;

namespace Clientele.Tests.People;

/// <summary>Bad customer tables by groups of ../shared/TROUBLE.md: what is read, counted or refused, by reading, describing and segmenting alike.</summary>
public sealed class TableTroubleTests : IDisposable
{
    private readonly Written _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Encodings_with_a_mark_are_read_alike_and_others_are_named()
    {
        var text = Shop(60);
        var plain = Cells(Encoding.UTF8.GetBytes(text));
        byte[][] marked = [[0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)], [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)], [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)], Packed(text)];
        Assert.All(marked, bytes => Assert.Equal(plain, Cells(bytes)));
        Assert.Equal("encoding.utf-32", Refused([0xFF, 0xFE, 0, 0, .. Encoding.UTF32.GetBytes(text)]).Code);
        var latin = Refused(Encoding.Latin1.GetBytes(text.Replace("West", "Köln", StringComparison.Ordinal)));
        Assert.Equal("encoding.unannounced", latin.Code);
        Assert.Contains("--encoding windows-1252", latin.Fix, StringComparison.Ordinal);
        Assert.Equal("file.nul-block", Refused([.. Encoding.UTF8.GetBytes(text), .. new byte[8192], .. Encoding.UTF8.GetBytes(text)]).Code);
        Assert.Equal("file.gzip-truncated", Refused(Packed(text)[..^30]).Code);
    }

    [Theory]
    [InlineData(";")]
    [InlineData("\t")]
    [InlineData("|")]
    [InlineData(" ")]
    [InlineData("\u001F")]
    public void Delimiters_and_line_ends_change_nothing(string delimiter)
    {
        var (plain, text) = (Cells(Encoding.UTF8.GetBytes(Shop(60))), Shop(60).Replace(",", delimiter, StringComparison.Ordinal));
        foreach (var written in (string[])[text, text.Replace("\n", "\r\n", StringComparison.Ordinal), text.Replace("\n", "\r", StringComparison.Ordinal), text.TrimEnd(), text.TrimEnd() + new string('\n', 400) + "   \n"])
            Assert.Equal(plain, Cells(Encoding.UTF8.GetBytes(written)));
    }

    [Fact]
    public void A_line_of_another_shape_is_set_aside_and_told_and_many_are_an_error()
    {
        var lines = Shop(600).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines[300] = lines[300].Replace(',', ';');
        lines[301] = "\"k\"x," + lines[301];
        lines[302] += ",one,more";
        var report = Segments(string.Join('\n', lines));
        Assert.Equal((600L, 597L, true), (report.Data.Audit.RowsRead, report.Data.Audit.RowsKept, report.Data.Audit.Balances));
        Assert.Equal(3, report.Data.Audit.Dropped.Single(d => d.Rule == "unreadable-line").Rows);
        var finding = report.Data.Audit.Findings.Single(f => f.Code == "table.set-aside");
        Assert.Contains("line 301: 1 field instead of 5; 302: text after a closing quote; 303: 7 fields instead of 5", finding.Text, StringComparison.Ordinal);
        for (var i = 310; i < 320; i++) lines[i] += ",more";
        var problem = Assert.Throws<UserException>(() => Segments(string.Join('\n', lines)));
        Assert.Equal("table.width", problem.Code);
        Assert.Contains(":301:", problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_cell_takes_its_line_out_and_no_other()
    {
        var lines = Shop(600).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        foreach (var damage in (byte[][])[[0], [0xC0, 0xAF], [0xED, 0xA0, 0x80]])
        {
            byte[] bytes = [.. Encoding.UTF8.GetBytes(string.Join('\n', lines[..400]) + "\n"), .. Encoding.UTF8.GetBytes("x7,3"), .. damage, .. Encoding.UTF8.GetBytes(",3,4,North\n" + string.Join('\n', lines[400..]) + "\n")];
            var report = Segments(bytes);
            Assert.Equal((601L, 600L), (report.Data.Audit.RowsRead, report.Data.Audit.RowsKept));
            Assert.Contains(report.Data.Audit.Findings, f => f.Code == "table.set-aside" && f.Text.Contains("line 401: damaged text", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Totals_and_comments_are_no_customers()
    {
        var text = Shop(60) + "Total,,2460000,,\n# exported by hand,,,,\n,,2460000,900,\n";
        var report = Segments(text);
        Assert.Equal(60, report.Labels.Count);
        Assert.Equal([("no-id", 1L), ("totals-line", 1L), ("comment-line", 1L)], report.Data.Audit.Dropped.Where(d => d.Rows > 0).Select(d => (d.Rule, d.Rows)));
        Assert.True(report.Data.Audit.Balances);
        Assert.DoesNotContain("Total", report.Data.Customers.Ids);

        // Where all ids begin so, they are ids.
        Assert.Equal(60, Segments(Shop(60).Replace("\nk", "\n#k", StringComparison.Ordinal)).Labels.Count);
    }

    [Fact]
    public void Lines_above_the_header_are_told()
    {
        Assert.Equal(60, Segments("Customer report\nGenerated 2024-01-05\n\n" + Shop(60)).Labels.Count);
        var two = Segments("id,age,income,visits,town\n,years,USD,number,name\n" + Shop(60).Split('\n', 2)[1]);
        var said = two.Data.Audit.Findings.Single(f => f.Code == "table.skipped-lines").Text;
        Assert.Contains("line 2", said, StringComparison.Ordinal);
        Assert.Contains("id,age,income,visits,town", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_of_another_dialect_above_the_others_are_told()
    {
        var text = Shop(60) + Shop(60).Split('\n', 2)[1].Replace('k', 'm').Replace(',', ';');
        var report = ClusterJob.Run(new() { Input = "-", K = new(3, 3) }, new RunContext { StandardInput = new MemoryStream(Encoding.UTF8.GetBytes(text)) });
        Assert.Equal(60, report.Labels.Count);
        Assert.Contains(report.Notes, n => n.Contains("the first 61 lines were left out", StringComparison.Ordinal));
    }

    [Fact]
    public void Columns_of_one_name_are_told_apart()
    {
        var report = Segments(Shop(60).Replace("visits", "income", StringComparison.Ordinal));
        Assert.Equal(["age", "income", "income (column 4)", "town"], report.Data.Customers.Columns.Select(c => c.Name));
        Assert.Contains(report.Data.Audit.Findings, f => f.Code == "table.same-name" && f.Text.Contains("columns 3 and 4", StringComparison.Ordinal));
        Assert.Equal("table.several-columns", Assert.Throws<UserException>(() => Segments(Shop(60).Replace("visits", "income", StringComparison.Ordinal), new() { Table = new() { Types = ["income=category"] } })).Code);
        Assert.Equal(["income", "INCOME"], Segments(Shop(60).Replace("visits", "INCOME", StringComparison.Ordinal)).Data.Customers.Columns.Skip(1).Take(2).Select(c => c.Name));
        Assert.Equal("column 4", Segments(Shop(60).Replace("visits", "", StringComparison.Ordinal)).Data.Customers.Columns[2].Name);

        // A model must find its two columns again.
        var (table, model) = (_files.File("same.csv", Shop(60).Replace("visits", "income", StringComparison.Ordinal)), Path.Combine(Path.GetDirectoryName(_files.File("x", ""))!, "model.json"));
        var fitted = ClusterJob.Run(new() { Input = table, K = new(3, 3) }, new RunContext());
        using (var output = File.Create(model)) fitted.Model.Write(output);
        Assert.Equal(fitted.Labels, ClusterJob.Run(new() { Input = table, Model = model }, new RunContext()).Labels);
        Assert.Contains(fitted.Notes, n => n.Contains("columns 3 and 4", StringComparison.Ordinal));
    }

    [Fact]
    public void Names_of_columns_are_unique_whatever_the_headers() => Assert.Equal(
        ["a", "a (column 2)", "a (column 3, 1)", "b", "a (column 3)"], ColumnNames.Of(["a", "a", "a", "b", "a (column 3)"]));

    [Theory]
    [InlineData("$1,234.50", 1234.5)]
    [InlineData("(12.30)", -12.3)]
    [InlineData("12.30-", -12.3)]
    [InlineData("\u221212.30", -12.3)]
    [InlineData("1'234.50", 1234.5)]
    [InlineData("1.234,50", 1234.5)]
    [InlineData("1\u00A0234,50", 1234.5)]
    [InlineData("1\u202F234,50", 1234.5)]
    [InlineData("19 %", 19)]
    [InlineData("1.5e3", 1500)]
    public void Numbers_are_read_in_the_notation_of_their_column(string cell, double value)
    {
        var column = _files.Read("id,x\n" + string.Concat(Enumerable.Range(0, 20).Select(i => $"k{i:00},\"{cell}\"\n"))).Customers["x"];
        Assert.All(column.Numbers, v => Assert.Equal(value, v));
    }

    [Fact]
    public void Numbers_that_cannot_be_read_are_refused_or_told()
    {
        Assert.Equal("table.several-currencies", Column(i => i % 2 == 0 ? "$5.00" : "€5.00").Code());
        Assert.Equal("table.percent", Column(i => i == 5 ? "5" : $"{i}%").Code());
        Assert.Equal("table.decimal-mark", Column(i => $"\"1,{i:000}\"").Code());
        Assert.Equal("table.decimal-mark-mixed", Column(i => i % 2 == 0 ? $"\"{i},5\"" : $"{i}.5").Code());
        Assert.Equal("table.number-too-large", Column(i => i == 3 ? "1e400" : $"{i}").Code());
        Assert.Equal("people.some-numbers", Column(i => i % 5 == 0 ? "free" : $"{i * 3}").Told());
        Assert.Equal("people.unread-numbers", Column(i => $"\"1,23,{i:000}.00\"").Told());
        Assert.Equal("people.unread-numbers", Column(i => $"0x{i:X2}").Told());
        Assert.Equal("people.unread-numbers", Column(i => string.Concat($"{i + 10}".Select(c => (char)(c - '0' + '\u0660')))).Told());
        Assert.Equal("", Column(i => $"A{i}-{i}").Told());
        Assert.Equal("", Column(i => $"{i * 3}").Told());
        var few = _files.Read("id,x\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"k{i:00},{(i is 4 or 9 ? "n.k." : $"{i}")}\n")));
        Assert.Equal((2L, "set missing"), few.Audit.Cells.Single() is var cells ? (cells.Cells, cells.Action) : default);
    }

    [Fact]
    public void What_has_a_unit_is_no_running_number()
    {
        string Text(string sign) => "id,reach,visits\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"k{i:00},{(i * 7 % 60) + 20}{sign},{i % 2 * 30}\n"));
        Assert.Equal("id", Segments(Text("")).Verdicts.Single(v => v.Column == "reach").Rule);
        Assert.NotEqual("id", Segments(Text("%")).Verdicts.Single(v => v.Column == "reach").Rule);
    }

    [Fact]
    public void Dates_are_read_refused_or_set_missing()
    {
        Assert.Equal("people.date-order", Column(i => $"{(i % 12) + 1:00}/{(i % 11) + 1:00}/2013", "since").Code());
        Assert.Equal("people.date-order-mixed", Column(i => i % 2 == 0 ? $"{(i % 12) + 1}/{(i % 28) + 1}/2013" : $"{(i % 28) + 1}/{(i % 12) + 1}/2013", "since").Code());
        foreach (var bad in (string[])["0000-00-00", "2013-02-30", "2013-13-01", "9999-12-31"])
        {
            var data = _files.Read("id,since\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"k{i:00},{(i == 7 ? bad : $"2013-{(i % 12) + 1:00}-{(i % 27) + 1:00}")}\n")));
            Assert.Equal(("since", 1L, "set missing"), data.Audit.Cells.Single() is var cells ? (cells.Column, cells.Cells, cells.Action) : default);
            Assert.Equal(0, data.Customers["since"].Ticks[7]);
        }

        Assert.Equal("people.day-numbers", Column(i => $"{41000 + (i * 5)}", "Dt_Customer").Told());
        Assert.Equal("", Column(i => $"{41000 + (i * 5)}", "income").Told());
        var mapped = _files.Read("id,since\n" + string.Concat(Enumerable.Range(0, 30).Select(i => $"k{i:00},{40909 + i}\n")), p => p with { Types = ["since=date"], Reading = p.Reading with { DateOrder = "excel" } });
        Assert.Equal(new DateTime(2012, 1, 1).Ticks, mapped.Customers["since"].Ticks[0]);
    }

    [Fact]
    public void Nobody_is_born_after_the_as_of_day_where_years_have_two_digits()
    {
        var text = "id,birthday\n" + string.Concat(Enumerable.Range(0, 20).Select(i => $"k{i:00},{(i % 12) + 1}/{(i % 27) + 1}/{(i % 2 == 0 ? "35" : "99")}\n"));
        var data = _files.Read(text, p => p with { AsOf = new DateTime(2024, 12, 31) });
        Assert.All(Enumerable.Range(0, 20), i => Assert.Equal(i % 2 == 0 ? 89 : 25, data.Customers["Age"].Numbers[i]));
        Assert.Equal(10, data.Audit.Findings.Single(f => f.Code == "people.short-years").Count);
        Assert.Contains("00 to 68 are 20xx", data.Notes[0].Decisions[0], StringComparison.Ordinal);
        var late = _files.Read("id,birthday\n" + string.Concat(Enumerable.Range(0, 20).Select(i => $"k{i:00},{(i % 12) + 1}/{(i % 27) + 1}/2035\n")), p => p with { AsOf = new DateTime(2024, 12, 31) });
        Assert.Contains(late.Audit.Cells, c => c.Reason == "born after the as-of day");
    }

    [Fact]
    public void Ids_are_kept_as_they_are_and_doubts_are_told()
    {
        Assert.Equal(["00000", "00001"], Ids(i => $"{i:00000}").Customers.Ids.Take(2));
        Assert.Contains(Ids(i => $"{17850 + i}.0").Audit.Findings, f => f.Code == "people.float-ids");
        Assert.Equal(50, Ids(i => i % 6 == 0 ? "" : $"{i}").Customers.Count);
        Assert.Contains(Ids(i => $"1.{23457 + i}E+11").Audit.Findings, f => f is { Code: "people.scientific-ids", Count: 60 });
        var cut = Assert.Throws<UserException>(() => Ids(i => $"1.23457E+{11 + (i % 2)}"));
        Assert.Equal("people.duplicate-ids", cut.Code);
        Assert.Contains("as text", cut.Fix, StringComparison.Ordinal);
        foreach (var nobody in (string[])["guest", "NULL", "0", "-1"])
            Assert.Contains("nobody in particular", Assert.Throws<UserException>(() => Ids(i => i % 10 == 0 ? nobody : $"{i}")).Fix, StringComparison.Ordinal);
        foreach (var (one, other) in (ReadOnlySpan<(string, string)>)[("abc", "ABC"), ("Jos\u00e9", "Jose\u0301")])
        {
            var data = Ids(i => i == 3 ? one : i == 4 ? other : $"{i}");
            Assert.Equal(60, data.Customers.Count);
            Assert.Equal(1, data.Audit.Findings.Single(f => f.Code == "people.ids-alike").Count);
            Assert.DoesNotContain(data.Audit.Findings, f => f.Text.Contains(one, StringComparison.Ordinal));
        }

        Assert.DoesNotContain(Ids(i => $"K-{i}").Audit.Findings, f => f.Code is "people.ids-alike" or "people.scientific-ids");
        Assert.Equal(60, Ids(i => $"123456789012345678{i:00}").Customers.Ids.Distinct().Count());
    }

    [Theory]
    [InlineData("id,a,b\n1,2,3\n")]
    [InlineData("id,a,b\n1,2,3\n2,5,9\n")]
    [InlineData("id,a,b\n1,,NA\n2,,\n3,,null\n")]
    [InlineData("id,a,b\n1,5,x\n2,5,x\n3,5,x\n4,5,x\n")]
    [InlineData("id,a,b\n1,some words here,more of them\n2,other words here,and still more\n3,no words here,but a few\n")]
    public void Tiny_and_empty_tables_give_what_can_be_given(string text)
    {
        var report = Segments(text);
        Assert.Equal(text.Count(c => c == '\n') - 1, report.Labels.Count);
        Assert.All(Clientele.Tests.People.Segments.Tables.Files(report).Values, f => Assert.DoesNotContain("NaN", f, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "file.empty")]
    [InlineData("\uFEFF", "file.empty")]
    [InlineData("\n\n", "file.empty")]
    [InlineData("id,a,b\n", "sales.no-rows")]
    public void Nothing_is_an_error(string text, string code) => Assert.Equal(code, Refused(Encoding.UTF8.GetBytes(text)).Code);

    [Fact]
    public void Hostile_cells_leave_no_file_that_a_spreadsheet_would_run()
    {
        var report = Segments(Shop(60).Replace("North", "=cmd|calc", StringComparison.Ordinal).Replace("South", "@SUM(A1)", StringComparison.Ordinal).Replace("\nk003", "\n=HYPERLINK(1)", StringComparison.Ordinal), new() { Features = ["town", "income"], K = new(2, 3) });
        foreach (var (name, text) in Clientele.Tests.People.Segments.Tables.Files(report).Where(f => f.Key.EndsWith(".csv", StringComparison.Ordinal)))
            Assert.DoesNotContain(text.Split('\n').SelectMany(line => line.Split(',')), cell => cell.Length > 1 && (cell[0] is '=' or '@' || (cell[0] is '+' or '-' && !double.TryParse(cell, CultureInfo.InvariantCulture, out _))));
    }

    [Fact]
    public void Wide_tables_are_read_and_segmented()
    {
        var text = Wide(120, 60);
        var report = Segments(text, new() { K = new(2, 2) });
        Assert.Equal(120, report.Verdicts.Count);
        Assert.Contains(report.Notes, n => n.Contains("--features", StringComparison.Ordinal));

        // Beyond, what to do is told at once, and describing goes on without pairs.
        var wide = Wide(1_100, 20);
        var problem = Assert.Throws<UserException>(() => Segments(wide));
        Assert.Equal(("segments.too-many-columns", ExitCode.Limit), (problem.Code, problem.Exit));
        Assert.Equal(2, Segments(wide, new() { Features = ["c1", "c2"], K = new(2, 2) }).Features.Count);
        var described = Describer.Of(new() { Input = _files.File("wide.csv", wide) }, new RunContext());
        Assert.Equal((1_100, 0, 604_450L), (described.Numbers.Count, described.Relations.Count, described.PairsLeftOut));
    }

    private static string Shop(int n) => "id,age,income,visits,town\n" + string.Concat(Enumerable.Range(0, n).Select(i =>
        $"k{i:000},{18 + (i * 37 % 60)},{((i % 3) switch { 0 => 20, 1 => 60, _ => 61 } * 1000) + (i * 7919 % 3000)},{(i % 3) switch { 0 => 3, 1 => 4, _ => 30 } + (i * 31 % 5)},{(i % 4) switch { 0 => "North", 1 => "South", _ => "West" }}\n"));

    private static string Wide(int columns, int rows)
    {
        var random = new Random(4);
        return "id," + string.Join(',', Enumerable.Range(0, columns).Select(q => $"c{q}")) + "\n" + string.Concat(Enumerable.Range(0, rows).Select(i => $"k{i:00}," + string.Join(',', Enumerable.Range(0, columns).Select(_ => 12 + random.Next(100))) + "\n"));
    }

    private static PeopleSegmentReport Segments(string text, PeopleSegmentPlan? plan = null) => Clientele.Tests.People.Segments.Tables.Run(text, plan ?? new() { K = new(3, 3) });

    private static PeopleSegmentReport Segments(byte[] bytes) =>
        PeopleSegmentJob.Run(new() { Table = new() { Input = "-" }, K = new(3, 3) }, new RunContext { StandardInput = new MemoryStream(bytes) });

    // What was read of a table, cell by cell.
    private static string Cells(byte[] bytes)
    {
        var customers = PeopleReader.Read(new() { Input = "-" }, new RunContext { StandardInput = new MemoryStream(bytes) }).Customers;
        return string.Join('|', customers.Columns.Select(c => $"{c.Name}:{c.Nature}:{string.Join(',', c.Numbers)}{string.Join(',', c.Texts)}").Prepend(string.Join(',', customers.Ids)));
    }

    private static UserException Refused(byte[] bytes) => Assert.Throws<UserException>(() => Segments(bytes));

    private static byte[] Packed(string text)
    {
        var bytes = new MemoryStream();
        using (var packed = new GZipStream(bytes, CompressionLevel.Fastest)) packed.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }

    private PeopleData Ids(Func<int, string> id) => _files.Read("customer_id,age,spend\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"{id(i)},{20 + (i % 50)},{i * 37 % 500}\n")));

    private Trial Column(Func<int, string> cell, string name = "x") => new(() => _files.Read($"id,{name},visits\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"k{i:00},{cell(i)},{i * 7 % 13}\n"))));

    /// <summary>Reading a table of one doubtful column.</summary>
    private sealed class Trial(Func<PeopleData> read)
    {
        public string Code() => Assert.Throws<UserException>(() => read()).Code;

        /// <summary>The finding about the column, or nothing.</summary>
        public string Told() => read().Audit.Findings.SingleOrDefault(f => f.Code is "people.some-numbers" or "people.unread-numbers" or "people.day-numbers")?.Code ?? "";
    }
}
