using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Clientele.Web.Runs;

/// <summary>profiles.csv as rows of named values.</summary>
internal sealed class Profiles
{
    private const int MostBytes = 16 << 20;

    private static readonly SearchValues<char> s_digits = SearchValues.Create("0123456789.");

    private static readonly string[] s_texts = ["method", "segment", "group", "why"];

    private readonly List<string[]> _rows;

    private Profiles(List<string[]> rows) => _rows = rows;

    public int Count => Math.Max(0, _rows.Count - 1);

    /// <summary>Reads the file as it is now.</summary>
    /// <exception cref="UserException">The file is missing or damaged.</exception>
    public static Profiles Read(RunFolderFiles folder)
    {
        var rows = CsvRows.Parse(Encoding.UTF8.GetString(folder.Read(RunFolderFiles.Profiles, MostBytes)));
        if (rows.Count == 0 || rows.Exists(row => row.Length != rows[0].Length)) throw Problems.Damaged(RunFolderFiles.Profiles, "its rows differ in length");
        return new Profiles(rows);
    }

    /// <summary>The value of a column in a row, or an empty text when there is no such column.</summary>
    public string this[int row, string column] => Array.IndexOf(_rows[0], column) is var at && at >= 0 ? _rows[row + 1][at] : "";

    /// <summary>A list of objects: texts as texts, measures as numbers, null where a segment has none.</summary>
    public ReadOnlyMemory<byte> ToJson()
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartArray();
            for (var row = 1; row < _rows.Count; row++)
            {
                json.WriteStartObject();
                for (var column = 0; column < _rows[0].Length; column++) Write(json, _rows[0][column], _rows[row][column]);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return bytes.WrittenMemory;
    }

    /// <summary>A number keeps its digits.</summary>
    private static void Write(Utf8JsonWriter json, string name, string value)
    {
        json.WritePropertyName(name);
        if (Array.IndexOf(s_texts, name) >= 0) json.WriteStringValue(value);
        else if (value.Length == 0) json.WriteNullValue();
        else if (IsNumber(value)) json.WriteRawValue(value, skipInputValidation: false);
        else json.WriteStringValue(value);
    }

    /// <summary>Plain digits as JSON writes them too.</summary>
    private static bool IsNumber(string value)
    {
        var digits = value.AsSpan(value[0] == '-' ? 1 : 0);
        if (digits.IsEmpty || (digits.Length > 1 && digits[0] == '0' && digits[1] != '.')) return false;
        return char.IsAsciiDigit(digits[0]) && char.IsAsciiDigit(digits[^1]) && digits.Count('.') <= 1 && !digits.ContainsAnyExcept(s_digits)
            && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number);
    }
}
