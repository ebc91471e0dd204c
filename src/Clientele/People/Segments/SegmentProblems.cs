using Clientele.Tables;

namespace Clientele.People.Segments;

/// <summary>What a person is told when a customer table cannot be segmented as asked. No id ever appears here.</summary>
internal static class SegmentProblems
{
    private const int MostNames = 40;

    public static UserException NoSuchColumn(Traits traits, string name, string option) => new(
        "segments.unknown-column", $"There is no column '{TableProblems.Cut(name)}' for {option}. Found: {Names(traits)}.", "Give one of these names.");

    public static UserException Contradiction(string column, string one, string other) => new(
        "usage.contradiction", $"Column '{TableProblems.Cut(column)}' stands behind {one} and behind {other}.", "Name it once.");

    public static UserException Idle(string column) => new(
        "usage.contradiction", $"Column '{TableProblems.Cut(column)}' stands behind --encode, and --features leaves it out.", "Add it to --features, or leave --encode out.");

    public static UserException TooManyColumns(int columns, int most) => new(
        "segments.too-many-columns", $"{Figure.Count(columns)} columns could form the segments; {Figure.Count(most)} can be chosen among.", "Name those that matter with --features A,B, leave others out with --without, or cluster by all of them: clientele cluster FILE.", ExitCode.Limit);

    public static UserException NoWords(Trait trait) => new(
        "segments.no-words", $"Column '{TableProblems.Cut(trait.Name)}' is {(trait.IsNumber ? "a column of numbers" : Kind(trait))}; only categories, ordered words and flags are encoded.",
        $"Leave --encode out, or say what it is: --type \"{TableProblems.Cut(trait.Name)}=category\".");

    public static UserException NoOrder(Trait trait) => new(
        "segments.no-order", $"The words of column '{TableProblems.Cut(trait.Name)}' have no known order.", $"Give it: --order \"{TableProblems.Cut(trait.Name)}=least<middle<most\".");

    public static UserException EncodedTwice(Trait trait) => new(
        "segments.encoded-twice", $"--encode names column '{TableProblems.Cut(trait.Name)}' twice.", "Name a column once.");

    public static UserException NotAFeature(Trait trait) => new(
        "segments.not-a-feature", $"Column '{TableProblems.Cut(trait.Name)}' is {Kind(trait)}; customers cannot be compared by it.", $"Choose another column, or say what it is: --type \"{TableProblems.Cut(trait.Name)}=amount\".");

    public static UserException Method(string name, IEnumerable<string> names) => new(
        "segments.method", $"Segments of a customer table cannot be found by '{TableProblems.Cut(name)}'.", $"Choose one of: {string.Join(", ", names)}.");

    public static UserException TooManyValues(int rows, int columns) => new(
        "segments.too-many-values", $"{Figure.Count(rows)} customers by {Figure.Count(columns)} columns are more than {Figure.Count(Array.MaxLength)} values.", "Give fewer --features.", ExitCode.Limit);

    public static UserException TooLarge(string column) => new(
        "segments.too-large", $"Values of '{TableProblems.Cut(column)}' leave the range of numbers (1.8 × 10^308) when they are scaled.", "Leave it out with --without, or divide it by a large number.", ExitCode.BadData);

    public static UserException NoCustomers(string path) => new(
        "segments.no-customers", $"{path}: no customer is left to segment.", "Look at what the cleaning rules took out: clientele describe says it.", ExitCode.BadData);

    public static UserException NoSuchCustomer(string column) => new(
        "segments.unknown-customer", $"No customer has that id in {column}.", "Look the id up in segments.csv; blanks and leading zeros count.");

    private static string Kind(Trait trait) => trait.Nature switch
    {
        ColumnKind.Id => "an id",
        ColumnKind.Date => "a date",
        ColumnKind.Text => "free text",
        _ => "empty",
    };

    private static string Names(Traits traits)
    {
        var names = string.Join(", ", traits.All.Take(MostNames).Select(t => TableProblems.Cut(t.Name)));
        return traits.All.Count > MostNames ? $"{names} … ({traits.All.Count} columns)" : names;
    }
}
