namespace Clientele.Products;

/// <summary>One product in figures.</summary>
/// <param name="Product">Index in the sales' products.</param>
/// <param name="Code">As it stands in the file.</param>
/// <param name="Description">May be empty.</param>
/// <param name="Category">May be empty.</param>
public sealed record ProductFacts(int Product, string Code, string Description, string Category)
{
    /// <summary>1 is the best.</summary>
    public int Rank { get; init; }

    public Money Money { get; init; }

    /// <summary>Of the money of all products that count; of the pieces where there is no money.</summary>
    public double Share { get; init; }

    /// <summary>Share of this product and all better ones.</summary>
    public double Cumulative { get; init; }

    /// <summary>Pieces.</summary>
    public double Units { get; init; }

    public int Lines { get; init; }

    public int Orders { get; init; }

    public int Customers { get; init; }

    /// <summary>First and last sale, .NET ticks.</summary>
    public long First { get; init; }

    public long Last { get; init; }

    /// <summary><c>A</c>, <c>B</c> or <c>C</c>.</summary>
    public string Abc { get; init; } = "";

    /// <summary>Standard deviation of demand per period ÷ its mean, since the first sale; NaN with fewer than four periods.</summary>
    public double Variation { get; init; }

    /// <summary><c>X</c> (steady), <c>Y</c>, <c>Z</c>, or empty with fewer than four periods.</summary>
    public string Xyz { get; init; } = "";

    public LifeStage Stage { get; init; }

    /// <summary>Orders that hold it in the last days and in as many days before.</summary>
    public int RecentOrders { get; init; }

    public int EarlierOrders { get; init; }

    public double ReturnedUnits { get; init; }

    /// <summary>Pieces returned ÷ pieces sold before any return; NaN when none was sold.</summary>
    public double ReturnRate { get; init; }

    public PriceSpread Prices { get; init; } = PriceSpread.None;
}

/// <summary>Prices paid per piece, over the lines; NaN where the sales carry no prices.</summary>
/// <param name="Least">Lowest.</param>
/// <param name="Lower">Quarter of the lines lie below.</param>
/// <param name="Median">Half.</param>
/// <param name="Upper">Three quarters.</param>
/// <param name="Most">Highest.</param>
/// <param name="Usual">The commonest price to the cent; of equally common ones the higher.</param>
/// <param name="Discounted">Share of the pieces sold below the usual price by more than 0.5 %.</param>
/// <param name="Depth">What those were cheaper by, as a share of the usual price; NaN when there were none.</param>
public sealed record PriceSpread(double Least, double Lower, double Median, double Upper, double Most, double Usual, double Discounted, double Depth)
{
    public static PriceSpread None { get; } = new(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);
}

/// <summary>Where a product is in its life; <see cref="LifeCycle"/> says the rules.</summary>
public enum LifeStage
{
    /// <summary>Too little is known.</summary>
    Unclear,
    New,
    Growing,
    Stable,
    Declining,
    Dead,
}
