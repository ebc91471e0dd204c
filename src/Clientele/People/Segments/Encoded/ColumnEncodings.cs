namespace Clientele.People.Segments.Encoded;

/// <summary>The ways in which words become coordinates, in menu order; and which columns were asked for which.</summary>
public static class ColumnEncodings
{
    public static Catalog<ColumnEncoding> Catalog { get; } = new("encoding", OneHot.Choice, InOrder.Choice, Frequency.Choice);

    /// <summary>What is done where nobody says otherwise: the order of words that have one, else a coordinate per word.</summary>
    internal static ColumnEncoding Usual(Trait trait) => trait.Nature == Tables.ColumnKind.Ordinal ? new InOrder() : new OneHot();

    /// <summary>The columns with what was asked for, as <c>column=encoding</c>.</summary>
    /// <exception cref="UserException">No such column or encoding, a column of numbers, no order, or a column named twice.</exception>
    internal static Traits Apply(Traits traits, IReadOnlyList<string> asked)
    {
        if (asked.Count == 0) return traits;
        var found = new Dictionary<string, ColumnEncoding>(StringComparer.Ordinal);
        foreach (var text in asked)
        {
            var at = text.LastIndexOf('=');
            if (at < 1 || at == text.Length - 1) throw PeopleProblems.Option("--encode", text, "Say --encode column=frequency.");
            var choice = Catalog.Find(text[(at + 1)..].Trim());
            var trait = traits.Find(text[..at]) ?? throw SegmentProblems.NoSuchColumn(traits, text[..at], "--encode");
            if (!trait.HasLevels) throw SegmentProblems.NoWords(trait);
            var encoding = choice.Create(Settings.Defaults);
            if (encoding is InOrder && trait.Nature != Tables.ColumnKind.Ordinal) throw SegmentProblems.NoOrder(trait);
            if (!found.TryAdd(trait.Name, encoding)) throw SegmentProblems.EncodedTwice(trait);
        }

        return traits.With(trait => found.TryGetValue(trait.Name, out var encoding) ? trait with { Encoding = encoding } : trait);
    }
}
