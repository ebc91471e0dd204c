using System.Runtime.InteropServices;

namespace Clientele.Tests.Sales.Files;

/// <summary>On Linux the administrator reads files as somebody without rights until this is disposed of, on the same thread.</summary>
internal sealed partial class OrdinaryUser : IDisposable
{
    private const uint Nobody = 65534;
    private readonly uint _before = OperatingSystem.IsLinux() ? (uint)SetFileUser(Environment.IsPrivilegedProcess ? Nobody : uint.MaxValue) : 0;

    public void Dispose()
    {
        if (OperatingSystem.IsLinux()) _ = SetFileUser(_before);
    }

    [LibraryImport("libc", EntryPoint = "setfsuid")]
    private static partial int SetFileUser(uint user);
}
