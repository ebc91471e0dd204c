namespace Clientele.Explore;

/// <summary>What one analysis found: figures, and a table that is written as <c>NAME.csv</c>.</summary>
/// <param name="name">Name of the analysis in the catalog.</param>
public sealed class ExploreResult(string name)
{
    private readonly List<ExploreColumn> _columns = [];
    private readonly List<ExploreColumn> _figures = [];
    private readonly List<string> _notes = [];

    public string Name => name;

    /// <summary>Why there is nothing, in one sentence; null when there is something.</summary>
    public string? CannotTell { get; internal init; }

    /// <summary>Single values.</summary>
    public IReadOnlyList<ExploreColumn> Figures => _figures;

    /// <summary>The table, all columns of one length.</summary>
    public IReadOnlyList<ExploreColumn> Columns => _columns;

    /// <summary>What a reader must know, in sentences.</summary>
    public IReadOnlyList<string> Notes => _notes;

    public int Rows => _columns.Count == 0 ? 0 : _columns[0].Count;

    /// <summary>A column by name, or null.</summary>
    public ExploreColumn? Column(string column) => Find(_columns, column);

    /// <summary>A figure by name as a number; NaN when it is missing or not there.</summary>
    public double Figure(string figure) => Find(_figures, figure) is { } found ? found.Number(0) : double.NaN;

    /// <summary>A figure by name as exact money; zero when it is missing or not there.</summary>
    public Money MoneyFigure(string figure) => Find(_figures, figure) is { Kind: ExploreKind.Money } found ? found.Amount(0) : Money.Zero;

    /// <summary>A figure by name as text; empty when it is missing or not there.</summary>
    public string TextFigure(string figure) => Find(_figures, figure) is { Kind: ExploreKind.Text } found ? found.Text(0) : "";

    internal ExploreColumn New(string column, string meaning, ExploreKind kind)
    {
        var made = new ExploreColumn(column, meaning, kind);
        _columns.Add(made);
        return made;
    }

    internal void Note(string sentence) => _notes.Add(sentence);

    internal void Count(string figure, string meaning, long value) => NewFigure(figure, meaning, ExploreKind.Count).Add(value);

    internal void Amount(string figure, string meaning, in Money value) => NewFigure(figure, meaning, ExploreKind.Money).Add(in value);

    internal void Number(string figure, string meaning, double value) => NewFigure(figure, meaning, ExploreKind.Number).Add(value);

    internal void Text(string figure, string meaning, string value) => NewFigure(figure, meaning, ExploreKind.Text).Add(value);

    private ExploreColumn NewFigure(string figure, string meaning, ExploreKind kind)
    {
        var made = new ExploreColumn(figure, meaning, kind);
        _figures.Add(made);
        return made;
    }

    private static ExploreColumn? Find(List<ExploreColumn> columns, string name)
    {
        foreach (var column in columns)
        {
            if (column.Name == name) return column;
        }

        return null;
    }
}
