using Clientele.Clusters;
using Clientele.People.Segments.Answers;
using Clientele.People.Segments.Encoded;
using Clientele.People.Segments.Explaining;
using Clientele.People.Segments.Grouping;
using Clientele.People.Segments.Naming;
using Clientele.People.Segments.Profiling;
using Clientele.People.Segments.Selecting;

namespace Clientele.People.Segments;

/// <summary>From a customer table to named segments with profiles, answers and reasons.</summary>
public static class PeopleSegmentJob
{
    /// <summary>Runs the plan. The report depends on the plan and the bytes of the files alone.</summary>
    /// <exception cref="UserException">Something the user can mend.</exception>
    public static PeopleSegmentReport Run(PeopleSegmentPlan plan, RunContext context)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(context);
        plan = plan with { Method = PeopleMethods.Find(plan.Method).Name };
        var clock = new StageClock();
        var data = PeopleReader.Read(plan.Table, context);
        clock.Note("reading");
        return Run(plan, data, context, clock);
    }

    /// <summary>The same for a table that was read already.</summary>
    public static PeopleSegmentReport Run(PeopleSegmentPlan plan, PeopleData data, RunContext context)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(context);
        return Run(plan with { Method = PeopleMethods.Find(plan.Method).Name }, data, context, new StageClock());
    }

    private static PeopleSegmentReport Run(PeopleSegmentPlan plan, PeopleData data, RunContext context, StageClock clock)
    {
        if (data.Customers.Count == 0) throw SegmentProblems.NoCustomers(plan.Table.Input);
        var traits = ColumnEncodings.Apply(Traits.Of(data, context), plan.Encodings);
        var selection = Selection.Of(traits, plan, context);
        var notes = new List<string>(selection.Notes);
        var space = selection.Space;
        foreach (var trait in space.Traits)
        {
            var completed = trait.CompletedCount;
            if (completed > 0) notes.Add($"{trait.Name} is not known in full for {Figure.Count(completed, "customer")}; to form segments, the parts that are missing take their medians.");
        }

        foreach (var column in space.Columns)
        {
            if (column.Treatment == FeatureColumn.Frequency) notes.Add(Frequency.Said(column));
            if (column.Filled > 0) notes.Add($"{column.Name} is not known for {Figure.Count(column.Filled, "customer")}; to form segments they take {(column.Levels.Count > 0 ? $"'{column.Levels[(int)column.Fill]}'" : $"the median, {Figure.Value(column.Fill)}")}.");
        }

        if (space.Columns.Count == 0 && traits.All.Any(t => t.Nature == Tables.ColumnKind.Category && t.Levels.Count > 1))
            notes.Add("Categories form segments where that is asked for: --method kprototypes, or --encode COLUMN=frequency.");
        clock.Note("choosing columns");
        var groups = new GroupSearch(space, traits.Count, plan, context, notes).Find();
        clock.Note("segments");
        var (labels, k, order) = CanonicalGroups.Of(groups.Labels, traits.Money());
        var members = new Members(labels, k);
        var centres = Reasons.Centres(groups.Points, members, context);
        var names = SegmentNames.Of(space, groups.Points, members, centres, context);
        var middles = new Middles();
        var profile = PeopleProfiles.Of(traits, members, context, middles);
        var apart = Distinctions.Of(traits, profile, k);
        clock.Note("profiles");
        var rules = RuleWriter.Of(space, labels, k, context);
        clock.Note("rules");
        var money = traits.Money();
        return new PeopleSegmentReport
        {
            Plan = plan,
            Data = data,
            Verdicts = selection.Verdicts,
            Features = space.Columns,
            Choice = groups.Choice,
            Labels = labels,
            Order = order,
            Segments = [.. Enumerable.Range(0, k).Select(c => new PeopleSegment(names[c], members.Count(c), (double)members.Count(c) / labels.Length, Sum(money, members.Of(c)), apart[c], rules.Rules[c]))],
            Profile = profile,
            Patterns = Patterns.Of(traits, members, context),
            Answers = AnswerTests.Of(traits, members),
            Rules = rules,
            Notes = notes,
            Timings = clock.Times,
            Traits = traits,
            Middles = middles,
            Reasons = new Reasons(space, groups.Points, members, centres),
            Space = space,
            Groups = groups,
        };
    }

    private static double Sum(double[]? money, ReadOnlySpan<int> customers)
    {
        if (money is null) return double.NaN;
        var sum = default(CarriedSum);
        foreach (var i in customers) sum.Add(money[i]);
        return sum.Value;
    }
}
