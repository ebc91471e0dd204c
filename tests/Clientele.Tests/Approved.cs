using System.Runtime.CompilerServices;

namespace Clientele.Tests;

/// <summary>Compares with the approved file; on a difference leaves the new text beside it as <c>.received</c>.</summary>
internal static class Approved
{
    /// <summary>Fails when <paramref name="text"/> differs from <c>Approved/name</c>. Approving is a person's work: rename the received file.</summary>
    public static void Match(string name, string text, [CallerFilePath] string caller = "")
    {
        var folder = Path.GetDirectoryName(caller)!;
        while (!Directory.Exists(Path.Combine(folder, "Approved"))) folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("There is no folder Approved above the test.");
        var path = Path.Combine(folder, "Approved", name);
        var expected = File.Exists(path) ? File.ReadAllText(path) : "";
        var received = path + ".received";
        if (string.Equals(expected, text, StringComparison.Ordinal))
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        Assert.Equal(expected, text);
    }
}
