namespace Clientele.Cli.Arguments;

/// <summary>Mistakes on the command line, in words.</summary>
internal static class Problems
{
    public static UserException UnknownCommand(string word, IEnumerable<string> names) => new(
        "usage.command", $"There is no command '{Cut(word)}'.", Nearest.Of(word, names) is { } near ? $"Did you mean '{near}'? 'clientele --help' lists them all." : "'clientele --help' lists the commands.");

    public static UserException LooksLikeFile(string word) => new(
        "usage.command", $"There is no command '{Cut(word)}'.", $"To segment that file: clientele segment {Cut(word)}");

    public static UserException UnknownOption(Form form, string word)
    {
        var name = word.Split('=', 2)[0];
        var names = form.All().SelectMany(g => g.Settings).Select(o => o.Name).Append("--help");
        return new UserException("usage.option", $"{form.Name} has no option {Cut(name)}.", Nearest.Of(name, names) is { } near ? $"Did you mean {near}?{Help(form)}" : Help(form).TrimStart());
    }

    public static UserException NoValue(Form form, string option) => new("usage.value", $"{option} needs a value.", Help(form).TrimStart());

    public static UserException Twice(Form form, string option) => new("usage.twice", $"{option} was given more than once.", $"Give it once.{Help(form)}");

    public static UserException TooFew(Form form) => new("usage.operands", $"No {form.Operands.Trim('[', ']', '…')} was given.", Example(form));

    public static UserException TooMany(Form form, string word) => new(
        "usage.operands", $"{form.Name} does not know what to do with '{Cut(word)}'.", form.Operands.Length == 0 ? $"It takes options only.{Help(form)}" : $"It takes {form.Operands}.{Help(form)}");

    public static UserException Other(Form form, string message) => new("usage", message, Help(form).TrimStart());

    public static UserException Value(string option, string value, string fix) => new("usage.value", $"{option} cannot be '{Cut(value)}'.", fix);

    public static string Cut(string value) => value.Length <= 80 ? value : string.Concat(value.AsSpan(0, 79), "…");

    private static string Help(Form form) => $" 'clientele {form.Name} --help' lists the options.";

    private static string Example(Form form) => form.Examples.Count > 0 ? $"For example: {form.Examples[0].Line}" : Help(form).TrimStart();
}
