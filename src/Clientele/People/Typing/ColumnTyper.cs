using Clientele.Customers;
using Clientele.Sales;
using Clientele.Tables;
using ColumnKind = Clientele.Tables.ColumnKind;

namespace Clientele.People.Typing;

/// <summary>Decides what each column of a customer table holds, from all its cells, its name and its description, and reads it so.</summary>
internal sealed class ColumnTyper(ReadOptions options, TypeRequests requests, Func<TableColumn, string> meaning)
{
    /// <summary>The reason of a type that a person gave.</summary>
    public const string AskedFor = "asked for";

    /// <summary>More different texts than this, or than half of the rows, are no categories.</summary>
    private const int MostCategories = 100;

    private const int MostMarks = 11;

    /// <summary>Of so many filled cells one in ten may be of another type; of fewer, none.</summary>
    private const int LeastForOthers = 10;

    public TypedColumn Of(TableColumn column)
    {
        var evidence = column.Evidence;
        var words = new NameWords(column.Name, meaning(column));
        if (evidence.Filled == 0) return Texts(column, ColumnKind.Empty, "no cell is filled", new string[column.Rows], words);
        if (requests.Kind(column) is { } asked) return Asked(column, asked, words);
        if (Mostly(evidence.Dates, evidence)) return Dates(column, words, $"{PeopleProblems.Count(evidence.Dates)} of {PeopleProblems.Count(evidence.Filled)} filled cells are days");
        if (ColumnNature.NamesThings(column.Name)) return Texts(column, ColumnKind.Id, "its name says so", Coding.Of(column.Cells), words);
        return Mostly(evidence.Numbers, evidence) ? Numbers(column, evidence, words) : Words(column, evidence, words);
    }

    private static bool Mostly(long count, ColumnEvidence evidence) =>
        count == evidence.Filled || (evidence.Filled >= LeastForOthers && count * 10 >= evidence.Filled * 9);

    private TypedColumn Asked(TableColumn column, ColumnKind kind, NameWords words)
    {
        const string Reason = AskedFor;
        switch (kind)
        {
            case ColumnKind.Date: return Dates(column, words, Reason);
            case ColumnKind.Amount or ColumnKind.Count: return Number(column, kind, Reason, words, Read(column, out var others), others);
            case ColumnKind.Id or ColumnKind.Text: return Texts(column, kind, Reason, Coding.Of(column.Cells), words);
            case ColumnKind.Ordinal when requests.Order(column) is null && Mostly(column.Evidence.Numbers, column.Evidence): return Number(column, kind, Reason, words, Read(column, out others), others);
            case ColumnKind.Flag when column.Evidence.IsNumeric: return Number(column, kind, Reason, words, Read(column, out others), others);
        }

        var coding = Coding.Of(column.Cells);
        if (kind == ColumnKind.Category) return Texts(column, kind, Reason, coding, words, ByShare(coding));
        if (kind == ColumnKind.Flag) return Flag(column, coding, words) ?? throw PeopleProblems.Option("--type", $"{column.Name}=flag", "A flag has two values that mean yes and no: 0 and 1, yes and no, true and false.");
        return Texts(column, kind, Reason, coding, words, OrderAsked(column, coding));
    }

    private NumberColumn Read(TableColumn column, out List<int> others)
    {
        others = [];
        return NumberColumn.Of(column, options.Decimal, others);
    }

    private TypedColumn Numbers(TableColumn column, ColumnEvidence evidence, NameWords words)
    {
        if (ColumnParts.IsBirthYear(words)) return Number(column, ColumnKind.Count, "its name or description says that it is a year of birth", words, Read(column, out var gaps), gaps);
        var digitsOnly = evidence.Whole == evidence.Filled;
        if (digitsOnly && evidence.LeadingZeros > 0) return Codes(column, "numbers with leading zeros name things", words);
        if (digitsOnly && words.Begins("zip", "postal", "postcode", "plz", "codepostal")) return Codes(column, "its name says that its numbers name places", words);
        var numbers = Read(column, out var others);
        var sketch = NumberSketch.Of(numbers.Values);
        if (digitsOnly && sketch.CountsRows(column.Rows)) return Codes(column, "it counts the rows", words);
        if (others.Count * 10L > evidence.Filled) throw TableProblems.DecimalMixed(column, evidence.PointProofs, evidence.CommaProofs);
        var (kind, reason) = Kind(numbers, sketch, words);
        return Number(column, kind, reason, words, numbers, others);
    }

