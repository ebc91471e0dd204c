using Clientele.Explore;
using Clientele.Reports.Writing;

namespace Clientele.Reports.Page.Parts;

/// <summary>Every analysis with its figures and its table, under <c>explore</c>.</summary>
/// <remarks>Money is rounded to the cent, other numbers to seven digits: enough to draw; the CSV files have every digit.</remarks>
internal sealed class ExplorePart(ExploreReport report) : IReportPart
{
    /// <summary>Rows of one table at most: 20 years of days.</summary>
    private const int MostRows = 8000;

    public void Write(JsonText json)
    {
        json.Object("explore");
        foreach (var result in report.Results)
        {
            json.Object(result.Name).Text("cannotTell", result.CannotTell).Texts("notes", result.Notes).Object("figures");
            foreach (var figure in result.Figures) Value(json, figure.Name, figure, 0);
            json.EndObject().List("columns");
            foreach (var column in result.Columns) json.Text(null, column.Name);
            json.EndList().List("rows");
            for (var row = 0; row < Math.Min(result.Rows, MostRows); row++)
            {
                json.List();
                foreach (var column in result.Columns) Value(json, null, column, row);
                json.EndList();
            }

            json.EndList().EndObject();
        }

        json.EndObject();
    }

    private static void Value(JsonText json, string? name, ExploreColumn column, int row)
    {
        if (!column.Has(row)) json.Text(name, null);
        else if (column.Kind == ExploreKind.Text) json.Text(name, column.Text(row));
        else if (column.Kind == ExploreKind.Count) json.Integer(name, column.Whole(row));
        else if (column.Kind == ExploreKind.Money) json.Number(name, Round.Cents(column.Number(row)));
        else json.Number(name, Round.Digits(column.Number(row)));
    }
}
