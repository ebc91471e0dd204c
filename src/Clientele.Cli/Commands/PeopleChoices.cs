using Clientele.Cli.Arguments;
using Clientele.Clusters;
using Clientele.People;
using Clientele.People.Segments;

namespace Clientele.Cli.Commands;

/// <summary>The options of <c>segment</c> that only customer tables have. What both kinds of files have comes from <see cref="PlanChoices"/>.</summary>
internal sealed class PeopleChoices
{
    private readonly Setting _as, _dictionary, _with, _id, _type, _order, _outcome, _derive, _without, _explain;

    public PeopleChoices()
    {
        var group = new OptionGroup("Customer tables (one row per customer)");
        _as = group.Value("--as", "WHAT", "table or sales [found out from the file].");
        _dictionary = group.Value("--dictionary", "FILE", "Table of field and description; shown wherever a column is.");
        _with = group.Value("--with", "FILE[:KEY]", "Joins a further table by customer. Once per table.", repeatable: true);
        _id = group.Value("--id", "COLUMN", "Names the customers [found out].");
        _type = group.Value("--type", "COLUMN=TYPE", "What a column is: id, amount, count, flag, category, ordinal, date or text.", repeatable: true);
        _order = group.Value("--order", "COLUMN=A<B<…", "Order of the levels of a column, least first.", repeatable: true);
        _outcome = group.Value("--outcome", "A,B,…", "Columns that segments are judged by, besides those found out; they never form segments.");
        _derive = group.Value("--derive", "NAME=FORMULA", "A further column, like \"kids = Kidhome + Teenhome\"; none switches the proposed ones off.", repeatable: true);
        _without = group.Value("--without", "A,B,…", "Columns that form no segments. --features says which do [chosen, each with a reason].");
        _explain = group.Value("--explain", "ID", "Says why this customer is in its segment, and which is next.");
        Group = group;
    }

    public OptionGroup Group { get; }

    /// <summary>What the person says that the file is: <c>table</c>, <c>sales</c>, or null. An option that only tables have says it, too.</summary>
    public string? Says(Invocation invocation, PlanChoices plan)
    {
        if (invocation[_as] is { } word) return Values.Word("--as", word, "table", "sales");
        foreach (var setting in Group.Settings)
        {
            if (invocation.Has(setting)) return "table";
        }

        return plan.NamesTableMethod(invocation) ? "table" : null;
    }

    /// <summary>The customer to explain, or null.</summary>
    public string? Explain(Invocation invocation) => invocation[_explain];

    public PeopleSegmentPlan Read(Invocation invocation, PlanChoices plan)
    {
        if (invocation.Operands.Count != 1) throw new UserException("usage.operands", $"A customer table is one file; {invocation.Operands.Count} are given.", "Join further tables with --with FILE.");
        plan.RefuseSalesOptions(invocation);
        var shared = plan.Shared(invocation);
        var usual = new PeopleSegmentPlan();
        return usual with
        {
            Table = new PeoplePlan
            {
                Input = invocation.Operands[0],
                Reading = shared.Reading,
                Id = invocation[_id],
                Dictionary = invocation[_dictionary],
                With = invocation.All(_with),
                Types = invocation.All(_type),
                Orders = invocation.All(_order),
                Outcomes = invocation[_outcome] is { } outcomes ? Values.List("--outcome", outcomes) : [],
                Derive = invocation.All(_derive),
                AsOf = shared.AsOf,
            },
            Features = shared.Features ?? [],
            Without = invocation[_without] is { } without ? Values.List("--without", without) : [],
            Method = shared.Method ?? usual.Method,
            K = shared.K is var (least, most) ? new KRange(least, most) : usual.K,
            Seed = shared.Seed ?? usual.Seed,
        };
    }
}
