using System.Text;
using Clientele.Sales.Layouts;
using FsCheck;
using FsCheck.Fluent;

namespace Clientele.Tests.Sales.Layouts;

public sealed class FieldSplitterTests
{
    [Theory]
    [InlineData("a,b,c\n", "a|b|c")]
    [InlineData("a,b,c", "a|b|c")]
    [InlineData("a,b,c\r\n", "a|b|c")]
    [InlineData("a,b,c\r", "a|b|c")]
    [InlineData("a,,\n", "a||")]
    [InlineData(",a\n", "|a")]
    [InlineData("a\rb,c\n", "a\rb|c")]
    [InlineData("\"a,b\",c\n", "a,b|c")]
    [InlineData("\"a\nb\",c\n", "a\nb|c")]
    [InlineData("\"a\"\"b\",\"\"\n", "a\"\"b|")]
    [InlineData("a,\"b\"\r\n", "a|b")]
    [InlineData("a,\"b\"", "a|b")]
    [InlineData("6\" ruler,b\n", "6\" ruler|b")]
    [InlineData("a, \"b\"\n", "a| \"b\"")]
    [InlineData("O'Brien,'x'\n", "O'Brien|'x'")]
    [InlineData("a\\,b\n", "a\\|b")]
    [InlineData("\n", "")]
    [InlineData("\r\n", "")]
    [InlineData(" \t \n", "")]
    [InlineData("", "")]
    public void Cuts_records(string text, string fields)
    {
        var (found, end) = Split(text, new((byte)','));
        Assert.Equal(fields, found);
        Assert.Equal((RecordState.Whole, Encoding.UTF8.GetByteCount(text)), (end.State, end.Next));
    }

    [Theory]
    [InlineData("\"ab\"c,d\nnext", 4, 8)]
    [InlineData("x,\"ab\" ,d\nnext", 6, 10)]
    [InlineData("\"a\"b\"\nnext\"", 3, 6)]
    [InlineData("\"a\"\rb\nnext", 3, 6)]
    [InlineData("\"a\\\"b\",c\nnext", 4, 9)]
    public void Text_behind_a_closing_quote_spoils_the_record_up_to_the_line_end(string text, int trouble, int next)
    {
        var (_, end) = Split(text, new((byte)','));
        Assert.Equal((RecordState.Malformed, trouble, next), (end.State, end.Trouble, end.Next));
    }

    [Theory]
    [InlineData("\"ab\nc,d\n", 0)]
    [InlineData("a,\"b\"\"\n", 2)]
    public void A_quote_that_is_never_closed_is_named(string text, int trouble)
    {
        var (_, end) = Split(text, new((byte)','));
        Assert.Equal((RecordState.Unclosed, trouble, text.Length), (end.State, end.Trouble, end.Next));
    }

    [Theory]
    [InlineData(" 00001 19970101  1   11.77\r\n", "00001|19970101|1|11.77")]
    [InlineData("a b\n", "a|b")]
    [InlineData("a  \"b c\"  \n", "a|b c")]
    [InlineData("\ta \t b\t\n", "a|b")]
    public void Cuts_at_runs_of_blanks(string text, string fields)
    {
        var (found, end) = Split(text, new((byte)' ', blankRuns: true));
        Assert.Equal(fields, found);
        Assert.Equal((RecordState.Whole, text.Length), (end.State, end.Next));
    }

    [Fact]
    public void Tabs_are_fields_where_tab_is_the_delimiter() => Assert.Equal("||", Split("\t\t\n", new((byte)'\t')).Fields);

    [Fact]
    public void Splitting_what_was_written_gives_it_back()
    {
        var field = Gen.Elements("abc \",;\n\r\t|é'\\".ToCharArray()).ArrayOf().Select(c => new string(c));
        var cases = from fields in field.NonEmptyListOf()
                    from delimiter in Gen.Elements(',', ';', '\t', '|')
                    from ending in Gen.Elements("\n", "\r\n")
                    select (fields, delimiter, ending);
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var line = string.Join(c.delimiter, c.fields.Select(f => '"' + f.Replace("\"", "\"\"", StringComparison.Ordinal) + '"'));
            var text = Encoding.UTF8.GetBytes(line + c.ending + "next");
            var fields = new FieldList();
            var end = FieldSplitter.Split(text, 0, new((byte)c.delimiter), fields);
            Assert.Equal((RecordState.Whole, text.Length - 4), (end.State, end.Next));
            var found = Enumerable.Range(0, fields.Count)
                .Select(i => Encoding.UTF8.GetString(text[fields.Start(i)..fields.End(i)]).Replace("\"\"", "\"", StringComparison.Ordinal));
            Assert.Equal(c.fields, found);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Any_bytes_are_cut_to_the_end_in_order()
    {
        var bytes = Gen.Elements("a\",;\n\r\t \u00A0"u8.ToArray()).ArrayOf();
        var cases = from text in bytes from delimiter in Gen.Elements(",;\t "u8.ToArray()) select (text, delimiter);
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var fields = new FieldList();
            for (var at = 0; at < c.text.Length;)
            {
                var end = FieldSplitter.Split(c.text, at, new(c.delimiter, c.delimiter == ' '), fields);
                Assert.InRange(end.Next, at + 1, c.text.Length);
                for (var i = 0; i < fields.Count; i++)
                {
                    Assert.InRange(fields.Start(i), at, end.Next);
                    Assert.InRange(fields.End(i), fields.Start(i), end.Next);
                }

                at = end.Next;
            }
        }).Check(Cases.Of(3000));
    }

    private static (string Fields, RecordEnd End) Split(string text, SplitFormat format)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var fields = new FieldList();
        var end = FieldSplitter.Split(bytes, 0, format, fields);
        return (string.Join('|', Enumerable.Range(0, fields.Count).Select(i => Encoding.UTF8.GetString(bytes[fields.Start(i)..fields.End(i)]))), end);
    }
}
