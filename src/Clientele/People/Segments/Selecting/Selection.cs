using Clientele.People.Segments.Grouping;

namespace Clientele.People.Segments.Selecting;

/// <summary>The columns that form the segments, with a reason for every column of the table.</summary>
/// <param name="Space">Of the chosen columns, by name.</param>
/// <param name="Verdicts">One per column, by name.</param>
/// <param name="Notes">What a reader must know.</param>
internal sealed record Selection(FeatureSpace Space, IReadOnlyList<Verdict> Verdicts, IReadOnlyList<string> Notes)
{
    // Beyond, comparing every two columns takes longer than anybody waits for.
    private const int MostScreened = 2_000;

    // Beyond, distances tell nothing, and the test for groups takes minutes.
    private const int MostChosen = 500;

    /// <summary>Chooses: a person's word first, then what a column is, then what it says, then what it adds.</summary>
    public static Selection Of(Traits traits, PeopleSegmentPlan plan, RunContext context)
    {
        var without = Named(traits, plan.Without, "--without");
        foreach (var trait in without)
        {
            if (trait.Encoding is not null) throw SegmentProblems.Contradiction(trait.Name, "--encode", "--without");
        }

        if (plan.Features.Count > 0) return Asked(traits, Named(traits, plan.Features, "--features"), without, context);

        string[] derived = [.. plan.Table.Derive.Select(text => text.Split('=', 2)[0].Trim())];
        var verdicts = new Dictionary<string, Verdict>(StringComparer.Ordinal);
        var left = new List<Trait>();
        var categories = plan.Method == "kprototypes";
        foreach (var trait in traits.All)
        {
            if (without.Contains(trait)) verdicts[trait.Name] = new(trait.Name, false, "without", "left out by --without");
            else if (Natures.Against(trait, categories) is { } verdict) verdicts[trait.Name] = verdict;
            else left.Add(trait);
        }

        if (left.Count > MostScreened) throw SegmentProblems.TooManyColumns(left.Count, MostChosen);
        Totals.Take(traits, derived, left, verdicts);
        Screened.Take(left, verdicts, context);
        if (left.Count > MostChosen) throw SegmentProblems.TooManyColumns(left.Count, MostChosen);
        var notes = new List<string>();
        var looked = Elimination.Take(left, verdicts, plan.Seed, notes, context);
        foreach (var trait in left) verdicts.TryAdd(trait.Name, new(trait.Name, true, "in", Natures.For(trait)));
        Trait[] chosen = [.. left.OrderBy(t => t.Name, StringComparer.Ordinal)];
        return new(looked?.Some(chosen, context) ?? FeatureSpace.Of(chosen, context), [.. traits.All.Select(t => verdicts[t.Name])], notes);
    }

    private static Selection Asked(Traits traits, HashSet<Trait> asked, HashSet<Trait> without, RunContext context)
    {
        foreach (var trait in asked)
        {
            if (without.Contains(trait)) throw SegmentProblems.Contradiction(trait.Name, "--features", "--without");
            if (!trait.IsNumber && !trait.HasLevels) throw SegmentProblems.NotAFeature(trait);
        }

        if (traits.All.FirstOrDefault(t => t.Encoding is not null && !asked.Contains(t)) is { } idle) throw SegmentProblems.Idle(idle.Name);
        string[] outcomes = [.. asked.Where(t => t.Part == ColumnPart.Outcome).Select(t => t.Name).Order(StringComparer.Ordinal)];
        List<string> notes = outcomes.Length == 0 ? [] : [$"{string.Join(", ", outcomes)} {(outcomes.Length == 1 ? "is an outcome" : "are outcomes")}: segments formed by it cannot be judged by it. It was asked for, so it takes part."];
        return new(
            FeatureSpace.Of([.. asked.OrderBy(t => t.Name, StringComparer.Ordinal)], context),
            [.. traits.All.Select(t => asked.Contains(t) ? new Verdict(t.Name, true, "asked", "asked for with --features") : new Verdict(t.Name, false, "not-asked", "not among --features"))],
            notes);
    }

    private static HashSet<Trait> Named(Traits traits, IReadOnlyList<string> names, string option) =>
        [.. names.Select(name => traits.Find(name) ?? throw SegmentProblems.NoSuchColumn(traits, name, option))];
}
