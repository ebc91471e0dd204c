using System.Text;

namespace Clientele.Web.Runs;

/// <summary>Rows of a CSV file of a run, one at a time: commas, double quotes where needed, line ends within quotes allowed.</summary>
internal sealed class CsvReader(TextReader text)
{
    private readonly List<string> _fields = [];
    private readonly StringBuilder _field = new();

    /// <summary>The next row, or null at the end. The list is used again for the row after. A quote that is never closed takes the rest.</summary>
    public List<string>? Next()
    {
        _fields.Clear();
        _field.Clear();
        var (quoted, any) = (false, false);
        for (var c = text.Read(); c >= 0; c = text.Read())
        {
            any = true;
            if (quoted && c != '"') _field.Append((char)c);
            else if (c == '"' && quoted && text.Peek() == '"') _field.Append((char)text.Read());
            else if (c == '"') quoted = !quoted;
            else if (c == ',') Close();
            else if (c == '\n') break;
            else if (c != '\r') _field.Append((char)c);
        }

        if (!any) return null;
        Close();
        return _fields;
    }

    /// <summary>Without the apostrophe that keeps a spreadsheet from running a text as a formula.</summary>
    public static string Plain(string cell) =>
        cell.Length > 1 && cell[0] == '\'' && (cell[1] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20') ? cell[1..] : cell;

    private void Close()
    {
        _fields.Add(_field.ToString());
        _field.Clear();
    }
}
