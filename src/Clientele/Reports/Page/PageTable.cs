using Clientele.Customers;
using Clientele.People;
using Clientele.Reports.Writing;
using Nature = Clientele.Tables.ColumnKind;

namespace Clientele.Reports.Page;

/// <summary>The columns of a table as the page takes them: without ids and free text, names that mean something to the page given way.</summary>
internal static class PageTable
{
    private static readonly string[] s_taken = ["monetary", "segment", "cluster", "r", "f", "m"];

    /// <summary>Money is a number here: only the page's own column of money is exact.</summary>
    /// <param name="columns">The table's.</param>
    /// <param name="all">With ids and free text.</param>
    /// <param name="before">The page's own, which stand first.</param>
    public static List<CustomerColumn> Columns(IEnumerable<CustomerColumn> columns, bool all = false, params ReadOnlySpan<CustomerColumn> before)
    {
        var (made, names) = (new List<CustomerColumn>(), new HashSet<string>(s_taken, StringComparer.Ordinal));
        foreach (var column in before) made.Add(column);
        foreach (var column in columns)
        {
            if (!all && column.Nature is (Nature.Id or Nature.Text)) continue;
            var name = column.Name;
            while (!names.Add(name)) name += " in the table";
            made.Add(column with { Name = name, Kind = column.Kind == ColumnKind.Money ? ColumnKind.Number : column.Kind });
        }

        return made;
    }

    /// <summary>The files and how each was understood, as <c>inputs</c> and <c>layouts</c>.</summary>
    public static void Files(JsonText json, IReadOnlyList<PeopleFile> files)
    {
        json.List("inputs");
        foreach (var file in files) json.Object().Text("path", file.Path).Integer("bytes", file.Bytes).Text("hash", file.Hash).Integer("lines", file.Rows).EndObject();
        json.EndList().List("layouts");
        foreach (var file in files)
        {
            json.Object().Object("columns").EndObject().List("decisions");
            foreach (var d in file.Decisions) json.Object().Text("subject", d.Subject).Text("value", d.Value).Text("reason", d.Reason).Text("override", d.Override).EndObject();
            json.EndList().EndObject();
        }

        json.EndList();
    }
}
