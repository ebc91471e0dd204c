namespace Clientele.People.Segments.Encoded;

/// <summary>The ways in which words become coordinates, in menu order; and which columns were asked for which.</summary>
public static class ColumnEncodings
{
    public static Catalog<ColumnEncoding> Catalog { get; } = new("encoding", OneHot.Choice, InOrder.Choice, Frequency.Choice);

    /// <summary>What is done where nobody says otherwise: the order of words that have one, else a coordinate per word.</summary>
    internal static ColumnEncoding Usual(Trait trait) => trait.Nature == Tables.ColumnKind.Ordinal ? new InOrder() : new OneHot();

    /// <summary>Takes <c>column=frequency</c> apart.</summary>
    /// <exception cref="UserException">It is written otherwise, or there is no such encoding.</exception>
    public static (string Column, ColumnEncoding Encoding) Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var at = text.LastIndexOf('=');
        if (at < 1 || at == text.Length - 1) throw PeopleProblems.Option("--encode", text, "Say --encode column=frequency.");
        return (text[..at].Trim(), Catalog.Find(text[(at + 1)..].Trim()).Create(Settings.Defaults));
    }

    /// <summary>The columns with what was asked for, as <c>column=encoding</c>.</summary>
    /// <exception cref="UserException">No such column or encoding, a column of numbers, no order, or a column named twice.</exception>
    internal static Traits Apply(Traits traits, IReadOnlyList<string> asked)
    {
        if (asked.Count == 0) return traits;
        var found = new Dictionary<string, ColumnEncoding>(StringComparer.Ordinal);
        foreach (var text in asked)
        {
            var (column, encoding) = Parse(text);
            var trait = traits.Find(column) ?? throw SegmentProblems.NoSuchColumn(traits, column, "--encode");
            if (!trait.HasLevels) throw SegmentProblems.NoWords(trait);
            if (encoding is InOrder && trait.Nature != Tables.ColumnKind.Ordinal) throw SegmentProblems.NoOrder(trait);
            if (!found.TryAdd(trait.Name, encoding)) throw SegmentProblems.EncodedTwice(trait);
        }

        return traits.With(trait => found.TryGetValue(trait.Name, out var encoding) ? trait with { Encoding = encoding } : trait);
    }
}
