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

    public static byte[] Script() => Read("app.js");

    public static byte[] Style() => Read("app.css");

    /// <summary>Nothing but this script and this style; pictures from the page itself; no network at all.</summary>
    public static string Policy()
    {
        var hashes = Encoding.ASCII.GetString(Read("hashes.txt")).Split('\n');
        return $"default-src 'none'; script-src '{hashes[0]}'; style-src '{hashes[1]}'; img-src data: blob:; base-uri 'none'; form-action 'none'";
    }

    private static byte[] Read(string name)
    {
        using var stream = typeof(FrontEnd).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The program was built without {name}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
