using System.Text;

namespace Clientele.Web;

/// <summary>The built front end inside the program: see app/.</summary>
internal static class FrontEnd
{
    /// <summary>The dashboard's one document: no data and no code in it, both come from this server.</summary>
    public static ReadOnlySpan<byte> Index => """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="referrer" content="no-referrer">
        <meta name="color-scheme" content="light dark">
        <link rel="icon" href="data:,">
        <title>Clientele</title>
        <link rel="stylesheet" href="/app.css">
        <script src="/app.js" defer></script>
        </head>
        <body>
        <noscript><p>This page draws itself with JavaScript, which is switched off here.</p></noscript>
        <div id="app"></div>
        </body>
        </html>

        """u8;

    public const string ScriptFile = "app.js";

    public const string StyleFile = "app.css";

    public static byte[] Script() => Part(ScriptFile).ToArray();

    public static byte[] Style() => Part(StyleFile).ToArray();

    /// <summary>Nothing but this script and this style; pictures from the page itself; no network at all.</summary>
    public static string Policy()
    {
        var hashes = Encoding.ASCII.GetString(Part("hashes.txt")).Split('\n');
        return $"default-src 'none'; script-src '{hashes[0]}'; style-src '{hashes[1]}'; img-src data: blob:; base-uri 'none'; form-action 'none'";
    }

    /// <summary>A file of the front end as it lies in the program, which is in memory as long as the program runs.</summary>
    public static unsafe ReadOnlySpan<byte> Part(string name)
    {
        using var stream = typeof(FrontEnd).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The program was built without {name}.");
        if (stream is UnmanagedMemoryStream mapped) return new ReadOnlySpan<byte>(mapped.PositionPointer, checked((int)mapped.Length));
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
