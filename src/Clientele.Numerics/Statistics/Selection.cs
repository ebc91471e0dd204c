namespace Clientele.Numerics.Statistics;

/// <summary>Values by their place in ascending order, without sorting the rest.</summary>
/// <remarks>[Hoa61] with the middle of three as pivot: linear on average; ties do no harm.</remarks>
public static class Selection
{
    /// <summary>The value that would stand at a place if all were sorted; smaller ones end up before it, larger ones behind it.</summary>
    /// <param name="values">No NaN; they change their places.</param>
    /// <param name="place">From 0, less than the number of values.</param>
    public static double At(Span<double> values, int place)
    {
        if ((uint)place >= (uint)values.Length) throw new ArgumentOutOfRangeException(nameof(place));
        var (left, right) = (0, values.Length - 1);
        while (left < right)
        {
            var (a, b, c) = (values[left], values[left + ((right - left) / 2)], values[right]);
            var pivot = Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
            var (i, j) = (left, right);
            while (i <= j)
            {
                while (values[i] < pivot) i++;
                while (values[j] > pivot) j--;
                if (i > j) break;
                (values[i], values[j]) = (values[j], values[i]);
                i++;
                j--;
            }

            if (place <= j) right = j;
            else if (place >= i) left = i;
            else break;
        }

        return values[place];
    }

    /// <summary>The value behind the one at a place, after <see cref="At"/> was asked for that one.</summary>
    /// <param name="values">As they were left.</param>
    /// <param name="place">From 0, not the last.</param>
    public static double Behind(ReadOnlySpan<double> values, int place)
    {
        if (place < 0 || place + 1 >= values.Length) throw new ArgumentOutOfRangeException(nameof(place));
        var least = values[place + 1];
        foreach (var value in values[(place + 2)..])
        {
            if (value < least) least = value;
        }

        return least;
    }
}
