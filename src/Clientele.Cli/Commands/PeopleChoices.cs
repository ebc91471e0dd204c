using System.Globalization;
using Clientele.Cli.Arguments;
using Clientele.People;
using Clientele.People.Cleaning;
using Clientele.People.Typing;

namespace Clientele.Cli.Commands;

/// <summary>The options that say how a customer table is understood, cleaned and completed. Rules come from their catalog.</summary>
internal sealed class PeopleChoices
{
    private readonly Setting _id, _dictionary, _type, _order, _outcome, _derive, _cap;
    private readonly Setting? _with, _asOf;
    private readonly List<(Choice<TableRule> Rule, Setting Setting)> _rules = [];

    /// <summary>Makes the options.</summary>
    /// <param name="besideSales">Leaves out <c>--with</c> and <c>--as-of</c>, which the options of sales have already.</param>
    public PeopleChoices(bool besideSales = false)
    {
        var table = new OptionGroup("Customer tables (one row per customer)");
        _id = table.Value("--id", "COLUMN", "Names the customers [found out; row numbers when no column does].");
        _dictionary = table.Value("--dictionary", "FILE", "A table of fields and descriptions; they are shown wherever the columns are.");
        if (!besideSales) _with = table.Value("--with", "FILE[:KEY]", "Joins another table by customer. May be given several times.", repeatable: true);
        _type = table.Value("--type", "COLUMN=TYPE", $"{string.Join(", ", TypeWords.Names)} [found out]. May be given several times.", repeatable: true);
        _order = table.Value("--order", "COLUMN=A<B<…", "Order of a column's words, least first. May be given several times.", repeatable: true);
        _outcome = table.Value("--outcome", "COLUMN", "Holds an outcome, like an answer to a campaign: never looked at when gaps are filled [found out]. May be given several times.", repeatable: true);
        _derive = table.Value("--derive", "\"NAME = FORMULA\"", "A column worked out from others: kids = Kidhome + Teenhome. Usual ones come by themselves; none switches them off. May be given several times.", repeatable: true);
        if (!besideSales) _asOf = table.Value("--as-of", "DATE", "Day that ages and days count to [the day after the latest date].");
        var cleaning = new OptionGroup("Cleaning of customer tables");
        foreach (var rule in TableRules.Catalog) _rules.Add((rule, cleaning.Value("--" + rule.Name, "HOW", rule.Summary + " " + TableRules.Takes(rule))));
        _cap = cleaning.Value("--cells-cap", "N|all", $"Most cells per rule in cells.csv [{new PeoplePlan().CellsCap.ToString(CultureInfo.InvariantCulture)}].");
        Groups = [table, cleaning];
    }

    public IReadOnlyList<OptionGroup> Groups { get; }

    public IReadOnlyList<string> With(Invocation invocation) => _with is null ? [] : invocation.All(_with);

    public DateTime? AsOf(Invocation invocation) => _asOf is not null && invocation[_asOf] is { } date ? Values.Instant("--as-of", date) : null;

    /// <summary>The plan for one table; how the file is written is added by the caller.</summary>
    public PeoplePlan Read(Invocation invocation)
    {
        var cleaning = new Dictionary<string, IReadOnlyDictionary<string, double>>(StringComparer.Ordinal);
        foreach (var (rule, setting) in _rules)
        {
            if (invocation[setting] is { } how) cleaning[rule.Name] = TableRules.Settings(rule.Name, how);
        }

        var plan = new PeoplePlan();
        return plan with
        {
            Input = invocation.Operands[0],
            Id = invocation[_id],
            Dictionary = invocation[_dictionary],
            With = With(invocation),
            Types = invocation.All(_type),
            Orders = invocation.All(_order),
            Outcomes = invocation.All(_outcome),
            Derive = invocation.All(_derive),
            AsOf = AsOf(invocation),
            Cleaning = cleaning,
            CellsCap = invocation[_cap] is not { } cap ? plan.CellsCap : cap == "all" ? -1 : Values.Long("--cells-cap", cap, 0, long.MaxValue),
        };
    }

    /// <summary>The first option given that only customer tables have, or null: sales files refuse it.</summary>
    public string? OnlyForTables(Invocation invocation)
    {
        foreach (var setting in (Setting[])[_id, _dictionary, _type, _order, _outcome, _derive, _cap, .. _rules.Select(r => r.Setting)])
        {
            if (invocation.All(setting).Count > 0) return setting.Name;
        }

        return null;
    }
}
