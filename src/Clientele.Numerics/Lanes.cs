using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Clientele.Numerics;

/// <summary>
/// Vectors from and to memory of any alignment. The library's own Load and Store are generic calls into another assembly, which keeps
/// whole kernels out of ahead-of-time compilation.
/// </summary>
internal static unsafe class Lanes
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Load(double* from) => *(Vector256<double>*)from;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<double> lanes, double* to) => *(Vector256<double>*)to = lanes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Load(int* from) => *(Vector256<int>*)from;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<int> lanes, int* to) => *(Vector256<int>*)to = lanes;
}
