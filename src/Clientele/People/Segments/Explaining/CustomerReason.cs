namespace Clientele.People.Segments.Explaining;

/// <summary>Why a customer is in a segment and not in the next one.</summary>
/// <param name="Customer">Place in the table, by id.</param>
/// <param name="Segment">Its segment.</param>
/// <param name="Distance">From the segment's mean, in standard deviations of the columns.</param>
/// <param name="Next">The segment whose mean is next; −1 when there is one segment only.</param>
/// <param name="NextDistance">From that one's.</param>
/// <param name="Pushes">The columns, the strongest push first.</param>
public sealed record CustomerReason(int Customer, int Segment, double Distance, int Next, double NextDistance, IReadOnlyList<Push> Pushes)
{
    /// <summary>Campaigns and other outcomes of yes and no that the customer said yes to, by name.</summary>
    public IReadOnlyList<string> Yes { get; init; } = [];
}

/// <summary>What one column does.</summary>
/// <param name="Column">Of the table.</param>
/// <param name="Value">The customer's value, in words.</param>
/// <param name="Own">Typical of its segment, in words.</param>
/// <param name="Other">Typical of the next segment, in words.</param>
/// <param name="Toward">Squared distance to the next segment's mean less that to the own one's along this column: above 0 it holds the
/// customer here, below 0 it pulls to the next.</param>
public sealed record Push(string Column, string Value, string Own, string Other, double Toward);
