using Clientele.Customers;
using Clientele.People.Deriving.Expressions;
using Clientele.People.Reading;

namespace Clientele.People.Deriving;

/// <summary>Adds the columns that formulas make.</summary>
internal static class Formulas
{
    /// <summary>Those asked for in the order typed, so that one may use another; then the proposed ones, unless they are switched off.</summary>
    public static IReadOnlyList<Derived> Apply(Roster roster, PeoplePlan plan, DateTime? asOf, RunContext context)
    {
        var made = new List<Derived>();
        foreach (var text in plan.Derive)
        {
            if (IsNone(text)) continue;
            made.Add(Add(roster, Expression.Parse(text, name => Find(roster, name)?.Kind), asOf, "", "", proposed: false));
        }

        if (plan.Derive.Any(IsNone)) return Told(roster, made);
        made.AddRange(Proposed(roster, asOf, context));
        return Told(roster, made);
    }

    // None is made of another proposed one, so they are worked out side by side; their places are taken before.
    private static Derived[] Proposed(Roster roster, DateTime? asOf, RunContext context)
    {
        var (first, taken) = (roster.Columns.Count, new List<(Expression Expression, Proposal Proposal)>());
        foreach (var proposal in Proposals.Of(roster, asOf))
        {
            if (Find(roster, proposal.Name) is not null) continue;
            var expression = Expression.Parse(proposal.Text, name => Find(roster, name)?.Kind);
            taken.Add((expression, proposal));
            roster.Columns.Add(Empty(roster, expression));
        }

        var made = new Derived[taken.Count];
        var columns = new RosterColumn[taken.Count];
        EachColumn.Do(taken.Count, context, i => columns[i] = Worked(roster, taken[i].Expression, asOf, taken[i].Proposal.Unit, taken[i].Proposal.Meaning, proposed: true, out made[i]));
        for (var i = 0; i < columns.Length; i++) roster.Columns[first + i] = columns[i];
        return made;
    }

    private static RosterColumn Empty(Roster roster, Expression expression) =>
        new(new CustomerColumn(expression.Name, "", "", ColumnKind.Number), new ColumnNote(ColumnPart.Derived, "", expression.Text), roster.NoLines);

    // Shares of the same total lack the same customers: said once.
    private static List<Derived> Told(Roster roster, List<Derived> made)
    {
        foreach (var group in made.Where(d => d.Undefined > 0).GroupBy(d => d.Undefined))
            roster.Book.Find("people.undefined", $"{string.Join(", ", group.Select(d => d.Name))}: divided by zero or not defined, so nothing is known.", group.Key);
        return made;
    }

    private static Derived Add(Roster roster, Expression expression, DateTime? asOf, string unit, string meaning, bool proposed)
    {
        if (Find(roster, expression.Name) is not null)
            throw new UserException("people.derived-name", $"--derive makes a column '{Tables.TableProblems.Cut(expression.Name)}', and the table has one already.", "Give the new column another name.");
        roster.Columns.Add(Worked(roster, expression, asOf, unit, meaning, proposed, out var derived));
        return derived;
    }

    private static RosterColumn Worked(Roster roster, Expression expression, DateTime? asOf, string unit, string meaning, bool proposed, out Derived derived)
    {
        var evaluation = new Evaluation(name => Find(roster, name)!, roster.Count, asOf);
        var values = evaluation.Numbers(expression.Root);
        var flag = Array.TrueForAll(values, v => v is 0 or 1 or double.NaN) && expression.Root is CallNode { Operation: Operation.Less or Operation.LessOrEqual or Operation.Equal or Operation.NotEqual };
        var whole = Array.TrueForAll(values, v => double.IsNaN(v) || (v >= 0 && v == Math.Floor(v)));
        var column = new CustomerColumn(expression.Name, unit, meaning.Length > 0 ? meaning : $"Worked out: {expression.Text}", ColumnKind.Number)
        {
            Numbers = values,
            Nature = flag ? Tables.ColumnKind.Flag : whole && unit is ("" or "people" or "purchases" or "days") ? Tables.ColumnKind.Count : Tables.ColumnKind.Amount,
            Reason = $"derived: {expression.Text}",
        };
        derived = new(expression.Name, expression.Text, proposed, values.LongCount(double.IsNaN), evaluation.Undefined);
        return new(column, new ColumnNote(ColumnPart.Derived, "", expression.Text), roster.NoLines);
    }

    private static CustomerColumn? Find(Roster roster, string name)
    {
        var all = roster.Columns.Concat(roster.Hidden).Select(c => c.Column).ToArray();
        return Array.Find(all, c => string.Equals(c.Name, name, StringComparison.Ordinal))
            ?? (all.Where(c => Tables.Table.Folded(c.Name, gaps: false) == Tables.Table.Folded(name, gaps: false)).ToArray() is [var one] ? one : null);
    }

    private static bool IsNone(string text) => string.Equals(text.Trim(), PeoplePlan.NoDerived, StringComparison.OrdinalIgnoreCase);
}
