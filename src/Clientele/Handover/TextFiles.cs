using Clientele.Reports.Writing;

namespace Clientele.Handover;

/// <summary>Small files, each made in memory and written in one piece.</summary>
/// <param name="create">Makes a file.</param>
internal sealed class TextFiles(Func<string, Stream> create)
{
    private readonly Utf8Text _text = new();

    public void Text(string name, Action<Utf8Text> write)
    {
        write(_text);
        using var stream = create(name);
        _text.FlushTo(stream);
    }

    public void Json(string name, Action<JsonText> write) => Text(name, text => write(new JsonText(text)));
}
