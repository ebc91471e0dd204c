using System.Globalization;
using Clientele.Actions;
using Clientele.Cli.Arguments;

namespace Clientele.Cli.Commands;

/// <summary>The options of a list of actions.</summary>
internal sealed class ActionChoices
{
    private static readonly ActionsPlan s_plan = new();

    private readonly Setting _horizon, _margin, _cost, _top, _plays, _set;
    private readonly PlanChoices _sales = new();

    public ActionChoices()
    {
        var actions = new OptionGroup("Actions");
        _horizon = actions.Value("--horizon", "DAYS", $"Days ahead that money is counted for [{Text(s_plan.HorizonDays)}].");
        _margin = actions.Value("--margin", "SHARE", $"Share of a sale that stays with the shop [{Text(s_plan.Margin)}].");
        _cost = actions.Value("--contact-cost", "MONEY", $"Cost of reaching one customer once [{Text(s_plan.ContactCost)}].");
        _top = actions.Value("--top", "N", $"Actions at most [{Text(s_plan.Most)}].");
        _plays = actions.Value("--plays", "A,B,…", "Plays to look at, see below [all].");
        _set = actions.Value("--set", "PLAY.KNOB=N", "Changes an assumption: win-back.response=1.5%. Once per setting.", repeatable: true);
        Groups = [actions, .. _sales.Groups];
    }

    public IReadOnlyList<OptionGroup> Groups { get; }

    /// <summary>Every play with its knobs and their defaults.</summary>
    public static IEnumerable<string> PlaysInWords() => PlayList.All.Select(play =>
        $"{play.Name}: {play.Summary.TrimEnd('.')} ({string.Join(", ", play.Knobs.Select(k => $"{k.Name} [{Text(k.Default)}]"))}).");

    public ActionsPlan Read(Invocation invocation) => s_plan with
    {
        Sales = _sales.Read(invocation),
        HorizonDays = invocation[_horizon] is { } horizon ? Values.Integer("--horizon", horizon, 7, 730) : s_plan.HorizonDays,
        Margin = invocation[_margin] is { } margin ? Values.Share("--margin", margin) : s_plan.Margin,
        ContactCost = invocation[_cost] is { } cost ? Number("--contact-cost", cost) : s_plan.ContactCost,
        Most = invocation[_top] is { } top ? Values.Integer("--top", top, 1, 100) : s_plan.Most,
        Only = invocation[_plays] is { } plays ? Values.List("--plays", plays) : s_plan.Only,
        Settings = Settings(invocation.All(_set)),
    };

    private static Dictionary<string, double> Settings(IReadOnlyList<string> texts)
    {
        var settings = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            var at = text.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0 || !settings.TryAdd(text[..at].Trim(), at > 0 ? Number("--set", text[(at + 1)..].Trim()) : 0))
                throw Problems.Value("--set", text, "It takes a setting and its value, once per setting, like win-back.response=1.5%.");
        }

        return settings;
    }

    /// <summary><c>0.12</c> or <c>12%</c>.</summary>
    private static double Number(string option, string text)
    {
        var percent = text.EndsWith('%');
        return double.TryParse(percent ? text[..^1] : text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? percent ? value / 100 : value
            : throw Problems.Value(option, text, "It takes a number like 0.12 or 12%.");
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
