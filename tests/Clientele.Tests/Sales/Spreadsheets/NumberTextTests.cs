using System.Globalization;
using System.Text;
using Clientele.Sales.Spreadsheets;

namespace Clientele.Tests.Sales.Spreadsheets;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData("1E+2", "100")]
    [InlineData("1.5E3", "1500")]
    [InlineData("-1.25E-3", "-0.00125")]
    [InlineData("123456789012345", "123456789012345")]
    [InlineData("0.000000000000123456789012345", "0.000000000000123456789012345")]
    [InlineData("3.3899999999999997", "3.3899999999999997")]
    [InlineData("3.3900000000000001", "3.39")]
    [InlineData("40513.351388888892", "40513.35138888889")]
    [InlineData("9.9999999999999995E-7", "0.000001")]
    [InlineData("1E-16", "1E-16")]
    [InlineData("1E+20", "100000000000000000000")]
    [InlineData("1E+21", "1E+21")]
    [InlineData("-0", "-0")]
    [InlineData("5.", "5")]
    [InlineData("--5", "--5")]
    [InlineData("1 000", "1 000")]
    [InlineData("1e999", "1e999")]
    public void Stored_numbers_are_written_plainly(string stored, string expected)
    {
        var text = new ByteText();
        NumberText.Write(text, Encoding.ASCII.GetBytes(stored));
        Assert.Equal(expected, Encoding.ASCII.GetString(text.Written));
    }

    [Fact]
    public void Any_double_survives()
    {
        var random = new Random(5);
        var text = new ByteText();
        for (var i = 0; i < 20_000; i++)
        {
            var value = i % 2 == 0 ? BitConverter.Int64BitsToDouble(random.NextInt64()) : Math.Round(random.NextDouble() * 1e6, i % 8);
            if (!double.IsFinite(value)) continue;
            text.Clear();
            NumberText.Write(text, Encoding.ASCII.GetBytes(value.ToString("E16", CultureInfo.InvariantCulture)));
            Assert.Equal(value, double.Parse(text.Written, CultureInfo.InvariantCulture));
            if (Math.Abs(value) is > 1e-15 and < 1e21) Assert.False(text.Written.Contains((byte)'E'));
        }
    }

    [Theory]
    [InlineData("999999999999999", false)]
    [InlineData("1000000000000000", true)]
    [InlineData("0000000000000000001", false)]
    [InlineData("1.2345678901234501E+16", true)]
    [InlineData("0.1234567890123456", false)]
    public void Long_whole_numbers_are_told(string stored, bool expected) =>
        Assert.Equal(expected, NumberText.Write(new ByteText(), Encoding.ASCII.GetBytes(stored)));
}
