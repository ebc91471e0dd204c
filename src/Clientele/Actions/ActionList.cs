using System.Diagnostics;
using Clientele.Reports;
using Clientele.Sales.Kept;
using Clientele.Segments;

namespace Clientele.Actions;

/// <summary>What to do next, in order of money, with everything that it rests on.</summary>
public sealed record ActionList
{
    public required ActionsPlan Plan { get; init; }

    public required KeptSales Sales { get; init; }

    /// <summary>Segments of today by the map of scores.</summary>
    public required SegmentsResult Segments { get; init; }

    /// <summary>Largest expected gain first; every one is expected to gain.</summary>
    public required IReadOnlyList<ShopAction> Actions { get; init; }

    /// <summary>Actions that were found but not listed: expected to lose, or beyond the number asked for.</summary>
    public required IReadOnlyList<ShopAction> Left { get; init; }

    /// <summary>The best listed action per customer [customers]: the one with the largest expected gain per customer reached; -1 for none.</summary>
    public required int[] BestFor { get; init; }

    /// <summary>What a reader must know.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>In order of work. Never part of the bytes that must repeat.</summary>
    public required IReadOnlyList<StageTime> Timings { get; init; }

    /// <summary>Reads the sales, puts customers into segments, and asks every play.</summary>
    /// <exception cref="UserException">Something the user can mend, such as sales without money.</exception>
    public static ActionList Make(ActionsPlan plan, RunContext context)
    {
        ArgumentNullException.ThrowIfNull(plan);
        plan.Check();
        CheckSettings(plan);
        var sales = KeptSales.Read(plan.Sales, context);
        var list = Of(sales, plan, context);
        return list with { Timings = [.. sales.Timings, .. list.Timings] };
    }

    /// <summary>The same from sales that are read already.</summary>
    public static ActionList Of(KeptSales sales, ActionsPlan plan, RunContext context)
    {
        ArgumentNullException.ThrowIfNull(sales);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(context);
        if (!sales.Known.Money) throw Problems.NoMoney();
        var clock = Stopwatch.GetTimestamp();
        var segments = SegmentStage.Run(sales.Customers, plan.Sales.Segments with { Method = "rfm" }, context);
        var shop = new ShopView(sales, segments.Map!, plan, context);
        var found = new List<ShopAction>();
        foreach (var choice in Plays.Catalog)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (plan.Only.Count > 0 && !plan.Only.Contains(choice.Name, StringComparer.Ordinal)) continue;
            found.AddRange(choice.Create(new Settings(Of(plan, choice))).Find(shop));
        }

        // Equal gains keep the catalog's order.
        found = [.. found.OrderByDescending(a => a.Gain.Expected)];
        var actions = WithOverlap([.. found.Where(a => a.Gain.Expected > 0).Take(plan.Most)], sales.Customers.Count);
        return new ActionList
        {
            Plan = plan,
            Sales = sales,
            Segments = segments,
            Actions = actions,
            Left = [.. found.Where(a => !actions.Exists(b => b.Play == a.Play && b.Title == a.Title))],
            BestFor = Best(actions, sales.Customers.Count),
            Notes = NotesOf(shop),
            Timings = [new("actions", Stopwatch.GetElapsedTime(clock).TotalMilliseconds)],
        };
    }

    /// <summary>The sales and segments behind the list as a report of their own.</summary>
    public Report AsReport() => Sales.AsReport(Segments) with { Plan = Plan.Sales, Timings = Timings };

    private static List<ShopAction> WithOverlap(List<ShopAction> actions, int customers)
    {
        var reached = new bool[customers];
        for (var i = 0; i < actions.Count; i++)
        {
            var again = 0;
            foreach (var customer in actions[i].Audience)
            {
                again += reached[customer] ? 1 : 0;
                reached[customer] = true;
            }

            if (again > 0) actions[i] = actions[i] with { Overlap = (double)again / actions[i].Audience.Count };
        }

        return actions;
    }

    private static int[] Best(List<ShopAction> actions, int customers)
    {
        var best = new int[customers];
        Array.Fill(best, -1);
        for (var i = 0; i < actions.Count; i++)
        {
            foreach (var customer in actions[i].Audience)
            {
                if (best[customer] < 0 || PerHead(actions[i]) > PerHead(actions[best[customer]])) best[customer] = i;
            }
        }

        return best;
    }

    private static double PerHead(ShopAction action) => action.Gain.Expected / action.Audience.Count;

    private static List<string> NotesOf(ShopView shop)
    {
        var notes = new List<string>
        {
            "Gains of different actions do not add up where the same customers stand in several lists; each line says how many do.",
            $"Every interval holds if its assumptions do; most rest on a response that nobody has measured in this shop yet. Leave a control group alone and measure it.",
        };
        if (shop.Past is null)
            notes.Add($"The sales do not reach back two times {Say.Days(shop.Plan.HorizonDays)} with 50 customers, so the shop's own past could not be asked; try a shorter --horizon.");
        if (!shop.Sales.Known.Products) notes.Add("The sales name no products, so nothing is said about offers, stock, discounts, returns and assortment.");
        else if (!shop.Sales.Known.Quantities) notes.Add("The sales have no quantities, so nothing is said about discounts.");
        return notes;
    }

    private static Dictionary<string, double> Of(ActionsPlan plan, Choice<IPlay> choice)
    {
        var own = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var knob in choice.Knobs)
        {
            if (plan.Settings.TryGetValue($"{choice.Name}.{knob.Name}", out var value)) own.Add(knob.Name, value);
        }

        return own;
    }

    internal static void CheckSettings(ActionsPlan plan)
    {
        foreach (var name in plan.Only)
        {
            if (!Plays.Catalog.Any(p => p.Name == name)) throw Problems.UnknownPlay(name);
        }

        foreach (var (name, value) in plan.Settings)
        {
            var knob = Plays.Catalog.SelectMany(p => p.Knobs, (play, k) => (Name: $"{play.Name}.{k.Name}", Knob: k)).FirstOrDefault(k => k.Name == name).Knob
                ?? throw Problems.UnknownSetting(name);
            if (!(value >= knob.Least && value <= knob.Most) || (knob.Whole && value != Math.Floor(value))) throw Problems.Setting(name, value, knob);
        }
    }
}
