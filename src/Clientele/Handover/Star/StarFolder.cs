using Clientele.Handover.Star.Project;

namespace Clientele.Handover.Star;

/// <summary>A star schema for Power BI and the like: tables as CSV, the model in words and as JSON, and a project that opens it.</summary>
internal sealed class StarFolder : IHandover
{
    public const string Model = "model.json";
    public const string Readme = "README.md";

    private static readonly string[] s_tables = ["sales", "customers", "segments", "clusters", "dates", "products"];

    public static Choice<IHandover> Choice { get; } = new(
        "star", "Tables for Power BI and the like: customers, segments, sales, dates and products as CSV, with a model and a project to open.", [], _ => new StarFolder());

    public string Folder => "star";

    public bool NeedsLines => true;

    public bool Writes(string file)
    {
        if (file is Model or Readme) return true;
        foreach (var table in s_tables)
        {
            if (file == table + ".csv") return true;
        }

        return PowerBiProject.Writes(file, s_tables);
    }

    public void Write(HandoverRun run, Func<string, Stream> create)
    {
        var book = StarBook.Of(run);
        foreach (var sheet in book.Sheets)
        {
            run.Cancellation.ThrowIfCancellationRequested();
            using var stream = create($"{Folder}/{sheet.Table.File}");
            sheet.Write(stream);
        }

        var put = new TextFiles(name => create($"{Folder}/{name}"));
        put.Json(Model, json => ModelJson.Write(json, book.Model, run));
        put.Text(Readme, text => text.Text(StarReadme.Of(book.Model, run)));
        PowerBiProject.Write(book.Model, put);
    }
}
