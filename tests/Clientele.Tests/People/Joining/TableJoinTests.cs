using Clientele.People.Joining;

namespace Clientele.Tests.People.Joining;

public sealed class TableJoinTests : IDisposable
{
    private const string Table = "id,x\n01,1\n02,2\n03,3\n";
    private readonly Written _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Every_customer_stays_and_both_sides_are_counted()
    {
        var other = _files.File("survey.csv", "client,x,score\n03,9,5\n01,8,4\n77,7,3\n");
        var data = _files.Read(Table, p => p with { With = [other + ":client"] });
        Assert.Equal(["x", "x_survey", "score"], data.Customers.Columns.Select(c => c.Name));
        Assert.Equal([4, double.NaN, 5], data.Customers["score"].Numbers);
        var join = Assert.Single(data.Joins);
        Assert.Equal((3L, 2L, 1L, 1L), (join.Rows, join.Matched, join.Unmatched, join.Unused));
    }

    [Fact]
    public void A_key_that_comes_twice_or_fits_nobody_is_an_error()
    {
        var twice = _files.File("twice.csv", "client_id,score\n01,5\n02,4\n01,5\n");
        var problem = Assert.Throws<UserException>(() => _files.Read(Table, p => p with { With = [twice] }));
        Assert.Equal("join.key-twice", problem.Code);
        Assert.Contains("twice.csv:4:1", problem.What, StringComparison.Ordinal);
        var zeros = _files.File("zeros.csv", "client_id,score\n1,5\n2,4\n");
        problem = Assert.Throws<UserException>(() => _files.Read(Table, p => p with { With = [zeros] }));
        Assert.Equal("join.no-match", problem.Code);
        Assert.Contains("2 would match without leading zeros", problem.What, StringComparison.Ordinal);
        var none = _files.File("none.csv", "a,b\n1.5,5\n1.5,4\n");
        Assert.Equal("join.no-key", Assert.Throws<UserException>(() => _files.Read(Table, p => p with { With = [none] })).Code);
    }

    [Fact]
    public void A_table_is_not_joined_with_itself_and_empty_keys_and_new_names_are_told()
    {
        Assert.Equal("join.same-file", Assert.Throws<UserException>(() => _files.Read(Table, p => p with { With = [p.Input] })).Code);
        var other = _files.File("survey.csv", "client_id,x,score\n03,9,5\n,8,4\n,7,3\n");
        Assert.Equal("join.same-file", Assert.Throws<UserException>(() => _files.Read(Table, p => p with { With = [other, other] })).Code);
        var data = _files.Read(Table, p => p with { With = [other] });
        Assert.Equal(2, Assert.Single(data.Joins).WithoutKey);
        Assert.Equal(2, data.Audit.Findings.Single(f => f.Code == "join.no-key").Count);
        Assert.Contains("x of", data.Audit.Findings.Single(f => f.Code == "join.renamed").Text, StringComparison.Ordinal);
        var zeros = _files.File("zeros.csv", "client_id,score\n01,5\n2,4\n3,4\n");
        Assert.StartsWith("2 more customers would match", _files.Read(Table, p => p with { With = [zeros] }).Audit.Findings.Single(f => f.Code == "join.near").Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.csv", "a.csv", null)]
    [InlineData("a.csv:key", "a.csv", "key")]
    [InlineData("a.csv: Client no ", "a.csv", "Client no")]
    [InlineData("C:\\a.csv", "C:\\a.csv", null)]
    [InlineData("x:y/a.csv", "x:y/a.csv", null)]
    public void A_key_stands_behind_the_last_colon(string text, string path, string? key) => Assert.Equal(new JoinSpec(path, key), JoinSpec.Parse(text));
}