    private static (ColumnKind Kind, string Reason) Kind(NumberColumn numbers, NumberSketch sketch, NameWords words)
    {
        if (sketch is { Least: 0, Most: 1, Whole: true } && sketch.Count > 2) return (ColumnKind.Flag, "0 and 1 only");
        if (sketch is { Least: 0, Most: 0 } && ColumnParts.IsOutcome(words)) return (ColumnKind.Flag, "0 only, and its name says that it is an outcome");
        if (sketch is { Whole: true, Least: >= 0, Most: <= MostMarks } && words.Says("rating", "ratings", "satisfaction", "likert", "stars", "grade", "level", "rank", "note", "bewertung", "zufriedenheit", "score", "importance", "agreement"))
            return (ColumnKind.Ordinal, "few small whole numbers, and its name or description says that they are marks");
        var money = ColumnParts.Of(words, ColumnKind.Amount) is ColumnPart.Income or ColumnPart.Spend;
        return sketch is { Whole: true, Least: >= 0 } && numbers.Unit is null && !money
            ? (ColumnKind.Count, "whole numbers, 0 or more")
            : (ColumnKind.Amount, numbers.Unit is { } unit ? $"numbers in {unit}" : money ? "numbers, and its name or description says that they are money" : "numbers");
    }

    private TypedColumn Number(TableColumn column, ColumnKind kind, string reason, NameWords words, NumberColumn numbers, IReadOnlyList<int> others)
    {
        var part = requests.IsOutcome(column) ? ColumnPart.Outcome : ColumnParts.Of(words, kind);
        var values = new CustomerColumn(column.Name, ColumnUnits.Of(column.Name, numbers.Unit, words, part), meaning(column), Customers.ColumnKind.Number) { Numbers = numbers.Values, Nature = kind, Reason = reason };
        return new(values, new ColumnNote(part, column.Table.Path) { Range = ColumnUnits.Range(column.Name), Decisions = column.Evidence.Undecided > 0 || column.Evidence.CommaProofs > 0 ? [$"decimal mark: {numbers.Reason}"] : [] }, others);
    }

    private TypedColumn Dates(TableColumn column, NameWords words, string reason)
    {
        var dates = DateColumn.Of(column, options);
        if (requests.Kind(column) is not null && dates.Others.Count * 2 > column.Evidence.Filled) throw PeopleProblems.NotADate(column, dates.Others[0]);
        var values = new CustomerColumn(column.Name, "", meaning(column), Customers.ColumnKind.Date) { Ticks = dates.Ticks, Nature = ColumnKind.Date, Reason = reason };
        return new(values, new ColumnNote(requests.IsOutcome(column) ? ColumnPart.Outcome : ColumnParts.Of(words, ColumnKind.Date), column.Table.Path) { Decisions = [dates.Reason], ShortYears = dates.ShortYears }, dates.Others);
    }

    private TypedColumn Words(TableColumn column, ColumnEvidence evidence, NameWords words)
    {
        var coding = Coding.Of(column.Cells);
        if (Flag(column, coding, words) is { } flag) return flag;
        if (coding.Count <= MostCategories && KnownOrders.Of(coding.Texts()) is var (levels, reason)) return Texts(column, ColumnKind.Ordinal, reason, coding, words, levels);
        if (coding.Count == evidence.Filled && evidence.Filled >= 3 && !HasBlank(coding)) return Texts(column, ColumnKind.Id, "every row has another word", coding, words);
        return coding.Count <= MostCategories && coding.Count * 2 <= evidence.Filled
            ? Texts(column, ColumnKind.Category, $"{coding.Count} different texts in {PeopleProblems.Count(evidence.Filled)} filled cells", coding, words, ByShare(coding))
            : Texts(column, ColumnKind.Text, $"{PeopleProblems.Count(coding.Count)} different texts in {PeopleProblems.Count(evidence.Filled)} filled cells", coding, words);
    }

