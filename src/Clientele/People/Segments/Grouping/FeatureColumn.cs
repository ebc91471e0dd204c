namespace Clientele.People.Segments.Grouping;

/// <summary>How a column becomes a coordinate: (treated value − centre) / spread.</summary>
/// <param name="Name">Of the column.</param>
/// <param name="Treatment"><c>number</c>, <c>log1p</c>, <c>order</c> (places of the levels), <c>frequency</c> (shares of the levels) or <c>category</c> (a coordinate per level).</param>
/// <param name="Centre">Mean of the treated values; 0 for categories.</param>
/// <param name="Spread">Their population standard deviation; for categories the coordinate of the level that applies.</param>
/// <param name="Fill">Taken where nothing is known: the median, of levels the commonest place.</param>
/// <param name="Filled">Customers that took it.</param>
/// <param name="Levels">Texts of the places; empty for numbers.</param>
/// <param name="Why">Why it is treated so, in words.</param>
public sealed record FeatureColumn(string Name, string Treatment, double Centre, double Spread, double Fill, int Filled, IReadOnlyList<string> Levels, string Why)
{
    public const string Number = "number";
    public const string Log = "log1p";
    public const string Order = "order";
    public const string Category = "category";
    public const string Frequency = "frequency";

    /// <summary>Of frequencies the share of each level among the known customers, from which new customers take theirs, too; else empty.</summary>
    public IReadOnlyList<double> Shares { get; init; } = [];

    /// <summary>Coordinates that it takes.</summary>
    public int Width => Treatment == Category ? Levels.Count : 1;

    /// <summary>A value, or the place of a level, as a coordinate.</summary>
    internal double Coordinate(double value) => (Treated(value) - Centre) / Spread;

    private double Treated(double value) => Treatment switch
    {
        Log => Numerics.Scaling.Log1p.Apply(value),
        Frequency => Shares[(int)value],
        _ => value,
    };
}
