using Clientele.People.Typing;
using Clientele.Reports.Writing;

namespace Clientele.People.Describing;

/// <summary>The description as tables.</summary>
internal static class DescribeCsv
{
    public static void Columns(DescribeReport report, Stream output)
    {
        var text = new Utf8Text();
        text.Bytes("column,type,unit,count,missing,distinct,mean,median,mode,sd,min,q1,q3,max,skewness,excess_kurtosis,meaning,source,expression\n"u8);
        foreach (var column in report.Customers.Columns)
        {
            Cells(text, column.Name, TypeWords.Of(column.Nature), column.Unit);
            if (report.Numbers.FirstOrDefault(n => n.Column == column) is var (_, v))
            {
                Integers(text, v.Count, v.Missing, v.Distinct);
                foreach (var value in (double[])[v.Mean, v.Median, v.Mode, v.Sd, v.Min, v.Q1, v.Q3, v.Max, v.Skewness, v.ExcessKurtosis])
                {
                    text.Byte((byte)',');
                    text.Exact(value);
                }
            }
            else if (report.Categories.FirstOrDefault(c => c.Column == column) is var (_, levels, shares))
            {
                Integers(text, shares.Count, shares.Missing, shares.Distinct);
                text.Bytes(",,,"u8);
                text.Cell(shares.Mode < 0 ? "" : levels[shares.Mode]);
                text.Bytes(",,,,,,,"u8);
            }
            else if (report.Dates.FirstOrDefault(d => d.Column == column) is { } dates)
            {
                Integers(text, dates.Count, dates.Missing, dates.Distinct);
                text.Bytes(",,,,,"u8);
                if (dates.First is { } first) text.Date(first.Ticks, first.TimeOfDay == TimeSpan.Zero);
                text.Bytes(",,,"u8);
                if (dates.Last is { } last) text.Date(last.Ticks, last.TimeOfDay == TimeSpan.Zero);
                text.Bytes(",,"u8);
            }
            else
            {
                var other = report.Others.First(o => o.Column == column);
                Integers(text, other.Count, other.Missing, other.Distinct);
                text.Bytes(",,,,,,,,,,"u8);
            }

            var note = report.People?.Note(column.Name);
            text.Byte((byte)',');
            Cells(text, column.Meaning, note?.Source ?? "", note?.Expression ?? "");
            text.Byte((byte)'\n');
        }

        text.FlushTo(output);
    }

    public static void Categories(DescribeReport report, Stream output)
    {
        var text = new Utf8Text();
        text.Bytes("column,level,count,share\n"u8);
        foreach (var (column, levels, v) in report.Categories)
        {
            var shares = v.Shares();
            for (var i = 0; i < levels.Count; i++)
            {
                Cells(text, column.Name, levels[i]);
                Integers(text, v.Counts[i]);
                text.Byte((byte)',');
                text.Exact(shares[i]);
                text.Byte((byte)'\n');
            }
        }

        text.FlushTo(output);
    }

    public static void Histograms(DescribeReport report, Stream output)
    {
        var text = new Utf8Text();
        text.Bytes("column,from,to,count\n"u8);
        foreach (var (column, v) in report.Numbers)
        {
            for (var bin = 0; bin < v.Histogram.Counts.Length; bin++)
            {
                text.Cell(column.Name);
                text.Byte((byte)',');
                text.Exact(v.Histogram.Edges[bin]);
                text.Byte((byte)',');
                text.Exact(v.Histogram.Edges[bin + 1]);
                Integers(text, v.Histogram.Counts[bin]);
                text.Byte((byte)'\n');
            }
        }

        text.FlushTo(output);
    }

    public static void Relations(DescribeReport report, Stream output)
    {
        var text = new Utf8Text();
        text.Bytes("a,b,pearson,spearman,cramers_v,eta,rows\n"u8);
        foreach (var r in report.Relations)
        {
            Cells(text, r.A, r.B);
            foreach (var value in (double[])[r.Pearson, r.Spearman, r.CramersV, r.Eta])
            {
                text.Byte((byte)',');
                text.Exact(value);
            }

            Integers(text, r.Rows);
            text.Byte((byte)'\n');
        }

        text.FlushTo(output);
    }

    private static void Cells(Utf8Text text, params ReadOnlySpan<string> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0) text.Byte((byte)',');
            text.Cell(cells[i]);
        }
    }

    private static void Integers(Utf8Text text, params ReadOnlySpan<long> values)
    {
        foreach (var value in values)
        {
            text.Byte((byte)',');
            text.Integer(value);
        }
    }
}
