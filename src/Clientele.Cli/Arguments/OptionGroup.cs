using System.CommandLine;

namespace Clientele.Cli.Arguments;

/// <summary>Options that belong together: one paragraph of the help.</summary>
internal sealed class OptionGroup(string title)
{
    private readonly List<Option> _options = [];

    public string Title => title;

    public IReadOnlyList<Option> Options => _options;

    /// <summary>An option with a value.</summary>
    /// <param name="name">As typed: <c>--seed</c>.</param>
    /// <param name="value">What stands for the value in the help: <c>N</c>.</param>
    /// <param name="meaning">One sentence; its default, if any, in brackets at the end.</param>
    /// <param name="repeatable">May be given several times.</param>
    public Option Value(string name, string value, string meaning, bool repeatable = false)
    {
        Option option = repeatable ? new Option<string[]>(name) { Arity = ArgumentArity.OneOrMore } : new Option<string>(name) { Arity = ArgumentArity.ExactlyOne };
        option.HelpName = value;
        option.Description = meaning;
        _options.Add(option);
        return option;
    }

    /// <summary>An option without a value: only whether it is there counts.</summary>
    /// <remarks>Not an option of <see cref="bool"/>: generic code over value types of another assembly would be compiled at every start.</remarks>
    public Option Flag(string name, string meaning, params string[] aliases)
    {
        var option = new Option<string>(name, aliases) { Description = meaning, Arity = ArgumentArity.Zero };
        _options.Add(option);
        return option;
    }
}
