namespace Clientele.Handover.Star.Project;

/// <summary>A column or a figure in a chart.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Name">Its name there.</param>
/// <param name="IsMeasure">A figure of the model, not a column.</param>
internal sealed record StarField(string Table, string Name, bool IsMeasure);

/// <summary>One chart, table, card or slicer of a page.</summary>
/// <param name="Name">Once on its page; also the name of its folder.</param>
/// <param name="Type">As PBIR calls it: barChart, lineChart, tableEx, card, slicer.</param>
/// <param name="Title">Shown above it.</param>
/// <param name="Box">Left, top, width and height in pixels.</param>
/// <param name="Roles">What is shown where: Category, Y, Values.</param>
internal sealed record StarVisual(string Name, string Type, string Title, (int X, int Y, int Width, int Height) Box, IReadOnlyList<(string Role, IReadOnlyList<StarField> Fields)> Roles)
{
    /// <summary>The order of its marks; null leaves it to the program.</summary>
    public (StarField By, bool Descending)? Order { get; init; }

    /// <summary>The figure that gives each mark its colour, or null.</summary>
    public StarField? Colour { get; init; }
}

/// <summary>A page of the project's report.</summary>
internal sealed record StarPage(string Name, string Title, IReadOnlyList<StarVisual> Visuals);
