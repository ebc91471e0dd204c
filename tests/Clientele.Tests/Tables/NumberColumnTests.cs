using System.Globalization;
using System.Text;
using Clientele.Sales;
using Clientele.Sales.Layouts;
using Clientele.Tables;

namespace Clientele.Tests.Tables;

public sealed class NumberColumnTests
{
    [Theory]
    [InlineData("1|2.5|-3", 1, 2.5, -3)]
    [InlineData("1,5|2|1.234,5", 1.5, 2, 1234.5)]
    [InlineData(" $84,835.00 |$1.50|($2.00)", 84835, 1.5, -2)]
    [InlineData("1'234.5|2|3-", 1234.5, 2, -3)]
    [InlineData("19 %|20%|-1 %", 19, 20, -1)]
    [InlineData("1e-05|2.5E+3|7", 1e-05, 2500, 7)]
    [InlineData("1.7976931348623157e308|4.9e-324|0.1", double.MaxValue, double.Epsilon, 0.1)]
    [InlineData("0.30000000000000004|123456789012345678|9007199254740993", 0.30000000000000004, 123456789012345678, 9007199254740993)]
    [InlineData("1,234|5,678|1,234.5", 1234, 5678, 1234.5)]
    public void Numbers_are_those_written(string cells, double a, double b, double c) => Assert.Equal([a, b, c], Column(cells).Values);

    [Theory]
    [InlineData("")]
    [InlineData("NA")]
    [InlineData("n/a")]
    [InlineData("NaN")]
    [InlineData("NULL")]
    [InlineData(" - ")]
    [InlineData("?")]
    [InlineData("–")]
    public void Words_for_nothing_are_missing(string cell)
    {
        var column = Column($"1|{cell}|3");
        Assert.True(double.IsNaN(column.Values[1]));
        Assert.Equal((1, 1), (column.Column.Evidence.Missing, column.Column.Evidence.FirstMissing));
    }

    [Theory]
    [InlineData("1|abc|3", ":3:2 [b]")]
    [InlineData("1|0x1F|3", ":3:2 [b]")]
    [InlineData("1|1_000|3", ":3:2 [b]")]
    [InlineData("1|2|inf", ":4:2 [b]")]
    [InlineData("1|300,0,00.40|3", ":3:2 [b]")]
    [InlineData("1|1e999|3", ":3:2 [b]")]
    [InlineData("5%|6|7%", ":3:2 [b]")]
    [InlineData("1.5|2|3,25", ":4:2 [b]")]
    public void The_first_cell_that_is_no_number_is_named_with_its_place(string cells, string place)
    {
        var problem = Assert.Throws<UserException>(() => Column(cells));
        Assert.Contains(place, problem.What, StringComparison.Ordinal);
        Assert.NotEmpty(problem.Fix);
    }

    [Fact]
    public void Thousand_or_decimal_is_proved_by_the_column_then_by_the_file_and_else_asked()
    {
        Assert.Equal("table.decimal-mark", Assert.Throws<UserException>(() => Column("1,234|5,678|9,012")).Code);
        Assert.Equal([1234, 5678], Column("1,234|5,678", other: "0.5|0.25").Values);
        Assert.Equal([1.234, 5.678], Column("1,234|5,678", other: "0,5|0,25").Values);
        Assert.Equal("table.decimal-mark", Assert.Throws<UserException>(() => Column("1,234|5,678", other: "0,5|0.25")).Code);
        Assert.Equal([1.234, 5.678], Column("1,234|5,678", mark: "comma").Values);
        Assert.Equal("table.decimal-mark-mixed", Assert.Throws<UserException>(() => Column("1,234|5.5|6,5")).Code);
    }

    [Fact]
    public void Units_are_kept_and_may_not_differ()
    {
        Assert.Equal(("USD", "%", null), (Column("$1|$2").Unit, Column("1%|2%").Unit, Column("1|2").Unit));
        Assert.Equal("table.several-currencies", Assert.Throws<UserException>(() => Column("$1|€2")).Code);
    }

    [Fact]
    public void Any_double_is_read_back_to_its_bits()
    {
        var random = new Random(1);
        for (var i = 0; i < 20_000; i++)
        {
            var value = BitConverter.Int64BitsToDouble(random.NextInt64());
            if (!double.IsFinite(value)) continue;
            if (i % 2 == 0) value = Math.Round(random.NextDouble() * 1e6, random.Next(8));
            Assert.True(Figure.Of(Encoding.UTF8.GetBytes(value.ToString("R", CultureInfo.InvariantCulture))).TryValue(NumberNotation.Plain, out var read));
            Assert.Equal(value == 0 ? 0 : BitConverter.DoubleToInt64Bits(value), BitConverter.DoubleToInt64Bits(read));
        }
    }

    [Fact]
    public void Numbers_are_those_that_sales_read()
    {
        var random = new Random(2);
        for (var i = 0; i < 20_000; i++)
        {
            var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 1 + random.Next(9)).Select(_ => "0123456789.,-' $"[random.Next(16)])));
            var notation = random.Next(2) == 0 ? new NumberNotation('.', ',') : new NumberNotation(',', '.');
            var sales = NumberParser.TryParse(text, notation, out var mantissa, out var scale);
            Assert.Equal(sales, Figure.Of(text).TryValue(notation, out var value));
            if (sales) Assert.Equal((double)((decimal)mantissa / (decimal)Math.Pow(10, scale)), value);
        }
    }

    [Fact]
    public void Columns_are_read_as_cell_by_cell()
    {
        var random = new Random(5);
        string[] cells = ["", "NA", "0", "-0", "7", "-7", "12.5", "-0.25", ".5", "5.", "-", "1e5", "2.5e-3", "123456789012345", "999999999999999", "1000000000000000", "0.000000000000000001", "123456789.123456789", "00012.50", "1,234.5", "4 000", "x", " 3 ", "-.5", "0.1"];
        for (var round = 0; round < 1000; round++)
        {
            var column = Columns.Of([.. Enumerable.Range(0, 1 + random.Next(20)).Select(_ => cells[random.Next(cells.Length)])]);
            var (table, others, plain) = (new TableColumn("a", "a", 1, column), new List<int>(), new List<int>());
            NumberColumn read;
            try
            {
                read = NumberColumn.Of(table, random.Next(2) == 0 ? "point" : "comma", others);
            }
            catch (UserException)
            {
                continue;
            }

            var values = Enumerable.Range(0, table.Rows).Select(row => NumberColumn.Value(table, row, table.Evidence, read.Notation, plain)).ToArray();
            Assert.Equal(values.Select(BitConverter.DoubleToInt64Bits), read.Values.Select(BitConverter.DoubleToInt64Bits));
            Assert.Equal(plain, others);
        }
    }

    private static NumberColumn Column(string cells, string? other = null, string? mark = null)
    {
        var (values, others) = (cells.Split('|'), other?.Split('|'));
        var text = $"a\tb\tc\n{string.Concat(values.Select((v, i) => $"x\t{v}\t{others?[i] ?? "y"}\n"))}";
        var options = ReadOptions.Default with { Delimiter = "tab", HeaderLine = 1 };
        return NumberColumn.Of(TableReader.Read("-", options, new MemoryStream(Encoding.UTF8.GetBytes(text))).Columns[1], mark);
    }
}
