namespace Clientele.Numerics.Clustering;

/// <summary>Chance by number: the same seed, k, start and position give the same draw, whoever asks and when.</summary>
/// <remarks>[SLF14] SplitMix64 as a counter-based generator.</remarks>
internal readonly struct Draws(ulong seed, int k, int start)
{
    private readonly ulong _key = Mix(Mix(Mix(seed + 0x9E3779B97F4A7C15) + (ulong)k) + (ulong)start);

    /// <summary>A number in [0, 1).</summary>
    public double Uniform(int step, int candidate) =>
        (Mix(_key + (0x9E3779B97F4A7C15 * (((ulong)step << 32) + (ulong)candidate + 1))) >> 11) * (1.0 / (1UL << 53));

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
