using System.IO.Compression;
using System.Text;
using Clientele.Sales;
using Clientele.Sales.Files;
using Clientele.Sales.Layouts;

namespace Clientele.Tests.Sales.Layouts;

/// <summary>Text samples for tests: from text, from samples/, from the shared data sets.</summary>
internal static class Samples
{
    private const int HeadSize = 64 << 10;

    public static TextSample Of(string text, Container container = Container.Plain) => Of(Encoding.UTF8.GetBytes(text), container);

    public static TextSample Of(byte[] text, Container container = Container.Plain)
    {
        var complete = text.Length <= HeadSize;
        var head = complete ? text : text[..(text.AsSpan(0, HeadSize).LastIndexOf((byte)'\n') + 1)];
        return new(container, "utf-8", false, null, [head], complete, text.Length, []);
    }

    /// <summary>The sample as it is cut from a large file: the head and a piece from the middle and the end.</summary>
    public static TextSample Data(string name)
    {
        var bytes = DataBytes(name);
        var sample = Of(bytes);
        if (sample.Complete) return sample;
        return sample with { Parts = [sample.Parts[0], Piece(bytes, bytes.Length / 2), Piece(bytes, bytes.Length - 16384)] };
    }

    /// <summary>A shared data set without its byte order mark.</summary>
    public static byte[] DataBytes(string name)
    {
        var path = Path.GetFullPath(Path.Combine(Root(), "..", "shared", "data", name + ".gz"));
        Assert.True(File.Exists(path), $"The data set {path} is missing: mount the shared data beside the repository.");
        using var file = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var memory = new MemoryStream();
        file.CopyTo(memory);
        var bytes = memory.ToArray();
        return bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
    }

    public static string Root()
    {
        for (var at = AppContext.BaseDirectory; at is not null; at = Path.GetDirectoryName(at))
        {
            if (File.Exists(Path.Combine(at, "Clientele.slnx"))) return at;
        }

        throw new InvalidOperationException("Clientele.slnx is not above the test program.");
    }

    public static Layout Understand(string text, ReadOptions? options = null) => LayoutReader.Understand("shop.csv", Of(text), options ?? ReadOptions.Default);

    public static UserException Refuse(string text, ReadOptions? options = null) => Assert.Throws<UserException>(() => Understand(text, options));

    public static ReadOptions Columns(params (Role Role, string Column)[] columns) =>
        new() { Columns = columns.ToDictionary(c => c.Role, c => c.Column) };

    /// <summary>The layout's roles as text: <c>customer=CustomerID date=InvoiceDate</c> in the order of the roles.</summary>
    public static string Roles(Layout layout) =>
        string.Join(' ', layout.Roles.OrderBy(r => r.Key).Select(r => $"{r.Key.ToString().ToLowerInvariant()}={layout.Columns[r.Value]}"));

    public static Decision Decision(Layout layout, string subject) => layout.Decisions.Last(d => d.Subject == subject);

    /// <summary>The pass over all lines, as far as the layout is concerned.</summary>
    public static LayoutEvidence Pass(Layout layout, byte[] text)
    {
        LayoutEvidence evidence = default;
        var fields = new FieldList();
        var line = 0;
        for (var at = 0; at < text.Length;)
        {
            var end = FieldSplitter.Split(text, at, SplitFormat.Of(layout.Text), fields);
            line += text.AsSpan(at, end.Next - at).Count((byte)'\n');
            at = end.Next;
            if (line <= layout.SkippedLines || fields.Count != layout.Columns.Count) continue;
            foreach (var (role, column) in layout.Roles)
            {
                var cell = text.AsSpan(fields.Start(column), fields.End(column) - fields.Start(column));
                if (role == Role.Customer) IdEvidence.ObserveCustomer(cell, ref evidence);
                if (role == Role.Invoice) IdEvidence.ObserveInvoice(cell, ref evidence);
                if (role == Role.Currency) NumberEvidence.ObserveCurrency(cell, ref evidence);
                if (role is Role.Quantity or Role.Price or Role.Amount) NumberEvidence.Observe(cell, ref evidence);
                if (role == Role.Date) _ = DateParser.TryParse(cell, layout.Dates!, out _, ref evidence);
            }
        }

        return evidence;
    }

    private static byte[] Piece(byte[] text, int from)
    {
        var start = from + text.AsSpan(from).IndexOf((byte)'\n') + 1;
        var piece = text.AsSpan(start, Math.Min(16384, text.Length - start));
        return piece[..(piece.LastIndexOf((byte)'\n') + 1)].ToArray();
    }
}
