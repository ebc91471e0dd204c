using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Clientele.Numerics;

/// <summary>Arrays of numbers without the generic methods of the framework: over doubles and words these would be compiled at run time, at every start.</summary>
internal static unsafe class Room
{
    // Shorter arrays are zeroed sooner than the way around it is compiled.
    private const int Short = 1 << 16;

    /// <summary>No numbers.</summary>
    public static readonly double[] None = new double[0];

    /// <summary>Words that are written before they are read.</summary>
    public static ulong[] Words(int length) => length < Short ? new ulong[length] : UnzeroedWords(length);

    /// <summary>Numbers that are written before they are read.</summary>
    public static double[] Numbers(int length) => length < Short ? new double[length] : UnzeroedNumbers(length);

    /// <summary>Puts a value into every place.</summary>
    public static void Fill(double[] values, double value)
    {
        var vector = Vector256.Create(value);
        fixed (double* start = values)
        {
            var i = 0;
            for (; i + 4 <= values.Length; i += 4) Lanes.Store(vector, start + i);
            for (; i < values.Length; i++) start[i] = value;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong[] UnzeroedWords(int length) => GC.AllocateUninitializedArray<ulong>(length);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double[] UnzeroedNumbers(int length) => GC.AllocateUninitializedArray<double>(length);
}
