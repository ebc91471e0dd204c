using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Clientele.Sales.Layouts;
using Clientele.Sales.Lines;

namespace Clientele.Tables;

/// <summary>What all cells of one column can be read as, before any notation is chosen.</summary>
internal sealed class ColumnEvidence
{
    private const int Remembered = 4096;
    private double[]? _values;

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
        var (evidence, words, row) = (new ColumnEvidence(), new Word[Remembered], 0);
        double[]? values = null;
        foreach (var block in cells.Blocks)
        {
            var (bytes, start) = (block.Bytes, block.Start(cells.Column));
            foreach (var end in block.Ends(cells.Column))
            {
                if (evidence.TryPlain(row, ref bytes[start], end - start, out var value))
                {
                    // From the first number on until something else stands in the column.
                    if (evidence.Filled == 1) values = Unknown(cells.Count, row);
                    if (double.IsNaN(value)) values = null;
                    else if (values is not null) values[row] = value;
                }
                else
                {
                    var filled = evidence.Filled;
                    evidence.Add(row, bytes, start, end, words);
                    if (evidence.Filled > filled) values = null;
                    else if (values is not null) values[row] = double.NaN;
                }

                start = end;
                row++;
            }
        }

        evidence._values = values;
        return evidence;
    }

    /// <summary>The column as numbers with a decimal point, where every cell is a plain one or missing; null for others, and when they were taken already.</summary>
    public double[]? TakeValues()
    {
        var values = _values;
        _values = null;
        return values;
    }

    /// <summary>The plain form, cell by cell.</summary>
    internal static ColumnEvidence OfEach(Cells cells)
    {
        var evidence = new ColumnEvidence();
        for (var row = 0; row < cells.Count; row++) evidence.Add(row, Words.Trim(cells[row]));
        return evidence;
    }

    private static double[] Unknown(int rows, int first)
    {
        var values = new double[rows];
        for (var row = 0; row < first; row++) values[row] = double.NaN;
        return values;
    }

    // Digits, with a minus before and a point between or without: what most numbers are.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryPlain(int row, ref byte cell, int length, out double value)
    {
        value = double.NaN;
        if (!FastNumber.TryParse(ref cell, length, (byte)'.', out var mantissa, out var scale)) return false;
        var signed = cell == '-';
        if (scale > 0 && !NumberText.Digit(Unsafe.Add(ref cell, signed ? 1 : 0))) return false;
        value = NumberColumn.Exact(mantissa, scale);
        Filled++;
        Numbers++;
        if (FirstPercent.Without < 0) FirstPercent = (FirstPercent.With, row);
        if (scale > 0)
        {
            if (!FastNumber.CouldBeGrouped(ref cell, length, scale)) PointProofs++;
            else if (Undecided++ == 0) FirstUndecided = row;
        }
        else if (!signed)
        {
            Whole++;
            if (length > 1 && cell == '0') LeadingZeros++;
            if (length == 8 && DateText.TryRead(MemoryMarshal.CreateReadOnlySpan(ref cell, length), out _)) Dates++;
        }

        return true;
    }

    // Words and days come again: the last one of each place is remembered, with whether it is a day.
    private void Add(int row, byte[] bytes, int start, int end, Word[] words)
    {
        var cell = Words.Trim(bytes.AsSpan(start, end - start));
        if (cell.Length == 0)
        {
            Add(row, cell);
            return;
        }

        ref var word = ref words[Place(cell)];
        if (word.Is(cell))
        {
            Filled++;
            if (word.Date) Dates++;
            return;
        }

        var (dates, filled, numbers) = (Dates, Filled, Numbers);
        Add(row, cell);
        if (Filled > filled && Numbers == numbers) word = new() { Bytes = bytes, Start = (int)Unsafe.ByteOffset(ref bytes[0], ref MemoryMarshal.GetReference(cell)), Length = cell.Length, Date = Dates > dates };
    }

    // Any place would do: it only must be the same for the same word.
    private static int Place(ReadOnlySpan<byte> cell)
    {
        var hash = (uint)cell.Length;
        foreach (var value in cell[..Math.Min(cell.Length, 16)]) hash = (hash ^ value) * 0x01000193;
        return (int)((hash ^ (hash >> 15)) % Remembered);
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

    private struct Word
    {
        public byte[]? Bytes;
        public int Start;
        public int Length;
        public bool Date;

        public readonly bool Is(ReadOnlySpan<byte> cell) => Length == cell.Length && Bytes is not null && cell.SequenceEqual(Bytes.AsSpan(Start, Length));
    }
}
