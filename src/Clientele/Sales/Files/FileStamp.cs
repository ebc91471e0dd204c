using Microsoft.Win32.SafeHandles;

namespace Clientele.Sales.Files;

/// <summary>Size and time of last change of an open file: equal at the start and the end of reading, or the file changed meanwhile.</summary>
internal readonly record struct FileStamp(long Length, long Written)
{
    public static FileStamp Of(SafeFileHandle handle) => new(RandomAccess.GetLength(handle), File.GetLastWriteTimeUtc(handle).Ticks);

    /// <summary>Throws when the file was written to, cut or lengthened since this stamp was taken.</summary>
    /// <param name="handle">The same open file.</param>
    /// <param name="name">What to call it in the message.</param>
    public void MustStillHold(SafeFileHandle handle, string name)
    {
        var now = Of(handle);
        if (now != this) throw Problems.Changed(name, Length, now.Length);
    }
}
