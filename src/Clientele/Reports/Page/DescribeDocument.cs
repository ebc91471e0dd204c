using Clientele.Customers;
using Clientele.People.Describing;
using Clientele.Reports.Page.Parts;
using Clientele.Reports.Writing;

namespace Clientele.Reports.Page;

/// <summary>The page of described customers: the same document as that of a segmentation, as far as a description tells it, and what is known of every column.</summary>
internal static class DescribeDocument
{
    /// <summary>UTF-8 without a byte order mark, safe inside a script element.</summary>
    /// <param name="report">What was found.</param>
    /// <param name="version">Of the program.</param>
    /// <param name="showValues">Customers are named.</param>
    public static byte[] Of(DescribeReport report, string version, bool showValues)
    {
        var text = new Utf8Text(1 << 18);
        var json = new JsonText(text, indented: false);
        json.Object().Integer("format", ReportDocument.Format).Text("version", version);
        PageTable.Files(json, report.Files);
        var customers = report.People is null ? report.Customers : new CustomerTable(report.Customers.Ids, PageTable.Columns(report.Customers.Columns));
        var dimensions = new List<Dimension>();
        Dimensions.AddColumns(dimensions, customers);
        CustomersJson.Write(json, customers, dimensions, showValues);
        new DescribePart(report).Write(json);
        json.EndObject();
        return text.Written.ToArray();
    }
}
