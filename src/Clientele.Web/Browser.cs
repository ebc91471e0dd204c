using System.ComponentModel;
using System.Diagnostics;

namespace Clientele.Web;

/// <summary>Opens an address in the user's own browser.</summary>
internal static class Browser
{
    /// <summary>Says whether something was started, not whether the page was seen.</summary>
    public static bool Open(string address)
    {
        try
        {
            var start = OperatingSystem.IsWindows() ? new ProcessStartInfo(address) { UseShellExecute = true }
                : new ProcessStartInfo(OperatingSystem.IsMacOS() ? "open" : "xdg-open", [address])
                {
                    UseShellExecute = false,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                };
            using var process = Process.Start(start);
            return process is not null || OperatingSystem.IsWindows();
        }
        catch (Exception problem) when (problem is Win32Exception or InvalidOperationException)
        {
            return false;
        }
    }
}
