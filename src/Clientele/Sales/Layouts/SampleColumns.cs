using System.Globalization;
using System.Text;

namespace Clientele.Sales.Layouts;

/// <summary>The columns of a sample: names, folded names, what they hold.</summary>
internal sealed class SampleColumns
{
    private readonly byte[][] _folded;
    private readonly byte[][] _spaced;

    public SampleColumns(string path, SampleTable table, Header header)
    {
        Path = path;
        Table = table;
        Header = header;
        Profiles = new ColumnProfile[header.Width];
        _folded = new byte[header.Width][];
        _spaced = new byte[header.Width][];
        for (var i = 0; i < header.Width; i++)
        {
            Profiles[i] = ColumnProfile.Of(table, header.FirstData, header.Width, i);
            var name = header.Record < 0 ? "" : header.Names[i];
            _folded[i] = Fold(name, gaps: false);
            _spaced[i] = Fold(name, gaps: true);
        }
    }

    public string Path { get; }

    public SampleTable Table { get; }

    public Header Header { get; }

    public ColumnProfile[] Profiles { get; }

    public int Count => Header.Width;

    public string Name(int column) => Header.Names[column];

    public int Rank(Role role, int column) => RoleNames.Rank(role, _folded[column], _spaced[column]);

    public bool IsOtherDate(int column) => RoleNames.IsOtherDate(_spaced[column]);

    /// <summary>A record that is data and as wide as the header.</summary>
    public bool IsData(int record) => record >= Header.FirstData && Table[record].Fields == Count && Table[record].Whole;

    /// <summary>The column that a person named: the name as it stands, else folded, else a 1-based number.</summary>
    public int Find(Role role, string asked)
    {
        var found = -1;
        for (var i = 0; i < Count; i++)
        {
            if (!string.Equals(Name(i), asked.Trim(), StringComparison.Ordinal)) continue;
            if (found >= 0) throw LayoutProblems.NameTwice(this, role, asked, found, i);
            found = i;
        }

        if (found >= 0) return found;
        var folded = Fold(asked, gaps: false);
        for (var i = 0; i < Count && folded.Length > 0 && Header.Record >= 0; i++)
        {
            if (!_folded[i].AsSpan().SequenceEqual(folded)) continue;
            if (found >= 0) throw LayoutProblems.NameTwice(this, role, asked, found, i);
            found = i;
        }

        if (found >= 0) return found;
        var digits = asked.AsSpan().Trim();
        if (digits.StartsWith("column ", StringComparison.OrdinalIgnoreCase)) digits = digits[7..];
        if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= Count) return number - 1;
        throw LayoutProblems.NoSuchColumn(this, role, asked);
    }

    /// <summary>Whether two columns name the same things: each value of one always beside the same value of the other.</summary>
    public bool OneToOne(int first, int second)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        var back = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = Header.FirstData; i < Table.Count; i++)
        {
            if (!IsData(i)) continue;
            string a = Table.CellText(i, first), b = Table.CellText(i, second);
            if (!pairs.TryAdd(a, b) && !string.Equals(pairs[a], b, StringComparison.Ordinal)) return false;
            if (!back.TryAdd(b, a) && !string.Equals(back[b], a, StringComparison.Ordinal)) return false;
        }

        return pairs.Count > 1;
    }

    private static byte[] Fold(string name, bool gaps)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        var folded = new byte[bytes.Length * 2 + 8];
        return folded[..Words.Fold(bytes, folded, gaps)];
    }
}
