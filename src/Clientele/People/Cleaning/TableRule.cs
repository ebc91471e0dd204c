using Clientele.People.Reading;

namespace Clientele.People.Cleaning;

/// <summary>One way of cleaning a customer table.</summary>
public abstract class TableRule
{
    private protected TableRule()
    {
    }

    /// <summary>Does the work; takes everything down in the roster's book.</summary>
    internal abstract void Apply(Roster roster, DateTime? asOf, RunContext context);
}
