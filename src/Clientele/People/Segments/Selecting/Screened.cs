using Clientele.Numerics;
using Clientele.Numerics.Association;

namespace Clientele.People.Segments.Selecting;

/// <summary>What the values decide: constant, missing too often, a running number, the same as another column.</summary>
internal static class Screened
{
    private const double NearDuplicate = 0.95;
    private const int FewRows = 20;

    public static void Take(List<Trait> left, Dictionary<string, Verdict> verdicts, RunContext context)
    {
        // Of two that say the same, a worked-out column stays: it was made to be read.
        Trait[] numbers = [.. left.Where(t => t.IsNumber || (t.HasLevels && !t.IsWide)).OrderBy(t => t.Note.Expression is null).ThenBy(t => t.Name, StringComparer.Ordinal)];
        if (numbers.Length == 0) return;
        var options = new ScreeningOptions { NearDuplicate = NearDuplicate };
        var found = Screening.Of([.. numbers.Select(Values)], null, options, new FitContext { Threads = context.Threads, Cancellation = context.Cancellation });
        for (var q = 0; q < numbers.Length; q++)
        {
            if (Against(numbers[q], found[q], numbers) is not { } verdict) continue;
            verdicts[numbers[q].Name] = verdict;
            left.Remove(numbers[q]);
        }
    }

    /// <summary>Numbers, or what stands for the levels; NaN where nothing is known.</summary>
    internal static double[] Values(Trait trait)
    {
        if (trait.IsNumber) return trait.Numbers;
        var numbers = trait.Encoding?.Numbers(trait);
        return Array.ConvertAll(trait.Codes, c => c < 0 ? double.NaN : numbers is null ? c : numbers[c]);
    }

    private static Verdict? Against(Trait trait, ColumnScreening found, Trait[] all)
    {
        if (found.Constant) return Out("constant", found.Distinct == 0 ? "no value is known" : trait.Encoding is Encoded.Frequency && trait.Levels.Count > 1 ? "all words are equally frequent, so frequencies tell nobody apart" : "the same for everybody");
        if (found.TooEmpty) return Out("missing", $"missing for {Figure.Percent(found.MissingShare)} of the customers");
        if (found.IdLike && IsRunning(trait)) return Out("id", "a running number: it names customers, and its size means nothing");
        if (found.DuplicateOf < 0) return null;
        return Out("duplicate", $"says the same as {all[found.DuplicateOf].Name}, which stays (r = {Figure.Signed(found.DuplicateR)})");

        Verdict Out(string rule, string reason) => new(trait.Name, false, rule, reason);
    }

    // Nearly all different and without much room between them: amounts lie farther apart than their number. What has a unit is no name.
    private static bool IsRunning(Trait trait)
    {
        if (!trait.IsNumber || trait.Numbers.Length < FewRows || trait.Part != ColumnPart.None || trait.Column.Unit.Length > 0) return false;
        var (least, most, count) = (double.PositiveInfinity, double.NegativeInfinity, 0);
        foreach (var value in trait.Numbers)
        {
            if (double.IsNaN(value)) continue;
            (least, most, count) = (Math.Min(least, value), Math.Max(most, value), count + 1);
        }

        return most - least < 1.1 * count;
    }
}
