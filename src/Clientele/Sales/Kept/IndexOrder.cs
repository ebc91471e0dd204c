namespace Clientele.Sales.Kept;

/// <summary>Stable merge sort of indexes by a comparison of one's own; compiled ahead of time, as the library's generic sorts are not.</summary>
internal abstract class IndexOrder
{
    private const int Few = 12;

    private int[] _other = new int[64];

    /// <summary>Below 0, 0 or above 0 as the item at the first index comes before, with or after the other.</summary>
    protected abstract int Compare(int a, int b);

    /// <summary>Sorts a stretch of indexes.</summary>
    protected void Sort(int[] items, int start, int length)
    {
        for (var from = start; from < start + length; from += Few) Insert(items, from, Math.Min(from + Few, start + length));
        if (length <= Few) return;
        if (_other.Length < length) _other = new int[Math.Max(length, 2 * _other.Length)];
        for (var width = Few; width < length; width *= 2)
        {
            for (var from = 0; from < length; from += 2 * width)
                Merge(items, start + from, start + Math.Min(from + width, length), start + Math.Min(from + 2 * width, length), from);
            Array.Copy(_other, 0, items, start, length);
        }
    }

    private void Insert(int[] items, int from, int end)
    {
        for (var i = from + 1; i < end; i++)
        {
            var item = items[i];
            var at = i - 1;
            while (at >= from && Compare(items[at], item) > 0)
            {
                items[at + 1] = items[at];
                at--;
            }

            items[at + 1] = item;
        }
    }

    private void Merge(int[] items, int left, int middle, int end, int to)
    {
        var right = middle;
        var first = left;
        while (first < middle && right < end) _other[to++] = Compare(items[first], items[right]) <= 0 ? items[first++] : items[right++];
        while (first < middle) _other[to++] = items[first++];
        while (right < end) _other[to++] = items[right++];
    }
}
