using System.Globalization;

namespace Clientele.Actions;

/// <summary>What can be wrong with a wish for actions.</summary>
internal static class Problems
{
    public static UserException Range(string option, double found, string range) => new(
        "actions.range", $"--{option} is {found.ToString("R", CultureInfo.InvariantCulture)}.", $"It takes {range}.");

    public static UserException NoMoney() => new(
        "actions.no-money", "The sales have neither a price nor an amount, so no action can be sized in money.",
        "Name the column with --price or --amount; 'clientele inspect FILE' shows the columns.", ExitCode.BadData);

    public static UserException UnknownPlay(string name) => new(
        "actions.unknown-play", $"There is no play '{name}'.", $"Choose from: {string.Join(", ", Plays.Catalog.Select(p => p.Name))}.");

    public static UserException UnknownSetting(string name) => new(
        "actions.unknown-setting", $"There is no setting '{name}'.",
        $"Choose from: {string.Join(", ", Plays.Catalog.SelectMany(p => p.Knobs.Select(k => $"{p.Name}.{k.Name}")))}.");

    public static UserException Setting(string name, double value, Knob knob) => new(
        "actions.setting-range", $"{name} is {value.ToString("R", CultureInfo.InvariantCulture)}.",
        $"It takes {knob.Least.ToString("R", CultureInfo.InvariantCulture)} to {knob.Most.ToString("R", CultureInfo.InvariantCulture)}: {knob.Summary}");
}
