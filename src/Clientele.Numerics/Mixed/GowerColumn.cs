namespace Clientele.Numerics.Mixed;

/// <summary>How two values of a column are compared.</summary>
public enum GowerColumn
{
    /// <summary>|a − b| divided by the range of the fitted rows, at most 1.</summary>
    Number,

    /// <summary>0 when equal, else 1.</summary>
    Category,

    /// <summary>A flag whose absence says nothing: 0 when both hold a value other than 0, 1 when one does, and no say when both are 0.</summary>
    Flag,
}
