namespace Clientele.Sales;

/// <summary>What a column of a sales file means.</summary>
public enum Role
{
    Customer,
    Invoice,
    Product,
    Description,
    Quantity,
    Price,
    Amount,
    Date,
    Time,
    Country,
    Store,
    Category,
    Status,
    Currency,
}
