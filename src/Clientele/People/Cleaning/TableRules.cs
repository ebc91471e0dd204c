using Clientele.People.Reading;

namespace Clientele.People.Cleaning;

/// <summary>The rules that clean a customer table; their order is the order of work.</summary>
public static class TableRules
{
    /// <summary>Rules that are at work unless they are told otherwise.</summary>
    private static readonly string[] s_always = ["duplicates", "suspicious", "spelling"];

    public static Catalog<TableRule> Catalog { get; } = new(
        "cleaning rule",
        RepeatedRows.Choice,
        SuspiciousValues.Choice,
        SpellingVariants.Choice,
        Outliers.Choice,
        MissingValues.Choice,
        RareLevels.Choice);

    /// <summary>
    /// Settings from a short text: words and numbers between colons, each for the first knob left that takes it. <c>iqr:clip</c>,
    /// <c>constant:0</c>, <c>knn:7:flag</c>, <c>2%</c>.
    /// </summary>
    /// <param name="rule">Name of the rule.</param>
    /// <param name="text">What was typed behind <c>--rule</c>.</param>
    public static IReadOnlyDictionary<string, double> Settings(string rule, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var choice = Catalog.Find(rule);
        var settings = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var part in text.Split(':', StringSplitOptions.TrimEntries))
        {
            if (!choice.Knobs.Any(knob => !settings.ContainsKey(knob.Name) && Take(knob, part, settings))) throw PeopleProblems.Option($"--{choice.Name}", text, Takes(choice));
        }

        return settings;
    }

    /// <summary>What may be typed for a rule, in one sentence.</summary>
    public static string Takes(Choice<TableRule> choice)
    {
        ArgumentNullException.ThrowIfNull(choice);
        return $"It takes, set apart by colons: {string.Join("; ", choice.Knobs.Select(k => k.Words.Count > 0 ? string.Join(", ", k.Words) : k.Most >= 1e9 ? $"{k.Name} (a number)" : FormattableString.Invariant($"{k.Name} (a number from {k.Least} to {k.Most})")))}.";
    }

    internal static void Apply(Roster roster, PeoplePlan plan, DateTime? asOf, RunContext context)
    {
        foreach (var name in plan.Cleaning.Keys) Catalog.Find(name);
        foreach (var choice in Catalog)
        {
            var asked = plan.Cleaning.TryGetValue(choice.Name, out var settings);
            if (!asked && !s_always.Contains(choice.Name, StringComparer.Ordinal)) continue;
            context.Cancellation.ThrowIfCancellationRequested();
            choice.Create(new Settings(settings)).Apply(roster, asOf, context);
            if (roster.Count == 0) throw new UserException("people.no-rows", $"No customer is left after --{choice.Name}.", $"Leave --{choice.Name} out, or let it change less.", ExitCode.BadData);
        }
    }

    private static bool Take(Knob knob, string part, Dictionary<string, double> settings)
    {
        if (knob.Words.Count > 0)
        {
            for (var i = 0; i < knob.Words.Count; i++)
            {
                if (!string.Equals(knob.Words[i], part, StringComparison.OrdinalIgnoreCase)) continue;
                settings[knob.Name] = i;
                return true;
            }

            return false;
        }

        var percent = part.EndsWith('%');
        if (!double.TryParse(percent ? part[..^1] : part, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var value)) return false;
        if (percent) value /= 100;
        if (!(value >= knob.Least && value <= knob.Most) || (knob.Whole && value != Math.Floor(value))) return false;
        settings[knob.Name] = value;
        return true;
    }
}
