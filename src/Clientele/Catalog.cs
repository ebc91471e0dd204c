using System.Collections;

namespace Clientele;

/// <summary>One setting of a choice: described once, shown in help, forms, docs and errors.</summary>
public sealed record Knob(string Name, string Summary, double Default, double Least, double Most)
{
    /// <summary>What can be picked instead of a number; the value is the place in this list. Empty for a number.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Only whole numbers make sense.</summary>
    public bool Whole { get; init; }

    /// <summary>What a missing setting means where it is not <see cref="Default"/>, in words; see <see cref="Settings.Has"/>.</summary>
    public string? Otherwise { get; init; }

    /// <summary>A setting whose values are words.</summary>
    public static Knob OfWords(string name, string summary, params string[] words) => new(name, summary, 0, 0, words.Length - 1) { Words = words, Whole = true };
}

/// <summary>Something a person can pick by name.</summary>
/// <param name="Name">What to type: lower case, no blanks.</param>
/// <param name="Summary">One plain sentence.</param>
/// <param name="Knobs">Its settings, possibly none.</param>
/// <param name="Create">Makes it from settings by knob name; a missing setting means the knob's default.</param>
public sealed record Choice<T>(string Name, string Summary, IReadOnlyList<Knob> Knobs, Func<Settings, T> Create);

/// <summary>Values for knobs; absent means default.</summary>
public sealed class Settings(IReadOnlyDictionary<string, double>? values = null)
{
    public static Settings Defaults { get; } = new();

    /// <summary>The setting was given.</summary>
    public bool Has(Knob knob) => values is not null && values.ContainsKey(knob.Name);

    /// <summary>The word picked of a knob of words.</summary>
    public string Word(Knob knob) => knob.Words[(int)this[knob]];

    public double this[Knob knob] =>
        values is null || !values.TryGetValue(knob.Name, out var value) ? knob.Default
        : value >= knob.Least && value <= knob.Most ? value
        : throw new UserException("settings.range", $"{knob.Name} is {value}.", $"It must lie between {knob.Least} and {knob.Most}.");
}

/// <summary>All choices of one kind, in menu order.</summary>
public sealed class Catalog<T>(string kind, params Choice<T>[] choices) : IReadOnlyList<Choice<T>>
{
    public string Kind => kind;

    public int Count => choices.Length;

    public Choice<T> this[int index] => choices[index];

    /// <summary>The choice of that name, or an error that lists the names.</summary>
    public Choice<T> Find(string name)
    {
        foreach (var choice in choices)
        {
            if (string.Equals(choice.Name, name, StringComparison.OrdinalIgnoreCase)) return choice;
        }

        throw new UserException($"{kind.Replace(' ', '-')}.unknown", $"There is no {kind} '{name}'.", $"Choose one of: {string.Join(", ", choices.Select(c => c.Name))}.");
    }

    public IEnumerator<Choice<T>> GetEnumerator() => ((IEnumerable<Choice<T>>)choices).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
