using Clientele.Handover.Star;
using FsCheck;
using FsCheck.Fluent;

namespace Clientele.Tests.Handover.Star;

/// <summary>Keys stay apart for programs that compare loosely, and are the id itself wherever that is enough.</summary>
public sealed class StarKeysTests
{
    private static readonly string[] s_parts = ["a", "A", "ａ", "b", "~2", "~3", " ", "=", "'", "-", "1", "ß", "É", "é", "カ", "か", "\u200B", "\u00A0", "İ", "i"];

    [Fact]
    public void No_two_keys_are_alike_and_most_are_the_id()
    {
        var ids = Gen.Sized(size => Gen.ArrayOf(Gen.Elements(s_parts), 1 + (size % 5)).Select(string.Concat));
        var many = Gen.ArrayOf(ids).Select(all => all.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray());
        Check.One(Cases.Of(2_000), Prop.ForAll(Arb.From(many), given =>
        {
            var keys = StarKeys.Of(given);
            var seen = new HashSet<string>(StringComparer.Ordinal);
            for (var i = 0; i < given.Length; i++)
            {
                Assert.True(seen.Add(StarKeys.Folded(keys[i])), $"'{keys[i]}' stands twice");
                if (keys[i] != given[i]) Assert.StartsWith(given[i] + "~", keys[i], StringComparison.Ordinal);
            }

            var folded = given.GroupBy(StarKeys.Folded, StringComparer.Ordinal).ToArray();
            if (folded.All(group => group.Count() == 1)) Assert.Same(given, keys);
        }));
    }

    [Theory]
    [InlineData("abc", "ABC")]
    [InlineData("=1", "'=1")]
    [InlineData("x", "x ")]
    [InlineData("x", " x")]
    [InlineData("ｘ１", "X1")]
    [InlineData("カ", "か")]
    [InlineData("a\u200Bb", "AB")]
    public void Texts_that_a_program_may_take_for_one(string a, string b) => Assert.Equal(StarKeys.Folded(a), StarKeys.Folded(b));

    [Theory]
    [InlineData("a", "á")]
    [InlineData("1", "01")]
    [InlineData("a b", "ab")]
    public void Texts_that_are_two(string a, string b) => Assert.NotEqual(StarKeys.Folded(a), StarKeys.Folded(b));

    [Fact]
    public void Names_of_columns_are_apart_whatever_the_case_and_hold_no_line()
    {
        var names = new StarNames("Customers");
        Assert.Equal(
            ["customers_2", "Age", "AGE_2", "age_2_2", "two lines", "'=1", "column", "column_2"],
            ((string[])["customers", "Age", "AGE", "age_2", " two\nlines ", "=1", "", "\t"]).Select(names.Take));
    }
}
