using System.Runtime.InteropServices;

namespace Clientele;

/// <summary>A large stretch of zeroed memory outside the garbage collector's reach, in huge pages where the system has them.</summary>
/// <remarks>
/// Hash tables of hundreds of megabytes are probed at random; with pages of 4 KiB nearly every probe would also miss the table of
/// addresses. On Linux the stretch is mapped at a 2 MiB border and advised to use pages of that size.
/// </remarks>
internal sealed unsafe partial class ZeroedMemory : IDisposable
{
    private const long HugePage = 1 << 21;

    private void* _start;
    private long _mapped;

    public ZeroedMemory(long bytes)
    {
        Bytes = bytes;
        if (OperatingSystem.IsLinux() && bytes >= HugePage)
        {
            _mapped = bytes + HugePage;
            _start = Map(null, (nuint)_mapped, 3, 0x22, -1, 0);
            if (_start == (void*)-1)
            {
                _start = null;
                throw new InsufficientMemoryException($"The system gave no {bytes:N0} bytes of memory.");
            }

            Start = (byte*)(((nuint)_start + HugePage - 1) & ~(nuint)(HugePage - 1));
            _ = Advise(Start, (nuint)bytes, 14); // MADV_HUGEPAGE; without it the memory is only slower
        }
        else
        {
            // Cleared by writing: a page that is read first would be given twice, once as the page of zeros that all share.
            _start = NativeMemory.AlignedAlloc((nuint)bytes, 64);
            NativeMemory.Clear(_start, (nuint)bytes);
            Start = (byte*)_start;
        }
    }

#pragma warning disable MA0055 // memory of a run that failed half-way must come back, too
    ~ZeroedMemory() => Free();
#pragma warning restore MA0055

    /// <summary>First byte.</summary>
    public byte* Start { get; }

    public long Bytes { get; }

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        if (_start is null) return;
        if (_mapped > 0) _ = Unmap(_start, (nuint)_mapped);
        else NativeMemory.AlignedFree(_start);
        _start = null;
    }

    [LibraryImport("libc", EntryPoint = "mmap")]
    private static partial void* Map(void* address, nuint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "munmap")]
    private static partial int Unmap(void* address, nuint length);

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(void* address, nuint length, int advice);
}
