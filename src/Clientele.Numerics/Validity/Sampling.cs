using Clientele.Numerics.Clustering;
using Clientele.Numerics.Ordering;

namespace Clientele.Numerics.Validity;

/// <summary>Rows drawn by number, from rows in canonical order: the order in which they were given changes nothing.</summary>
internal static class Sampling
{
    /// <summary>So many of the places 0 … n − 1, each at most once, rising.</summary>
    /// <remarks>[Knu97] algorithm S.</remarks>
    public static int[] Places(int n, int count, Draws draws)
    {
        var (taken, used) = (new int[count], 0);
        for (var at = 0; used < count; at++)
        {
            if (draws.Uniform(at, 0) * (n - at) < count - used) taken[used++] = at;
        }

        return taken;
    }

    /// <summary>The places 0 … n − 1 in an order by chance.</summary>
    /// <remarks>[Knu97] algorithm P.</remarks>
    public static int[] Shuffled(int n, Draws draws)
    {
        var order = new int[n];
        for (var i = 0; i < n; i++) order[i] = i;
        for (var i = n - 1; i > 0; i--)
        {
            var j = (int)(draws.Uniform(i, 0) * (i + 1));
            (order[i], order[j]) = (order[j], order[i]);
        }

        return order;
    }

    /// <summary>All rows in canonical order, or so many of them.</summary>
    public static Matrix Canonical(Matrix x, int most, Draws draws)
    {
        var order = RowOrder.Of(x);
        return Rows(x, x.Rows <= most ? order : [.. Places(x.Rows, most, draws).Select(at => order[at])]);
    }

    /// <summary>Divided by a power of two, so that the largest magnitude lies in [1, 2): huge and tiny units overflow or vanish in no square.</summary>
    public static Matrix Unit(Matrix x, out int exponent)
    {
        var largest = x.Values.Max(Math.Abs);
        exponent = largest == 0 ? 0 : Math.ILogB(largest);
        var power = new Power(-exponent);
        return exponent == 0 ? x : new([.. x.Values.Select(power.Times)], x.Rows, x.Columns);
    }

    public static Matrix Rows(Matrix x, ReadOnlySpan<int> rows)
    {
        var values = new double[(long)rows.Length * x.Columns];
        for (var i = 0; i < rows.Length; i++) x.Row(rows[i]).CopyTo(new Span<double>(values, i * x.Columns, x.Columns));
        return new(values, rows.Length, x.Columns);
    }
}
