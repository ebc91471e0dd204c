using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Ordering;

/// <summary>
/// An order of columns by what they hold, gaps included: whoever goes through columns in it gets the same whatever the order of columns
/// and rows was. For choices among equals only; it means nothing. Columns that could be exchanged, rows with them, keep their order.
/// </summary>
/// <remarks>Each value is mixed with its whole row, this seen without regard to the order of the columns; sums over rows. Where that leaves
/// equals, it is done again with what is known of the columns by then, as colours are refined to tell graphs apart [WL68]. Costs n · d a
/// round, nearly always one, and 8 · n bytes. <see cref="ColumnOrder"/> minds copies of rows and units besides, and knows no gaps.</remarks>
internal static class ContentOrder
{
    /// <summary>Column indices in that order [d].</summary>
    /// <param name="columns">Where each column's values lie: the first, and how far it is to the next [d].</param>
    /// <param name="rows">n.</param>
    /// <param name="labels">What belongs to the rows besides [n], or null.</param>
    /// <param name="kinds">What the columns are besides [d], or null.</param>
    /// <param name="crew">Threads to share the rows, or null.</param>
    public static int[] Of(IReadOnlyList<(double[] Values, int First, int Step)> columns, int rows, int[]? labels = null, int[]? kinds = null, Crew? crew = null) =>
        Of(columns, rows, labels, kinds, out _, crew);

    /// <summary>The same, and whether columns that are not equal row by row could be exchanged: then their order is that in which they were given.</summary>
    public static int[] Of(IReadOnlyList<(double[] Values, int First, int Step)> columns, int rows, int[]? labels, int[]? kinds, out bool symmetric, Crew? crew = null)
    {
        symmetric = false;
        var prints = new ulong[columns.Count];
        for (var q = 0; q < prints.Length; q++) prints[q] = Mix((ulong)(kinds?[q] ?? 0) + 7);
        prints = Settled(columns, rows, labels, prints, crew);
        while (Tied(columns, rows, prints) is var tied and >= 0)
        {
            // The first of those that look alike is named, and the others told apart by it.
            symmetric = true;
            prints[tied] = Mix(prints[tied] + 1);
            prints = Settled(columns, rows, labels, prints, crew);
        }

        var order = new int[prints.Length];
        for (var q = 0; q < order.Length; q++) order[q] = q;
        Array.Sort(order, (a, b) => prints[a] != prints[b] ? prints[a].CompareTo(prints[b]) : a.CompareTo(b));
        return order;
    }

    // Again while a round tells more columns apart.
    private static ulong[] Settled(IReadOnlyList<(double[] Values, int First, int Step)> columns, int rows, int[]? labels, ulong[] prints, Crew? crew)
    {
        var different = -1;
        while (true)
        {
            prints = Round(columns, rows, labels, prints, crew);
            var now = new HashSet<ulong>(prints).Count;
            if (now == prints.Length || now <= different) return prints;
            different = now;
        }
    }

    private static ulong[] Round(IReadOnlyList<(double[] Values, int First, int Step)> columns, int rows, int[]? labels, ulong[] known, Crew? crew)
    {
        // Sums of whole numbers, so the parts of a table may be added in any order.
        const int Part = 1 << 14;
        var prints = new ulong[((rows + Part - 1) / Part)][];
        Crew.Share(crew, prints.Length, (part, _) => prints[part] = Sums(columns, part * Part, Math.Min(rows, (part + 1) * Part), labels, known), default);
        var all = (ulong[])known.Clone();
        foreach (var part in prints)
        {
            for (var q = 0; q < all.Length; q++) all[q] += part[q];
        }

        for (var q = 0; q < all.Length; q++) all[q] = Mix(all[q]);
        return all;
    }

    // What the rows from … up to but not behind add to each column.
    private static ulong[] Sums(IReadOnlyList<(double[] Values, int First, int Step)> columns, int from, int behind, int[]? labels, ulong[] known)
    {
        var (whole, prints) = (new ulong[behind - from], new ulong[known.Length]);
        if (labels is not null)
        {
            for (var i = 0; i < whole.Length; i++) whole[i] = Mix((ulong)labels[from + i] + 1);
        }

        for (var q = 0; q < prints.Length; q++)
        {
            var (values, at, step) = columns[q];
            at += from * step;
            for (var i = 0; i < whole.Length; i++, at += step) whole[i] += Mix(Bits(values[at]) ^ known[q]);
        }

        for (var i = 0; i < whole.Length; i++) whole[i] = Mix(whole[i]);
        for (var q = 0; q < prints.Length; q++)
        {
            var (values, at, step) = columns[q];
            var print = 0UL;
            at += from * step;
            for (var i = 0; i < whole.Length; i++, at += step) print += Mix(whole[i] ^ Mix(Bits(values[at]) + known[q]));
            prints[q] = print;
        }

        return prints;
    }

    // The first column that looks like another and is not the same row by row; −1 for none.
    private static int Tied(IReadOnlyList<(double[] Values, int First, int Step)> columns, int rows, ulong[] prints)
    {
        var first = new Dictionary<ulong, int>();
        for (var q = 0; q < prints.Length; q++)
        {
            if (!first.TryAdd(prints[q], q) && !Same(columns[first[prints[q]]], columns[q], rows)) return first[prints[q]];
        }

        return -1;
    }

    private static bool Same((double[] Values, int First, int Step) a, (double[] Values, int First, int Step) b, int rows)
    {
        for (var i = 0; i < rows; i++)
        {
            if (Bits(a.Values[a.First + (i * a.Step)]) != Bits(b.Values[b.First + (i * b.Step)])) return false;
        }

        return true;
    }

    // −0 is 0, and every NaN the same.
    private static ulong Bits(double value) => double.IsNaN(value) ? ulong.MaxValue : BitConverter.DoubleToUInt64Bits(value + 0.0);

    private static ulong Mix(ulong bits)
    {
        bits = (bits ^ (bits >> 32)) * 0xD6E8FEB86659FD93;
        bits = (bits ^ (bits >> 32)) * 0xD6E8FEB86659FD93;
        return bits ^ (bits >> 32);
    }
}
