namespace Clientele.Segments;

/// <summary>One segment in numbers.</summary>
/// <param name="Name">As in <see cref="Segment.Name"/>.</param>
/// <param name="Group">As in <see cref="Segment.Group"/>.</param>
/// <param name="Customers">Customers.</param>
/// <param name="Share">Share of all customers, 0…1.</param>
/// <param name="Money">Exact money.</param>
/// <param name="MoneyShare">Share of all money, 0…1 unless returns outweigh sales; 0 when there is no money.</param>
/// <param name="Measures">One per numeric column of the table, in its order.</param>
public sealed record SegmentProfile(
    string Name, string Group, int Customers, double Share, Money Money, double MoneyShare, IReadOnlyList<ProfileMeasure> Measures);

/// <summary>One column over one segment.</summary>
/// <param name="Column">Name of the column.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Defined">Customers for whom it is defined; the mean and the median are theirs.</param>
/// <param name="Mean">NaN when it is defined for nobody.</param>
/// <param name="Median">NaN when it is defined for nobody.</param>
public sealed record ProfileMeasure(string Column, string Unit, int Defined, double Mean, double Median);
