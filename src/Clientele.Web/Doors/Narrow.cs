namespace Clientele.Web.Doors;

/// <summary>Work that reads whole files: two at once, the others wait, so that memory stays flat however many ask.</summary>
internal static class Narrow
{
    private const int MostAtOnce = 2;

    private static readonly SemaphoreSlim s_room = new(MostAtOnce, MostAtOnce);

    /// <summary>Does the work on a thread of its own, once there is room.</summary>
    public static async Task<T> Run<T>(Func<T> work, CancellationToken ct)
    {
        await s_room.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            return await Task.Run(work, ct).ConfigureAwait(false);
        }
        finally
        {
            s_room.Release();
        }
    }
}
