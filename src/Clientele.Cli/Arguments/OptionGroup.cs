namespace Clientele.Cli.Arguments;

/// <summary>Options that belong together: one paragraph of the help.</summary>
internal sealed class OptionGroup(string title)
{
    private readonly List<Setting> _settings = [];

    public string Title => title;

    public IReadOnlyList<Setting> Settings => _settings;

    /// <summary>An option with a value; <see cref="Setting"/> says what the parts mean.</summary>
    public Setting Value(string name, string value, string meaning, bool repeatable = false) => Add(new Setting(name, value, meaning) { Repeatable = repeatable });

    /// <summary>An option without a value.</summary>
    public Setting Flag(string name, string meaning, string? alias = null) => Add(new Setting(name, null, meaning) { Alias = alias });

    private Setting Add(Setting setting)
    {
        _settings.Add(setting);
        return setting;
    }
}
