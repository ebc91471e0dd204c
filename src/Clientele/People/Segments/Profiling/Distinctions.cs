namespace Clientele.People.Segments.Profiling;

/// <summary>A thing that sets a segment apart from the others.</summary>
/// <param name="Fact">The figure.</param>
/// <param name="Text"><c>income 71,402 (others 43,120)</c>.</param>
public sealed record Distinction(ProfileFact Fact, string Text);

/// <summary>The things that set each segment apart: the largest effects, each thing once, outcomes aside.</summary>
internal static class Distinctions
{
    private const int Most = 3;
    private const double Least = 0.2; // [Coh88]: smaller effects are slight

    public static IReadOnlyList<Distinction>[] Of(Traits traits, IReadOnlyList<ProfileFact> facts, int k)
    {
        var found = new IReadOnlyList<Distinction>[k];
        for (var c = 0; c < k; c++)
        {
            var picked = new List<(Trait Trait, Distinction Distinction)>();
            foreach (var fact in facts.Where(f => f.Segment == c && Math.Abs(f.Effect) >= Least).OrderByDescending(f => Math.Abs(f.Effect)).ThenBy(f => f.Column, StringComparer.Ordinal).ThenBy(f => f.Level, StringComparer.Ordinal))
            {
                var trait = traits.Find(fact.Column)!;
                if (trait.Part == ColumnPart.Outcome || (trait.HasLevels && !trait.IsFlag && fact.Effect < 0) || picked.Exists(p => Related(p.Trait, trait))) continue;
                picked.Add((trait, new(fact, Text(trait, fact))));
                if (picked.Count == Most) break;
            }

            found[c] = [.. picked.Select(p => p.Distinction)];
        }

        return found;
    }

    private static bool Related(Trait a, Trait b) =>
        a == b || Speaks(a, b) || Speaks(b, a) || (a.Part == b.Part && a.Part is not (ColumnPart.None or ColumnPart.Derived))
        || (a.Note.Expression is not null && b.Note.Expression is not null && a.IsShare == b.IsShare && a.Name.Split('_')[^1] == b.Name.Split('_')[^1]);

    private static bool Speaks(Trait total, Trait part) => total.Note.Expression is { } expression && Selecting.Totals.Speaks(expression, part.Name);

    private static string Text(Trait trait, ProfileFact fact)
    {
        var label = trait.Label;
        if (trait.IsNumber) return trait.IsShare
            ? $"{label} {Figure.Percent(fact.Value)} (others {Figure.Percent(fact.Others)})"
            : $"{label} {Figure.Value(fact.Value)} (others {Figure.Value(fact.Others)})";
        return trait.IsFlag
            ? $"{label}: {Figure.Percent(fact.Value)} (others {Figure.Percent(fact.Others)})"
            : $"{label} {fact.Level}: {Figure.Percent(fact.Value)} (others {Figure.Percent(fact.Others)})";
    }
}
