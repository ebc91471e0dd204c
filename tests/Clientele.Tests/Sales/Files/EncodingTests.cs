using System.Text;
using Clientele.Sales;
using Clientele.Sales.Files;
using FsCheck;
using FsCheck.Fluent;

namespace Clientele.Tests.Sales.Files;

public sealed class EncodingTests : IDisposable
{
    private const string German = "Kunde;Name;Betrag\n1;Müller;2,50 €\n2;Käse;3,75\n";

    private readonly Scratch _scratch = new();

    public static TheoryData<string, bool> Encodings => new()
    {
        { "utf-8", false }, { "utf-8", true },
        { "utf-16le", false }, { "utf-16le", true },
        { "utf-16be", false }, { "utf-16be", true },
        { "windows-1252", false }, { "iso-8859-1", false }, { "macintosh", false }, { "ibm437", false }, { "ibm850", false },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Any_text_written_is_read_back(string name, bool mark)
    {
        var letters = Letters(name);
        var texts = Gen.Elements(letters).NonEmptyListOf().Select(l => "id,text\n" + string.Concat(l) + "\n");
        Check.One(
            Cases.Of(150),
            Prop.ForAll(texts.ToArbitrary(), text =>
            {
                var path = _scratch.Write("t.csv", Bytes(name, mark, text));
                // Single bytes are announced; the others are found out.
                var asked = CodePage.Find(name) is null ? null : name;
                return Encoding.UTF8.GetString(Scratch.ReadAll(path, asked, piece: 7)) == text
                    && Encoding.UTF8.GetString(Scratch.Take(path, asked).Parts[0]) == text;
            }));
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Long_texts_cross_every_buffer(string name, bool mark)
    {
        var random = new Random(11);
        var letters = Letters(name);
        var text = new StringBuilder("id,text\n");
        while (text.Length < 300_000) text.Append(random.Next(20) == 0 ? "\n" : letters[random.Next(letters.Length)]);
        var bytes = Bytes(name, mark, text.ToString());
        var expected = Encoding.UTF8.GetBytes(text.ToString());
        var asked = CodePage.Find(name) is null ? null : name;
        foreach (var path in new[] { _scratch.Write("t.csv", bytes), _scratch.Write("t.csv.gz", Scratch.Gzip(bytes)) })
        {
            foreach (var piece in new[] { 63, 64, 4099, 1 << 17 }) Assert.Equal(expected, Scratch.ReadAll(path, asked, piece: piece));
            var sample = Scratch.Take(path, asked);
            Assert.False(sample.Complete);
            Assert.Equal(name, sample.Encoding);
            Assert.True(expected.AsSpan().StartsWith(sample.Parts[0]));
            foreach (var part in sample.Parts.Skip(1)) Assert.True(expected.AsSpan().IndexOf(part) is > 0 and var at && expected[at - 1] == '\n');
        }
    }

    [Theory]
    [InlineData("windows-1252", "Müller", "--encoding windows-1252 or iso-8859-1 reads 'Müller'")]
    [InlineData("macintosh", "Müller", "--encoding macintosh reads 'Müller'")]
    [InlineData("ibm850", "Käse für Müller", "reads 'Käse'")]
    [InlineData("windows-1252", "£5.99", "--encoding windows-1252 or iso-8859-1 or macintosh reads '£5.99'")]
    [InlineData("windows-1252", "Café “Élan”", "--encoding windows-1252 reads 'Café'")]
    public void Unannounced_bytes_are_an_error_with_place_and_proposal(string encoding, string word, string proposal)
    {
        var path = _scratch.Write("k.csv", Bytes(encoding, false, $"Kunde;Name\n1;Ann\n2;{word}\n"));
        var trouble = Scratch.Refused(() => Scratch.Take(path));
        Assert.Equal("encoding.unannounced", trouble.Code);
        var column = 3 + word.IndexOfAny(['ü', 'ä', 'é', '£']);
        Assert.Contains($":3:{column}: ", trouble.What, StringComparison.Ordinal);
        Assert.Contains($"at offset {17 + column - 1} ", trouble.What, StringComparison.Ordinal);
        Assert.Contains(proposal, trouble.Fix, StringComparison.Ordinal);
        Assert.DoesNotContain('\uFFFD', trouble.Message);
        var first = trouble.Fix[trouble.Fix.IndexOf("--encoding", StringComparison.Ordinal)..].Split(' ')[1];
        Assert.Contains(word, Encoding.UTF8.GetString(Scratch.ReadAll(path, first)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cut_character_in_utf8_text_is_not_taken_for_another_encoding()
    {
        byte[] text = [.. Encoding.UTF8.GetBytes("Kunde;Ort\n1;Zürich\n2;Köln\n3;Z"), 0xC3, .. Encoding.UTF8.GetBytes("\n4;Málaga\n")];
        var trouble = Scratch.Refused(() => Scratch.Take(_scratch.Write("k.csv", text)));
        Assert.Equal("encoding.damaged", trouble.Code);
        Assert.Contains("k.csv:4:4: byte 0xC3", trouble.What, StringComparison.Ordinal);
        Assert.DoesNotContain("windows", trouble.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Far_behind_the_beginning_the_line_is_right_too()
    {
        var lines = string.Concat(Enumerable.Range(1, 40_000).Select(i => $"{i};Ann\n"));
        var bytes = Encoding.Latin1.GetBytes(lines);
        var half = bytes.AsSpan(bytes.Length / 2).IndexOf((byte)'A') + bytes.Length / 2 + 8 * 100;
        half = bytes.AsSpan(half).IndexOf((byte)'A') + half;
        bytes[half] = 0xC4;
        var trouble = Scratch.Refused(() => Scratch.Take(_scratch.Write("k.csv", bytes)));
        var line = bytes.AsSpan(0, half).Count((byte)'\n') + 1;
        Assert.Contains($"k.csv:{line}:", trouble.What, StringComparison.Ordinal);
        Assert.Contains("'Änn'", trouble.Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("shift_jis", "8B8E91BD94928DD5")]
    [InlineData("koi8-r", "EDCFD3CBD7C120F2CFD3D3C9D1")]
    [InlineData("gb18030", "BFCDBBA7C3FBB3C6")]
    public void Other_code_pages_are_an_error(string name, string hex)
    {
        byte[] bytes = [.. "id,name\n1,"u8, .. Convert.FromHexString(hex), .. "\n"u8];
        var trouble = Scratch.Refused(() => Scratch.Take(_scratch.Write("o.csv", bytes)));
        Assert.Equal("encoding.unannounced", trouble.Code);
        Assert.Contains("iconv", trouble.Fix, StringComparison.Ordinal);
        Assert.Equal("encoding.unknown", Scratch.Refused(() => Scratch.Take(_scratch.Write("o.csv", bytes), name)).Code);
    }

    [Fact]
    public void A_byte_that_means_nothing_in_the_encoding_asked_for_is_an_error()
    {
        var path = _scratch.Write("d.csv", Bytes("ibm850", false, "Kunde;Ort\n1;Zürich\n"));
        var trouble = Scratch.Refused(() => Scratch.Take(path, "windows-1252"));
        Assert.Equal("encoding.wrong", trouble.Code);
        Assert.Contains(":2:4:", trouble.What, StringComparison.Ordinal);
        Assert.Contains("'Zürich'", trouble.Fix, StringComparison.Ordinal);

        var late = _scratch.Write("late.csv", [.. Enumerable.Repeat("1;Bern\n"u8.ToArray(), 20_000).SelectMany(b => b), .. Bytes("ibm850", false, "1;Zürich\n"), .. Enumerable.Repeat("1;Bern\n"u8.ToArray(), 20_000).SelectMany(b => b)]);
        using var stream = TextStream.Open(late, new TextFormat { Encoding = "windows-1252" }, null);
        trouble = Scratch.Refused(() => Scratch.Drain(stream, 1000));
        Assert.Contains("late.csv:20001:4:", trouble.What, StringComparison.Ordinal);
        Assert.Contains("offset 140,003 ", trouble.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Truncation_inside_a_character_is_an_error_with_its_offset()
    {
        foreach (var (name, mark, cut, offset) in new[] { ("utf-8", false, 1, 7), ("utf-8", true, 2, 10), ("utf-16le", true, 1, 16), ("utf-16be", false, 1, 14) })
        {
            var bytes = Bytes(name, mark, "a,b\n1,é€"[..(name == "utf-8" ? 6 : 8)] + (name == "utf-8" ? "x€" : ""));
            var path = _scratch.Write("cut.csv", bytes[..^cut]);
            var trouble = Scratch.Refused(() => Scratch.ReadAll(path));
            Assert.Equal("encoding.truncated", trouble.Code);
            Assert.Contains($"inside a character at byte {offset}", trouble.What, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("D800 0061")]
    [InlineData("DC00 0061")]
    [InlineData("D800 D800")]
    [InlineData("D83D")]
    public void Half_a_surrogate_pair_is_an_error(string units)
    {
        foreach (var big in new[] { false, true })
        {
            var bytes = new List<byte>(Bytes(big ? "utf-16be" : "utf-16le", true, "a,b\n1,"));
            foreach (var unit in units.Split(' '))
            {
                var pair = Convert.FromHexString(unit);
                bytes.AddRange(big ? pair : [pair[1], pair[0]]);
            }

            var code = Scratch.Refused(() => Scratch.ReadAll(_scratch.Write("s.csv", bytes.ToArray()))).Code;
            Assert.Equal(units.Length > 4 ? "encoding.lone-surrogate" : "encoding.truncated", code);
        }
    }

    [Fact]
    public void Utf32_is_an_error_with_and_without_mark()
    {
        foreach (var big in new[] { false, true })
        {
            var encoding = new UTF32Encoding(big, byteOrderMark: true);
            var text = encoding.GetBytes("id,name\n1,Ann\n");
            Assert.Equal("encoding.utf-32", Scratch.Refused(() => Scratch.Take(_scratch.Write("u.csv", [.. encoding.GetPreamble(), .. text]))).Code);
            Assert.Equal("encoding.utf-32", Scratch.Refused(() => Scratch.Take(_scratch.Write("u.csv", text))).Code);
        }
    }

    [Fact]
    public void Ebcdic_is_named()
    {
        var text = "C3A4A2A396948599406040D5819485406B40C194A496A495A315F1F2F34060C19595405B404B40F2F54B15"u8;
        var bytes = Convert.FromHexString(Encoding.ASCII.GetString(text));
        Assert.Equal("encoding.ebcdic", Scratch.Refused(() => Scratch.Take(_scratch.Write("m.txt", bytes))).Code);
    }

    [Fact]
    public void A_mark_wins_over_the_option_and_the_decision_says_so()
    {
        var sample = Scratch.Take(_scratch.Write("m.csv", Bytes("utf-8", true, German)), "windows-1252");
        Assert.Equal("utf-8", sample.Encoding);
        Assert.Equal(German, Encoding.UTF8.GetString(sample.Parts[0]));
        Assert.Contains("cannot change", sample.Decisions[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Asking_for_a_single_byte_encoding_of_utf8_text_is_noted()
    {
        var sample = Scratch.Take(_scratch.Write("m.csv", Bytes("utf-8", false, "a\nKäse\n")), "windows-1252");
        Assert.Equal("a\nKÃ¤se\n", Encoding.UTF8.GetString(sample.Parts[0]));
        Assert.Contains("reads as UTF-8, too", sample.Decisions[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Forbidden_forms_are_left_to_the_lines_but_not_in_the_first()
    {
        byte[] later = [.. "a,b\n1,x\n2,"u8, 0xC0, 0xAF, .. "\n3,y\n"u8];
        Assert.Equal(later, Scratch.ReadAll(_scratch.Write("m.csv", later)));
        byte[] header = [.. "a,b"u8, 0xC0, 0xAF, .. "\n1,x\n"u8];
        var trouble = Scratch.Refused(() => Scratch.Take(_scratch.Write("m.csv", header)));
        Assert.Contains("m.csv:1:4: C0 AF", trouble.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Latin1", "iso-8859-1")]
    [InlineData("CP1252", "windows-1252")]
    [InlineData(" utf_8 ", "utf-8")]
    [InlineData("UTF-16LE", "utf-16le")]
    public void Names_have_many_spellings(string typed, string name) => Assert.Equal(name, EncodingNames.Normalize(typed));

    [Fact]
    public void The_supported_names_are_those_that_the_message_lists()
    {
        foreach (var name in EncodingNames.All.Split(", ")) Assert.Equal(name, EncodingNames.Normalize(name));
        Assert.Contains("iconv", Scratch.Refused(() => EncodingNames.Normalize("klingon")).Fix, StringComparison.Ordinal);
    }

    public void Dispose() => _scratch.Dispose();

    internal static byte[] Bytes(string name, bool mark, string text)
    {
        var encoding = name switch
        {
            "utf-8" => new UTF8Encoding(mark),
            "utf-16le" => new UnicodeEncoding(bigEndian: false, mark),
            "utf-16be" => new UnicodeEncoding(bigEndian: true, mark),
            "iso-8859-1" => Encoding.Latin1,
            "windows-1252" => CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
            "macintosh" => CodePagesEncodingProvider.Instance.GetEncoding(10000)!,
            "ibm437" => CodePagesEncodingProvider.Instance.GetEncoding(437)!,
            _ => CodePagesEncodingProvider.Instance.GetEncoding(850)!,
        };
        return [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
    }

    /// <summary>ASCII and every character of a single-byte encoding; for the others a choice of all lengths.</summary>
    private static string[] Letters(string name)
    {
        var ascii = Enumerable.Range(0x20, 0x5F).Select(c => ((char)c).ToString());
        return CodePage.Find(name) is { } page
            ? [.. ascii, .. Enumerable.Range(0x80, 0x80).Select(b => page[(byte)b]).Where(c => c != '\0').Select(c => c.ToString())]
            : [.. ascii, "é", "ß", "€", "中", "\uFEFF", "\uFFFF", "😀", "𝄞", "\u0301", "\u00A0"];
    }
}
