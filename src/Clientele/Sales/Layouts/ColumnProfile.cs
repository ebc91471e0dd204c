using System.Globalization;

namespace Clientele.Sales.Layouts;

/// <summary>What the sampled cells of one column hold.</summary>
internal sealed class ColumnProfile
{
    private const int MostCells = 300;
    private const int Slots = 1024;

    public int Cells { get; private set; }

    public int Filled { get; private set; }

    public int Integers { get; private set; }

    public int Decimals { get; private set; }

    public int Dates { get; private set; }

    public int Times { get; private set; }

    /// <summary>Dates with a time of day.</summary>
    public int Timed { get; private set; }

    /// <summary>Integers with a leading zero, like 00042.</summary>
    public int LeadingZeros { get; private set; }

    /// <summary>Integers up to 999 without sign or leading zero.</summary>
    public int Small { get; private set; }

    /// <summary>Digits and a final .0, as ids look that went through a table of floats.</summary>
    public int Floats { get; private set; }

    /// <summary>Different filled cells.</summary>
    public int Distinct { get; private set; }

    public bool Numeric => Filled > 0 && (Integers + Decimals) * 10 >= Filled * 8;

    public bool Dated => Filled > 0 && Dates * 10 >= Filled * 8;

    /// <summary>Cells that no id looks like: most of them are dates, times or numbers with decimals.</summary>
    public bool NoIds => Dated || TimesOfDay || (Decimals - Floats) * 2 > Filled;

    public bool TimesOfDay => Filled > 0 && Times * 10 >= Filled * 8;

    /// <summary>Every filled cell differs, and there are enough of them to mean something.</summary>
    public bool Unique => Filled >= 3 && Distinct == Filled;

    /// <summary>The type in words.</summary>
    public string Type => Filled == 0 ? "empty"
        : Dated ? (Timed > 0 ? "date and time" : "date")
        : TimesOfDay ? "time"
        : Numeric ? (Decimals > 0 ? "number" : "whole number")
        : "text";

    public static ColumnProfile Of(SampleTable table, int firstData, int width, int column)
    {
        var profile = new ColumnProfile();
        Span<ulong> seen = stackalloc ulong[Slots];
        seen.Clear();
        var step = Math.Max(1, (table.Count - firstData) / MostCells);
        for (var i = firstData; i < table.Count && profile.Cells < MostCells; i += step)
        {
            if (table[i].Fields == width && table[i].Whole) profile.Add(Words.Trim(table.Cell(i, column)), seen);
        }

        return profile;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Type}, {Distinct} different of {Filled}");

    private void Add(ReadOnlySpan<byte> cell, Span<ulong> seen)
    {
        Cells++;
        if (cell.Length == 0) return;
        Filled++;
        switch (CellKinds.Of(cell))
        {
            case CellKind.Integer:
                Integers++;
                var digits = Words.Digits(cell);
                if (digits && cell.Length > 1 && cell[0] == '0') LeadingZeros++;
                else if (digits && cell.Length <= 3) Small++;
                break;
            case CellKind.Decimal:
                Decimals++;
                if (IdEvidence.IsFloat(cell)) Floats++;
                break;
            case CellKind.Time: Times++; break;
            case CellKind.Date:
                Dates++;
                if (DateText.TryRead(cell, out var date) && date.HasTime) Timed++;
                break;
        }

        if (See(Hash(cell), seen)) Distinct++;
    }

    /// <summary>FNV-1a, never 0.</summary>
    private static ulong Hash(ReadOnlySpan<byte> cell)
    {
        var hash = 14695981039346656037UL;
        foreach (var value in cell) hash = (hash ^ value) * 1099511628211UL;
        return hash == 0 ? 1 : hash;
    }

    private static bool See(ulong hash, Span<ulong> seen)
    {
        for (var at = (int)(hash >> 32) & (Slots - 1); ; at = (at + 1) & (Slots - 1))
        {
            if (seen[at] == hash) return false;
            if (seen[at] != 0) continue;
            seen[at] = hash;
            return true;
        }
    }
}
