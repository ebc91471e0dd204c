using System.Numerics;
using System.Text;
using Clientele.Sales.Files;

namespace Clientele.Sales.Layouts;

/// <summary>Understands a sales file from a sample of its text.</summary>
internal static class LayoutReader
{
    /// <summary>Records that are looked at, at most, per piece of text.</summary>
    private const int MostRecords = 4000;

    /// <summary>The layout, or a <see cref="UserException"/> that says what to type.</summary>
    public static Layout Understand(string path, TextSample sample, ReadOptions options)
    {
        var decisions = new List<Decision>();
        var records = RecordLayout.Of(path, sample, options, decisions);
        var (columns, header) = (records.Columns, records.Columns.Header);
        var finder = new RoleFinder(columns, options, decisions);
        var roles = finder.Find();
        var notations = new NotationFinder(columns, roles, options, decisions);
        var numbers = notations.Numbers();
        var dates = notations.Dates();
        notations.Ids();
        MoneyRelation.Decide(columns, finder, numbers);
        var evidence = notations.Evidence;
        OneCurrency(path, evidence);
        return new Layout
        {
            Path = path,
            Text = records.Format(sample),
            SkippedLines = header.SkippedLines,
            HeaderLine = header.Line,
            Columns = header.Names,
            Roles = roles,
            Dates = dates,
            Numbers = numbers,
            FloatCustomerIds = evidence.FloatCustomerIds > 0 && evidence.OtherCustomerIds == 0,
            FloatInvoiceIds = evidence.FloatInvoiceIds > 0 && evidence.OtherInvoiceIds == 0,
            Sampled = evidence,
            Decisions = decisions,
        };
    }

    /// <summary>The records of all pieces of the sample under one dialect.</summary>
    internal static SampleTable Table(TextSample sample, Dialect dialect)
    {
        var table = new SampleTable(dialect.Format);
        table.Add(sample.Parts[0], dialect.Start, dialect.Line, sample.Complete, MostRecords);
        for (var i = 1; i < sample.Parts.Count; i++) table.Add(sample.Parts[i], 0, 0, whole: false, MostRecords);
        return table;
    }

    /// <summary>Refuses amounts in several currencies.</summary>
    internal static void OneCurrency(string path, in LayoutEvidence evidence)
    {
        if (BitOperations.PopCount(evidence.AmountCurrencies) > 1) throw LayoutProblems.Currencies(path, Currencies.List(evidence.AmountCurrencies));
        if (BitOperations.PopCount(evidence.ColumnCurrencies) > 1) throw LayoutProblems.Currencies(path, Currencies.List(evidence.ColumnCurrencies));
    }

    /// <summary>The lines above header or data, each cut to 40 bytes.</summary>
    internal static string Skipped(SampleTable table, Header header)
    {
        var first = header.Record < 0 ? header.FirstData : header.Record;
        if (first == 0) return "";
        var text = new StringBuilder("; skipped above it:");
        for (var i = 0; i < Math.Min(first, 50); i++)
        {
            var line = Words.Trim(table[i].Bytes);
            text.Append(i == 0 ? " " : " · ").Append(Words.OneLine(Encoding.UTF8.GetString(line[..Math.Min(line.Length, 40)])));
        }

        return text.ToString();
    }
}
