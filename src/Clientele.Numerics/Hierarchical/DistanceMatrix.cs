using System.Runtime.InteropServices;

namespace Clientele.Numerics.Hierarchical;

/// <summary>Distances of all pairs of m things, each pair once: row i holds those to i + 1 … m − 1.</summary>
/// <remarks>
/// m(m − 1)/2 doubles outside the garbage collector's reach, more than an array could hold; in huge pages where the system has them,
/// because looking down a column touches another page for every row.
/// </remarks>
internal sealed unsafe partial class DistanceMatrix : IDisposable
{
    private const nuint HugePage = 1 << 21;

    private double* _values;

    public DistanceMatrix(int count)
    {
        Count = count;
        var bytes = ((nuint)Math.Max(8, Bytes(count)) + HugePage - 1) / HugePage * HugePage;
        _values = (double*)NativeMemory.AlignedAlloc(bytes, HugePage);
        if (OperatingSystem.IsLinux() && bytes > HugePage) _ = Advise(_values, bytes, 14); // MADV_HUGEPAGE; without it the matrix is only slower
    }

#pragma warning disable MA0055 // memory of a fit that failed half-way must come back, too
    ~DistanceMatrix() => Free();
#pragma warning restore MA0055

    /// <summary>Things left, m.</summary>
    public int Count { get; private set; }

    public ref double this[int i, int j] => ref i < j ? ref Row(i)[j] : ref Row(j)[i];

    public static double Bytes(int count) => count * (count - 1.0) / 2 * sizeof(double);

    /// <summary>Where the distances of i lie, so that [j] is that to j; only for j above i.</summary>
    public double* Row(int i) => Row(i, Count);

    /// <summary>Drops all but these, in place.</summary>
    /// <param name="kept">Rising.</param>
    public void Keep(ReadOnlySpan<int> kept)
    {
        for (var i = 0; i < kept.Length; i++)
        {
            double* from = Row(kept[i]), to = Row(i, kept.Length);
            for (var j = i + 1; j < kept.Length; j++) to[j] = from[kept[j]];
        }

        Count = kept.Length;
    }

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private double* Row(int i, int count) => _values + (((nint)i * (count - 1)) - ((nint)i * (i - 1) / 2)) - i - 1;

    private void Free()
    {
        NativeMemory.AlignedFree(_values);
        _values = null;
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(void* start, nuint bytes, int advice);
}
