using System.Text;

namespace Clientele.Cli.Screen;

/// <summary>A small table as wide as its cells need. Columns that do not fit are left out, the least important first.</summary>
internal sealed class Table(int width)
{
    private const int Indent = 2;

    /// <summary>Names in the first column are wrapped to this many columns at least before another column is left out.</summary>
    private const int NarrowNames = 18;

    private readonly List<Track> _columns = [];
    private readonly List<string[]> _rows = [];

    /// <summary>Blanks between columns: two, or one when room is short.</summary>
    private int _gap = 2;

    /// <summary>A column as wide as its widest cell.</summary>
    /// <param name="header">Header, possibly empty.</param>
    /// <param name="right">Numbers stand at the right.</param>
    /// <param name="weight">The column with the highest weight goes first when room is short; 0 always stays.</param>
    /// <param name="paint">Colours the padded cell of a row.</param>
    public Table Column(string header, bool right = false, int weight = 0, Func<int, string, string>? paint = null)
    {
        _columns.Add(new Track(header, right, weight, paint));
        return this;
    }

    /// <summary>A column that takes the room that is left, between <paramref name="least"/> and <paramref name="most"/>; rows leave its cell empty.</summary>
    /// <param name="least">Columns at least.</param>
    /// <param name="most">Columns at most.</param>
    /// <param name="weight">As for other columns.</param>
    /// <param name="draw">Draws the cell of a row in a given width.</param>
    /// <param name="paint">Colours it.</param>
    public Table Picture(int least, int most, int weight, Func<int, int, string> draw, Func<int, string, string> paint)
    {
        _columns.Add(new Track("", false, weight, paint) { Least = least, Most = most, Draw = draw });
        return this;
    }

    public Table Row(params string[] cells)
    {
        _rows.Add(cells);
        return this;
    }

    /// <summary>Whether there is room for the column of that header.</summary>
    public bool Shows(string header)
    {
        var widths = Widths();
        Fit(widths);
        return widths[_columns.FindIndex(c => c.Header == header)] > 0;
    }

    /// <summary>How many of these columns there is room for.</summary>
    public int Shown(IEnumerable<string> headers)
    {
        var widths = Widths();
        Fit(widths);
        return headers.Count(header => widths[_columns.FindIndex(c => c.Header == header)] > 0);
    }

    /// <summary>Appends the table, one line per row, with two blanks at the left.</summary>
    public void AppendTo(StringBuilder page)
    {
        var widths = Widths();
        Fit(widths);
        if (_columns.Exists(c => c.Header.Length > 0)) Append(page, widths, -1, c => _columns[c].Header);
        for (var row = 0; row < _rows.Count; row++)
        {
            var cells = _rows[row];
            var at = row;
            Append(page, widths, row, c => _columns[c].Draw is { } draw ? draw(at, widths[c]) : cells[c]);
        }
    }

    private int[] Widths()
    {
        var widths = new int[_columns.Count];
        for (var c = 0; c < widths.Length; c++)
        {
            widths[c] = Math.Max(_columns[c].Header.Length, _columns[c].Least);
            foreach (var row in _rows) widths[c] = Math.Max(widths[c], row[c].Length);
        }

        return widths;
    }

    private void Fit(int[] widths)
    {
        if (Total(widths) > width) _gap = 1;
        var whole = widths[0];
        if (Total(widths) > width) widths[0] = Math.Max(Math.Min(whole, NarrowNames), Math.Max(LongestWord(), whole - (Total(widths) - width)));
        while (Total(widths) > width)
        {
            var heaviest = -1;
            for (var c = 0; c < widths.Length; c++)
            {
                if (widths[c] > 0 && _columns[c].Weight > 0 && (heaviest < 0 || _columns[c].Weight > _columns[heaviest].Weight)) heaviest = c;
            }

            if (heaviest < 0) break;
            widths[heaviest] = 0;
        }

        widths[0] = Math.Min(whole, widths[0] + Math.Max(0, width - Total(widths)));
        for (var c = 0; c < widths.Length; c++)
        {
            if (widths[c] > 0 && _columns[c].Draw is not null) widths[c] = Math.Clamp(widths[c] + width - Total(widths), _columns[c].Least, _columns[c].Most);
        }

        // What still does not fit is the first column's text.
        if (Total(widths) is var total && total > width) widths[0] = Math.Max(8, widths[0] - (total - width));
    }

    private int LongestWord()
    {
        var longest = 0;
        foreach (var row in _rows)
        {
            foreach (var word in row[0].Split(' ')) longest = Math.Max(longest, word.Length);
        }

        return longest;
    }

    private int Total(int[] widths)
    {
        var total = Indent - _gap;
        foreach (var column in widths) total += column > 0 ? column + _gap : 0;
        return total;
    }

    private void Append(StringBuilder page, int[] widths, int row, Func<int, string> cell)
    {
        var line = new StringBuilder().Indent(Indent);
        var rest = "";
        for (var c = 0; c < widths.Length; c++)
        {
            if (widths[c] == 0) continue;
            var text = cell(c);
            if (c == 0) (text, rest) = Break(text, widths[0]);
            if (text.Length > widths[c]) text = text[..(widths[c] - 1)] + "~";
            var padded = Fill.Pad(text, widths[c], _columns[c].Right);
            if (LastShown(widths) == c) padded = padded.TrimEnd();
            line.Append(row >= 0 && _columns[c].Paint is { } paint ? paint(row, padded) : padded);
            if (LastShown(widths) != c) line.Indent(_gap);
        }

        page.Append(line.ToString().TrimEnd()).Append('\n');
        while (rest.Length > 0)
        {
            (var more, rest) = Break(rest, widths[0]);
            page.Indent(Indent).Append(row >= 0 && _columns[0].Paint is { } paint ? paint(row, more) : more).Append('\n');
        }
    }

    /// <summary>What fits on the line, and the rest; breaks at a blank where there is one.</summary>
    private static (string Line, string Remainder) Break(string text, int width)
    {
        if (text.Length <= width) return (text, "");
        var blank = text.LastIndexOf(' ', width);
        return blank > 0 ? (text[..blank], text[(blank + 1)..]) : (text[..width], text[width..]);
    }

    private static int LastShown(int[] widths)
    {
        var last = widths.Length - 1;
        while (widths[last] == 0) last--;
        return last;
    }

    private sealed record Track(string Header, bool Right, int Weight, Func<int, string, string>? Paint)
    {
        public int Least { get; init; }

        public int Most { get; init; }

        public Func<int, int, string>? Draw { get; init; }
    }
}
