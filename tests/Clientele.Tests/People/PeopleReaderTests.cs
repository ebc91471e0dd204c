using Clientele.Customers;
using Clientele.People;
using Kind = Clientele.Tables.ColumnKind;

namespace Clientele.Tests.People;

public sealed class PeopleReaderTests : IDisposable
{
    private readonly Written _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("Education", "PhD|Basic|Master|Basic", Kind.Ordinal, "Basic<Master<PhD")]
    [InlineData("size", "L|S|XL|M|S", Kind.Ordinal, "S<M<L<XL")]
    [InlineData("age group", "35-44|18-24|25-34|65+", Kind.Ordinal, "18-24<25-34<35-44<65+")]
    [InlineData("answer", "often|never|sometimes|never", Kind.Ordinal, "never<sometimes<often")]
    [InlineData("Country", "SP|CA|SP|SP|CA|SP", Kind.Category, "SP<CA")]
    [InlineData("newsletter", "yes|no|no|yes", Kind.Flag, "")]
    [InlineData("Response", "0|1|1|0", Kind.Flag, "")]
    [InlineData("rating", "5|1|3|4", Kind.Ordinal, "")]
    [InlineData("visits", "5|1|3|4", Kind.Count, "")]
    [InlineData("zip code", "01234|04711|01234|01234", Kind.Category, "01234<04711")]
    [InlineData("spent on wine", "5|1|3|4", Kind.Amount, "")]
    [InlineData("Dt_Customer", "6/16/14|05/11/2014|3/15/13|12/01/2012", Kind.Date, "")]
    [InlineData("remark", "a b|c d|e f|g h", Kind.Text, "")]
    public void Types_follow_from_names_and_cells(string name, string cells, Kind kind, string levels)
    {
        var column = Column(name, cells).Customers.Columns[0];
        Assert.Equal((kind, levels), (column.Nature, string.Join('<', column.Levels)));
        Assert.NotEmpty(column.Reason);
    }

    [Fact]
    public void Money_in_quotes_is_a_number_with_its_currency_and_two_notations_of_dates_are_read()
    {
        var data = _files.Read("ID, Income ,Dt_Customer\n7,\" $84,835.00 \",6/16/14\n0,\"$1.50 \",05/11/2014\n");
        Assert.Equal(["0", "7"], data.Customers.Ids);
        Assert.Equal([1.5, 84835], data.Customers["Income"].Numbers);
        Assert.Equal("USD", data.Customers["Income"].Unit);
        Assert.Equal([new DateTime(2014, 5, 11).Ticks, new DateTime(2014, 6, 16).Ticks], data.Customers["Dt_Customer"].Ticks);
        Assert.Equal(new DateTime(2014, 6, 17), data.AsOf);
    }

    [Fact]
    public void Units_and_ranges_stand_in_the_header()
    {
        var data = _files.Read("CustomerID,Annual Income (k$),Spending Score (1-100),share_pct\n0001,15,39,4\n0002,16,101,5\n0003,17,3,9\n");
        Assert.Equal(["k$", "1-100", "%"], data.Customers.Columns.Select(c => c.Unit));
        var cell = Assert.Single(data.Audit.Changes);
        Assert.Equal(("0002", 3L, "101"), (cell.Customer, cell.Line, cell.Before));
    }

    [Fact]
    public void Order_of_day_and_month_is_proved_or_asked()
    {
        var problem = Assert.Throws<UserException>(() => Column("since", "01/02/2014|03/04/2014|05/06/2014|07/08/2014"));
        Assert.Equal("people.date-order", problem.Code);
        Assert.Contains("customers.csv:2:2 [since]", problem.What, StringComparison.Ordinal);
        Assert.Equal("people.date-order-mixed", Assert.Throws<UserException>(() => Column("since", "13/02/2014|03/24/2014|05/06/2014|07/08/2014")).Code);
        var said = Column("since", "01/02/2014|03/04/2014|05/06/2014|07/08/2014", p => p with { Reading = p.Reading with { DateOrder = "dmy" } });
        Assert.Equal(new DateTime(2014, 2, 1).Ticks, said.Customers["since"].Ticks[0]);
    }

    [Fact]
    public void A_year_of_birth_becomes_an_age_only_when_something_gives_the_day()
    {
        const string Text = "id,Year_Birth\na,1980\nb,1893\nc,2000\n";
        Assert.Equal("year", _files.Read(Text).Customers.Columns[0].Unit);
        var data = _files.Read(Text, p => p with { AsOf = new DateTime(2014, 6, 30) });
        Assert.Equal([34, 121, 14], data.Customers["Age"].Numbers);
        Assert.Equal("Age = years(Year_Birth)", data.Note("Age").Expression);
        Assert.Equal("older than 110 years", Assert.Single(data.Audit.Cells).Reason);
    }

    [Fact]
    public void A_repeated_row_leaves_and_a_repeated_id_is_an_error_with_both_places()
    {
        var data = _files.Read("id,x\na,1\nb,2\na,1\n,5\n");
        Assert.Equal((4L, 2L, true), (data.Audit.RowsRead, data.Audit.RowsKept, data.Audit.Balances));
        Assert.Equal([("no-id", 1L), ("duplicates", 1L)], data.Audit.Dropped.Where(d => d.Rows > 0).Select(d => (d.Rule, d.Rows)));
        Assert.Equal("people.repeated-row", Assert.Throws<UserException>(() => _files.Read("id,x\na,1\nb,2\na,1\n", p => Written.Clean(p, "duplicates", "refuse"))).Code);
        var problem = Assert.Throws<UserException>(() => _files.Read("customer_id,x\nsecret,1\nb,2\nsecret,3\n"));
        Assert.Contains("customers.csv:4:1", problem.What, StringComparison.Ordinal);
        Assert.Contains("line 2", problem.What, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_ids_rows_are_numbered_and_it_is_said()
    {
        var data = _files.Read("income,score\n5,1\n5,2\n7,2\n");
        Assert.Equal(["1", "2", "3"], data.Customers.Ids);
        Assert.Contains(data.Audit.Findings, f => f.Code == "people.no-id");
    }

    [Fact]
    public void A_dictionary_may_have_no_header_and_says_what_it_describes_twice()
    {
        var headless = _files.File("headless.csv", "income,Yearly income\nscore,Points of last year\n");
        var data = _files.Read("id,income,score\n1,5,3\n2,6,4\n", p => p with { Dictionary = headless });
        Assert.Equal(["Yearly income", "Points of last year"], data.Customers.Columns.Select(c => c.Meaning));
        var twice = _files.File("twice.csv", "Field,Description\nincome,Yearly income\nincome,Something else\nscore,Points\n");
        data = _files.Read("id,income,score\n1,5,3\n2,6,4\n", p => p with { Dictionary = twice });
        Assert.Equal("Yearly income", data.Customers["income"].Meaning);
        Assert.Equal(["people.dictionary-twice"], data.Audit.Findings.Where(f => f.Code.StartsWith("people.dictionary", StringComparison.Ordinal)).Select(f => f.Code));
    }

    [Fact]
    public void A_dictionary_matches_without_regard_to_blanks_case_and_signs_and_tells_what_it_misses()
    {
        var path = _files.File("fields.csv", "Field,Description\nyear-birth,Year of birth\nINCOME ,Yearly income\nGone,No such column\n");
        var data = _files.Read("id,Year_Birth,Income,x\na,1980,5,1\nb,1981,6,2\nc,1982,6,2\n", p => p with { Dictionary = path });
        Assert.Equal(["Year of birth", "Yearly income", ""], data.Customers.Columns.Select(c => c.Meaning));
        Assert.Contains("Gone", data.Audit.Findings.Single(f => f.Code == "people.dictionary-unused").Text, StringComparison.Ordinal);
        Assert.Contains("x", data.Audit.Findings.Single(f => f.Code == "people.dictionary-silent").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Types_and_orders_asked_for_are_taken_or_refused_by_name()
    {
        const string Text = "id,club,level\na,1,low\nb,2,top\nc,1,mid\nd,1,mid\n";
        var data = _files.Read(Text, p => p with { Types = ["club=category"], Orders = ["level=low<mid<top"] });
        Assert.Equal((Kind.Category, ColumnKind.Text), (data.Customers["club"].Nature, data.Customers["club"].Kind));
        Assert.Equal(["low", "mid", "top"], data.Customers["level"].Levels);
        Assert.Equal("people.type", Assert.Throws<UserException>(() => _files.Read(Text, p => p with { Types = ["club=colour"] })).Code);
        Assert.Equal("people.order-levels", Assert.Throws<UserException>(() => _files.Read(Text, p => p with { Orders = ["level=low<mid"] })).Code);
        Assert.Equal("table.unknown-column", Assert.Throws<UserException>(() => _files.Read(Text, p => p with { Types = ["clubb=category"] })).Code);
    }

    [Fact]
    public void A_few_cells_of_another_type_are_set_missing_and_listed()
    {
        var data = _files.Read("id,paid\n" + string.Concat(Enumerable.Range(10, 20).Select(i => FormattableString.Invariant($"c{i},{(i == 15 ? "n.k." : i + ".5")}\n"))));
        Assert.True(double.IsNaN(data.Customers["paid"].Numbers[5]));
        Assert.Equal(("c15", 7L, "types", "n.k.", ""), data.Audit.Changes.Select(c => (c.Customer, c.Line, c.Rule, c.Before, c.After)).Single());
    }

    [Fact]
    public void Row_order_and_threads_change_nothing_but_lines()
    {
        var random = new Random(7);
        string[] rows = [.. Enumerable.Range(0, 300).Select(i => FormattableString.Invariant($"c{i},{random.Next(1930, 2000)},{(random.Next(9) == 0 ? "" : random.Next(100_000) / 4.0)},{"abc"[random.Next(3)]},{random.Next(2)}\n"))];
        const string Head = "id,Year_Birth,Income,kind,Response\n";
        Func<PeoplePlan, PeoplePlan> plan = p => Written.Clean(Written.Clean(p with { AsOf = new DateTime(2020, 1, 1) }, "missing", "knn:3:flag"), "outliers", "iqr:clip");
        var first = _files.Read(Head + string.Concat(rows), plan, threads: 1);
        random.Shuffle(rows);
        var second = _files.Read(Head + string.Concat(rows), plan, threads: 3);
        Assert.Equal(first.Customers.Ids, second.Customers.Ids);
        foreach (var (a, b) in first.Customers.Columns.Zip(second.Customers.Columns))
        {
            Assert.Equal((a.Name, a.Reason), (b.Name, b.Reason));
            Assert.Equal(a.Numbers, b.Numbers);
            Assert.Equal(a.Texts, b.Texts);
        }

        Assert.Equal(first.Audit.Changes.Select(c => c with { Line = 0 }), second.Audit.Changes.Select(c => c with { Line = 0 }));
    }

    private PeopleData Column(string name, string cells, Func<PeoplePlan, PeoplePlan>? change = null) =>
        _files.Read($"customer,{name}\n{string.Concat(cells.Split('|').Select((v, i) => $"c{i},{v}\n"))}", change);
}
