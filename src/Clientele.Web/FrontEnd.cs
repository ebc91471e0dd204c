using System.Text;

namespace Clientele.Web;

/// <summary>The built front end inside the program: see app/.</summary>
internal static class FrontEnd
{
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
