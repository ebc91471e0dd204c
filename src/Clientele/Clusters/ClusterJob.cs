using Clientele.Clusters.Files;
using Clientele.Numerics;
using Clientele.Tables;

namespace Clientele.Clusters;

/// <summary>From a plan to a report: read the table, choose columns, scale, cluster, score.</summary>
public static class ClusterJob
{
    /// <summary>Runs the plan. The report depends on the plan and the bytes of the table alone.</summary>
    /// <exception cref="UserException">Something the user can mend: text where a number must be, missing values, too little memory.</exception>
    public static ClusterReport Run(ClusterPlan plan, RunContext context)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(context);
        var clock = new StageClock();
        var method = Method(plan);
        var table = TableReader.Read(plan.Input, plan.Reading, context.StandardInput, context.Threads, context.Cancellation);
        clock.Note("reading");
        var id = plan.Id is null ? null : table.Find(plan.Id, "--id");
        if (plan.Model is not null) return ModelAssignment.Run(plan, table, id, context, clock);

        List<string> notes = [.. TableNotes.Of(table).Select(n => n.Text)];
        if (id is not null && IdNotes.Of(id) is { } doubt) notes.Add(doubt);
        var input = ClusterInput.Of(table, ColumnChoice.Of(table, plan, notes), plan, notes);
        var scaling = ColumnScaling.Fit(plan.Scale, input.Values, input.Columns);
        var x = scaling.Apply(input.Values, input.Columns);
        clock.Note("preparing");
        var fits = new FitRun(x, plan, input.Columns, context, notes);
        var (found, search, comparison) = method is null ? All(fits) : One(fits, method);
        clock.Note("clustering");
        var model = new TableModel(input.Columns, scaling, plan.Missing, found.Model!);
        return new ClusterReport
        {
            Plan = plan,
            Table = table,
            Id = id,
            Rows = input.Rows,
            Labels = found.Model!.Labels,
            Method = found.Name,
            Model = model,
            Scores = found.Scores!,
            Means = ClusterMeans.Of(input.Values, found.Model.Labels, found.Model.K, input.Columns),
            Facts = Clusterers.Catalog.Find(found.Name).Create(Settings.Defaults).Facts(found.Model),
            Search = search,
            Comparison = comparison,
            Notes = notes,
            Timings = clock.Times,
            Values = input.Values,
            Points = x,
        };
    }

    private static (ComparedMethod, KSearch?, Comparison?) One(FitRun fits, Choice<ClusterMethod> choice)
    {
        var method = choice.Create(fits.Settings);
        if (method.FindsK is { } reason && fits.Plan.K is not null) throw ClusterProblems.FindsK(choice.Name, reason);
        try
        {
            var (model, scores, search) = fits.Find(choice.Name, method);
            return (new(choice.Name, model, scores, null), search, null);
        }
        catch (MemoryLimitException problem)
        {
            throw ClusterProblems.Memory(choice.Name, problem);
        }
    }

    // The number of clusters is chosen once, by the first method that fits, and is the same for all.
    private static (ComparedMethod, KSearch?, Comparison?) All(FitRun fits)
    {
        KSearch? search = null;
        KRange? k = null;
        var rows = new List<ComparedMethod>();
        foreach (var choice in Clusterers.Catalog)
        {
            var method = choice.Create(Settings.Defaults);
            if (method.TakesCategories != fits.HasCategories)
            {
                rows.Add(new(choice.Name, null, null, method.TakesCategories ? "for columns of categories; see --categorical" : "takes numbers only"));
                continue;
            }

            try
            {
                var (model, scores, found) = fits.Find(choice.Name, method, k);
                if (method.FindsK is null && k is null)
                {
                    search = found;
                    k = new(model.K, model.K);
                }

                rows.Add(new(choice.Name, model, scores, null));
            }
            catch (MemoryLimitException problem)
            {
                rows.Add(new(choice.Name, null, null, problem.Message));
            }
        }

        if (rows.TrueForAll(r => r.Model is null)) throw ClusterProblems.NoMethod(rows);
        var comparison = Comparison.Of(rows, search, fits.Rows);
        return (rows.First(r => r.Name == comparison.Recommended), search, comparison);
    }

    // The one method asked for, or null for all.
    private static Choice<ClusterMethod>? Method(ClusterPlan plan)
    {
        if (plan.Method == ClusterPlan.AllMethods)
            return plan.Settings.Keys.FirstOrDefault() is { } set ? throw ClusterProblems.SettingForAll(set) : null;
        var choice = Clusterers.Catalog.Find(plan.Method);
        foreach (var name in plan.Settings.Keys)
        {
            if (choice.Knobs.Any(knob => knob.Name == name)) continue;
            throw ClusterProblems.ForeignSetting(choice.Name, name, Clusterers.Catalog.Where(c => c.Knobs.Any(knob => knob.Name == name)).Select(c => c.Name), choice.Knobs.Select(knob => knob.Name));
        }

        return choice;
    }
}
