using Clientele.Customers;
using Clientele.People;
using Clientele.Sales;
using Clientele.Sales.Layouts;

namespace Clientele.Web.Sources;

/// <summary>What a file is taken for, with the columns to correct, the reasons, and a preview.</summary>
/// <param name="Kind">sales or table; empty when it is neither yet.</param>
/// <param name="Reason">One sentence.</param>
/// <param name="Columns">As they stand, with the role that each was given.</param>
/// <param name="Decisions">What was decided, and why.</param>
/// <param name="Preview">First lines as text, cell by cell.</param>
/// <param name="Lines">The same lines as they will be read; sales only.</param>
/// <param name="Trouble">What stands in the way, or null.</param>
internal sealed record Understanding(
    string Kind, string Reason, long Bytes, IReadOnlyList<SeenColumn> Columns, IReadOnlyList<Decision> Decisions, IReadOnlyList<IReadOnlyList<string>> Preview,
    IReadOnlyList<InspectRow> Lines, Trouble? Trouble)
{
    /// <summary>Looks at a sample of the file; a customer table is read whole, because types need all values.</summary>
    /// <param name="source">The file.</param>
    /// <param name="kind">sales or table when the person says so, else null.</param>
    /// <param name="options">What the person said about it.</param>
    /// <exception cref="UserException">It is no table at all.</exception>
    public static Understanding Of(Source source, string? kind, ReadOptions options, PeoplePlan people, CancellationToken ct)
    {
        var look = PlainLook.Of(source.Path, options);
        if (kind == "table") return Table(source, look, people, "you said so", ct);
        try
        {
            var view = Inspection.Of(source.Path, options, null);
            var columns = view.Columns.Select(c => new SeenColumn(c.Number, c.Name, c.Role, c.Type, "", c.Examples));
            return new("sales", kind == "sales" ? "you said so" : "it has a customer and a day of sale in every line", view.Length, [.. columns], view.Decisions, look.Rows, view.Rows, null);
        }
        catch (UserException problem)
        {
            var taken = kind is null && options.Columns.Count == 0 ? Recognition.Of(source.Path, options) : null;
            if (taken is { IsCustomerTable: true }) return Table(source, look, people, taken.Reason, ct);
            return new(kind ?? "", taken?.Reason ?? "", look.Length, Plain(look), [], look.Rows, [], Trouble.Of(problem));
        }
    }

    private static Understanding Table(Source source, PlainView look, PeoplePlan people, string reason, CancellationToken ct)
    {
        try
        {
            var data = PeopleReader.Read(people with { Input = source.Path }, new RunContext { Cancellation = ct });
            var known = data.Customers.Columns.ToDictionary(c => c.Name, StringComparer.Ordinal);
            var columns = look.Columns.Select(c => known.TryGetValue(c.Name, out var typed)
                ? new SeenColumn(c.Number, c.Name, null, Word(typed), typed.Reason, c.Examples)
                : new SeenColumn(c.Number, c.Name, c.Name == data.IdColumn ? "customer" : null, c.Type, "", c.Examples));
            return new("table", reason, look.Length, [.. columns], data.Files[0].Decisions, look.Rows, [], null);
        }
        catch (UserException problem)
        {
            return new("table", reason, look.Length, Plain(look), [], look.Rows, [], Trouble.Of(problem));
        }
    }

    private static string Word(CustomerColumn column) => column.Nature.ToString().ToLowerInvariant() + (column.Unit.Length > 0 ? $", {column.Unit}" : "");

    private static List<SeenColumn> Plain(PlainView look) => [.. look.Columns.Select(c => new SeenColumn(c.Number, c.Name, null, c.Type, "", c.Examples))];
}

/// <summary>One column.</summary>
/// <param name="Role">What it means for sales, as the options call it; customer for the ids of a table; else null.</param>
/// <param name="Type">In words.</param>
/// <param name="Reason">Why it is thought so; empty where the decisions say it.</param>
internal sealed record SeenColumn(int Number, string Name, string? Role, string Type, string Reason, IReadOnlyList<string> Examples);

/// <summary>What a person can mend.</summary>
internal sealed record Trouble(string Code, string What, string Fix)
{
    public static Trouble Of(UserException problem) => new(problem.Code, problem.What, problem.Fix);
}
