using Clientele.Cli.Arguments;
using Clientele.Clusters;
using Clientele.People.Segments;
using Clientele.People.Segments.Encoded;

namespace Clientele.Cli.Commands;

/// <summary>The options of <c>segment</c> that only customer tables have. What sales have, too, comes from <see cref="PlanChoices"/>.</summary>
internal sealed class TableChoices
{
    private readonly Setting _as, _without, _encode, _explain;
    private readonly PeopleChoices _people = new(besideSales: true);

    public TableChoices()
    {
        var group = new OptionGroup("Segments of customer tables (one row per customer)");
        _as = group.Value("--as", "WHAT", "table or sales [found out from the file].");
        _without = group.Value("--without", "A,B,…", "Columns that form no segments. --features says which do [chosen, each with a reason].");
        _encode = group.Value("--encode", "COLUMN=HOW", $"How its words form segments: {string.Join(", ", ColumnEncodings.Catalog.Select(c => $"{c.Name} ({char.ToLowerInvariant(c.Summary[0])}{c.Summary[1..^1]})"))} [ordered words by order, others form none]. May be given several times.", repeatable: true);
        _explain = group.Value("--explain", "ID", "Says why this customer is in its segment, and which is next.");
        Groups = [group, .. _people.Groups];
    }

    public IReadOnlyList<OptionGroup> Groups { get; }

    /// <summary>What the person says that the file is: <c>table</c>, <c>sales</c>, or null. An option that only tables have says it, too.</summary>
    public string? Says(Invocation invocation) =>
        invocation[_as] is { } word ? Values.Word("--as", word, "table", "sales")
        : invocation.Has(_without) || invocation.Has(_encode) || invocation.Has(_explain) || _people.OnlyForTables(invocation) is not null ? "table" : null;

    /// <summary>The customer to explain, or null.</summary>
    public string? Explain(Invocation invocation) => invocation[_explain];

    public PeopleSegmentPlan Read(Invocation invocation, PlanChoices plan)
    {
        if (invocation.Operands.Count != 1) throw new UserException("usage.operands", $"A customer table is one file; {invocation.Operands.Count} are given.", "Join further tables with --with FILE.");
        plan.RefuseSalesOptions(invocation);
        var (shared, usual) = (plan.Shared(invocation), new PeopleSegmentPlan());
        return usual with
        {
            Table = _people.Read(invocation) with { Reading = shared.Reading, With = shared.With, AsOf = shared.AsOf },
            Features = shared.Features ?? [],
            Without = invocation[_without] is { } without ? Values.List("--without", without) : [],
            Encodings = invocation.All(_encode),
            Method = shared.Method ?? usual.Method,
            K = shared.K is var (least, most) ? new KRange(least, most) : usual.K,
            Seed = shared.Seed ?? usual.Seed,
        };
    }
}
