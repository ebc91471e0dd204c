namespace Clientele.People.Segments.Answers;

/// <summary>How one segment answered one campaign, or has any other outcome of yes and no.</summary>
/// <param name="Column">The campaign's column.</param>
/// <param name="Segment">From 0.</param>
/// <param name="Customers">Of the segment whose answer is known.</param>
/// <param name="Yes">Of them, who said yes.</param>
/// <param name="Rate">Yes / customers; NaN without customers.</param>
/// <param name="Low">Lower end of Wilson's interval at 95 %.</param>
/// <param name="High">Upper end.</param>
/// <param name="Overall">Rate of all customers.</param>
/// <param name="Rest">Rate of the other segments together.</param>
/// <param name="Lift">Rate / overall; NaN when nobody said yes.</param>
/// <param name="P">Of the test against the rest; NaN when there is no rest.</param>
/// <param name="Adjusted">The same, corrected for all comparisons [Hol79].</param>
/// <param name="Test">The test: <c>fisher</c> where fewer than five are expected anywhere, else <c>z</c>.</param>
public sealed record Answer(
    string Column, int Segment, long Customers, long Yes, double Rate, double Low, double High, double Overall, double Rest, double Lift, double P, double Adjusted, string Test)
{
    public const double Level = 0.05;

    /// <summary>Different from the rest beyond what chance explains, all comparisons counted.</summary>
    public bool Differs => Adjusted <= Level;
}
