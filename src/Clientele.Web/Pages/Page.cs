using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;

namespace Clientele.Web.Pages;

/// <summary>An HTML page in the making: what the program wrote stands as it is, every value put into it is escaped.</summary>
internal sealed class Page
{
    private readonly StringBuilder _text = new();

    /// <summary>Adds a line of markup; the literal parts are HTML, the holes are text.</summary>
    public void Add([InterpolatedStringHandlerArgument("")] ref Markup markup)
    {
        _ = markup;
        _text.Append('\n');
    }

    public override string ToString() => _text.ToString();

    /// <summary>Escapes the holes of an interpolated string.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Markup
    {
        private readonly Page _page;

        public Markup(int literalLength, int formattedCount, Page page)
        {
            _page = page;
            page._text.EnsureCapacity(page._text.Length + literalLength + 16 * formattedCount);
        }

        public void AppendLiteral(string html) => _page._text.Append(html);

        public void AppendFormatted(string? text) => _page._text.Append(HtmlEncoder.Default.Encode(text ?? ""));
    }
}
