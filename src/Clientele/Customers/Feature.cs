using Clientele.Sales;

namespace Clientele.Customers;

/// <summary>One column of the customer table, made from what was kept per customer.</summary>
public sealed class Feature
{
    private readonly Func<FoldedCustomers, CustomerColumn, CustomerColumn> _fill;
    private readonly CustomerColumn _empty;

    internal Feature(CustomerColumn empty, Role[] needs, Func<FoldedCustomers, CustomerColumn, CustomerColumn> fill)
    {
        _empty = empty;
        Needs = needs;
        _fill = fill;
    }

    /// <summary>What the column is called, measured in and means.</summary>
    public CustomerColumn Column => _empty;

    /// <summary>Columns that a file must have for it; with several, any one of them.</summary>
    public Role[] Needs { get; }

    internal CustomerColumn Fill(FoldedCustomers customers) => _fill(customers, _empty);
}