    private TypedColumn? Flag(TableColumn column, Coding coding, NameWords words)
    {
        if (coding.Count is not 2 || !ColumnNature.IsYesNo(coding.Texts())) return null;
        var yes = IsYes(coding.Text(0)) ? 0 : 1;
        if (IsYes(coding.Text(1 - yes))) return null;
        var values = new double[column.Rows];
        for (var row = 0; row < values.Length; row++) values[row] = coding.Codes[row] < 0 ? double.NaN : coding.Codes[row] == yes ? 1 : 0;
        var reason = $"two values that mean yes and no; '{coding.Text(yes)}' counts as 1";
        var part = requests.IsOutcome(column) ? ColumnPart.Outcome : ColumnParts.Of(words, ColumnKind.Flag);
        return new(new CustomerColumn(column.Name, "", meaning(column), Customers.ColumnKind.Number) { Numbers = values, Nature = ColumnKind.Flag, Reason = reason }, new ColumnNote(part, column.Table.Path), []);
    }

    private static bool IsYes(string word) => word.ToLowerInvariant() is "yes" or "y" or "true" or "t" or "ja" or "oui" or "si" or "1";

    // Numbers that name things: a category when they come again, else an id.
    private TypedColumn Codes(TableColumn column, string reason, NameWords words)
    {
        var coding = Coding.Of(column.Cells);
        return coding.Count <= MostCategories && coding.Count * 2 <= column.Evidence.Filled
            ? Texts(column, ColumnKind.Category, reason, coding, words, ByShare(coding))
            : Texts(column, ColumnKind.Id, reason, coding, words);
    }

    private TypedColumn Texts(TableColumn column, ColumnKind kind, string reason, Coding coding, NameWords words, string[]? levels = null)
    {
        var (texts, rows) = (coding.Texts(), new string[column.Rows]);
        for (var row = 0; row < rows.Length; row++) rows[row] = coding.Codes[row] < 0 ? "" : texts[coding.Codes[row]];
        return Texts(column, kind, reason, rows, words, levels);
    }

    private TypedColumn Texts(TableColumn column, ColumnKind kind, string reason, string[] rows, NameWords words, string[]? levels = null)
    {
        if (kind == ColumnKind.Empty) Array.Fill(rows, "");
        var part = requests.IsOutcome(column) ? ColumnPart.Outcome : ColumnParts.Of(words, kind);
        var values = new CustomerColumn(column.Name, "", meaning(column), Customers.ColumnKind.Text) { Texts = rows, Nature = kind, Reason = reason, Levels = levels ?? [] };
        return new(values, new ColumnNote(part, column.Table.Path), []);
    }

    private static string[] ByShare(Coding coding) =>
        [.. Enumerable.Range(0, coding.Count).Select(c => (Text: coding.Text(c), Count: coding.Counts[c])).OrderByDescending(c => c.Count).ThenBy(c => c.Text, StringComparer.Ordinal).Select(c => c.Text)];

    private string[] OrderAsked(TableColumn column, Coding coding)
    {
        var found = ByShare(coding);
        if (requests.Order(column) is not { } order) return KnownOrders.Of(found)?.Levels ?? [.. found.Order(StringComparer.Ordinal)];
        var unlisted = found.Where(level => !order.Contains(level, StringComparer.OrdinalIgnoreCase)).ToArray();
        if (unlisted.Length > 0) throw PeopleProblems.OrderLevels(column, unlisted);
        return [.. found.OrderBy(level => Array.FindIndex(order, o => string.Equals(o, level, StringComparison.OrdinalIgnoreCase))).ThenBy(level => level, StringComparer.Ordinal)];
    }

    private static bool HasBlank(Coding coding)
    {
        for (var code = 0; code < coding.Count; code++)
        {
            if (coding.Text(code).Contains(' ', StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
