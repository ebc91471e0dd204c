namespace Clientele.People;

/// <summary>What a column tells about a customer, recognised by its name and its description.</summary>
public enum ColumnPart
{
    /// <summary>Nothing in particular.</summary>
    None,

    /// <summary>What a campaign or a model is judged by: an answer, a complaint, churn. Never looked at when gaps are filled.</summary>
    Outcome,

    /// <summary>Year or day of birth, or age.</summary>
    Age,

    /// <summary>Money that comes in: income, salary.</summary>
    Income,

    /// <summary>Children and other people in the household.</summary>
    Household,

    /// <summary>Marriage and living together.</summary>
    Partner,

    /// <summary>Money spent on one kind of goods.</summary>
    Spend,

    /// <summary>Purchases made in one way: web, catalogue, store.</summary>
    Channel,

    /// <summary>Purchases made with a discount.</summary>
    Deals,

    /// <summary>Day on which the customer came.</summary>
    Enrolled,

    /// <summary>Worked out from other columns.</summary>
    Derived,
}
