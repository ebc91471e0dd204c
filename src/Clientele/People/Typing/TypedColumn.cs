using Clientele.Customers;

namespace Clientele.People.Typing;

/// <summary>A column of a file after it was typed; values in the order of the file.</summary>
/// <param name="Column">Values, unit, meaning, nature and reason.</param>
/// <param name="Note">What else is known.</param>
/// <param name="Others">Rows whose cell is filled but is not of the column's type: it counts as missing.</param>
internal sealed record TypedColumn(CustomerColumn Column, ColumnNote Note, IReadOnlyList<int> Others);
