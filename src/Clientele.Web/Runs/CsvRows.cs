using System.Text;

namespace Clientele.Web.Runs;

/// <summary>Rows of a small CSV file of a run folder: commas, double quotes where needed, line ends within quotes allowed.</summary>
internal static class CsvRows
{
    /// <summary>All rows; a quote that is never closed takes the rest.</summary>
    public static List<string[]> Parse(string text)
    {
        var rows = new List<string[]>();
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        var pending = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            pending = true;
            if (quoted)
            {
                if (c != '"') field.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"') field.Append(text[++i]);
                else quoted = false;
            }
            else if (c == '"')
            {
                quoted = true;
            }
            else if (c == ',')
            {
                Close(fields, field);
            }
            else if (c == '\n')
            {
                Close(fields, field);
                rows.Add([.. fields]);
                fields.Clear();
                pending = false;
            }
            else if (c != '\r')
            {
                field.Append(c);
            }
        }

        if (!pending) return rows;
        Close(fields, field);
        rows.Add([.. fields]);
        return rows;
    }

    private static void Close(List<string> fields, StringBuilder field)
    {
        fields.Add(field.ToString());
        field.Clear();
    }
}
