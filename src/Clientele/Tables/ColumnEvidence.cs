using Clientele.Sales.Layouts;

namespace Clientele.Tables;

/// <summary>What all cells of one column can be read as, before any notation is chosen.</summary>
internal sealed class ColumnEvidence
{
    private const int Remembered = 64;

    public long Filled { get; private set; }

    public long Missing { get; private set; }

    /// <summary>First row that is missing, or −1.</summary>
    public int FirstMissing { get; private set; } = -1;

    /// <summary>Filled cells that are a number in one notation or another.</summary>
    public long Numbers { get; private set; }

    /// <summary>First filled cell that is a number in no notation, or −1.</summary>
    public int FirstOther { get; private set; } = -1;

    public long PointProofs { get; private set; }

    public long CommaProofs { get; private set; }

    public long Undecided { get; private set; }

    public int FirstUndecided { get; private set; } = -1;

    public long Apostrophes { get; private set; }

    public long Blanks { get; private set; }

    public long Percents { get; private set; }

    /// <summary>First cell with, and first number without a percent sign, or −1.</summary>
    public (int With, int Without) FirstPercent { get; private set; } = (-1, -1);

    /// <summary>Currencies written beside the numbers, one bit each.</summary>
    public ulong Currencies { get; private set; }

    /// <summary>Digits and nothing else.</summary>
    public long Whole { get; private set; }

    /// <summary>Of those, with a leading zero like 00042.</summary>
    public long LeadingZeros { get; private set; }

    public long Dates { get; private set; }

    /// <summary>Filled, and nothing but numbers.</summary>
    public bool IsNumeric => Filled > 0 && Numbers == Filled;

    public static ColumnEvidence Of(Cells cells)
    {
        var evidence = new ColumnEvidence();
        var words = new (int Row, bool Date)[Remembered];
        Array.Fill(words, (-1, false));
        for (var row = 0; row < cells.Count; row++) evidence.Add(row, Words.Trim(cells[row]), cells, words);
        return evidence;
    }

    // Words come again: the last one of each place is remembered, with whether it is a day.
    private void Add(int row, ReadOnlySpan<byte> cell, Cells cells, (int Row, bool Date)[] words)
    {
        if (cell.Length == 0 || cell[0] < 'A')
        {
            Add(row, cell);
            return;
        }

        ref var word = ref words[(cell.Length + (3 * cell[0]) + (7 * cell[^1]) + (13 * cell[cell.Length / 2])) % Remembered];
        if (word.Row >= 0 && cell.SequenceEqual(Words.Trim(cells[word.Row])))
        {
            Filled++;
            if (word.Date) Dates++;
            return;
        }

        var (dates, filled, numbers) = (Dates, Filled, Numbers);
        Add(row, cell);
        if (Filled > filled && Numbers == numbers) word = (row, Dates > dates);
    }

    private void Add(int row, ReadOnlySpan<byte> cell)
    {
        var digits = Words.Digits(cell);
        if (!digits && MissingWords.Is(cell))
        {
            if (Missing++ == 0) FirstMissing = row;
            return;
        }

        Filled++;
        if (digits)
        {
            Numbers++;
            Whole++;
            if (cell.Length > 1 && cell[0] == '0') LeadingZeros++;
            if (cell.Length is 8 && DateText.TryRead(cell, out _)) Dates++;
            if (FirstPercent.Without < 0) FirstPercent = (FirstPercent.With, row);
            return;
        }

        var figure = Figure.Of(cell);
        var meaning = NumberMarks.Examine(figure.Body, out var group);
        if (meaning == MarkMeaning.Malformed)
        {
            if (FirstOther < 0) FirstOther = row;
            if (DateText.TryRead(cell, out _)) Dates++;
            return;
        }

        Numbers++;
        if (meaning == MarkMeaning.Point) PointProofs++;
        if (meaning == MarkMeaning.Comma) CommaProofs++;
        if (meaning == MarkMeaning.Undecided && Undecided++ == 0) FirstUndecided = row;
        if (group == '\'') Apostrophes++;
        if (group == ' ') Blanks++;
        if (figure.Currency >= 0) Currencies |= 1UL << figure.Currency;
        if (figure.Percent && Percents++ == 0) FirstPercent = (row, FirstPercent.Without);
        if (!figure.Percent && FirstPercent.Without < 0) FirstPercent = (FirstPercent.With, row);
    }
}
