using System.Text.Json;

namespace Clientele.Numerics.Scaling;

/// <summary>
/// A change of columns with its numbers found: applies to any rows of the same shape, can be undone, is written as JSON and reads back to
/// the same bits (<see cref="FittedTransforms"/>). Immutable.
/// </summary>
public abstract class FittedTransform
{
    /// <summary>What it is called, lower case: <c>standard</c>, <c>yeojohnson</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Columns that rows must have, d.</summary>
    public abstract int Columns { get; }

    /// <summary>Columns that come out.</summary>
    public virtual int OutputColumns => Columns;

    /// <summary>A new matrix, transformed; each row's answer depends on that row alone.</summary>
    /// <param name="x">As many columns as were fitted; finite; not changed.</param>
    public abstract Matrix Apply(Matrix x);

    /// <summary>A transformed row, such as a cluster centre, in the units before.</summary>
    /// <param name="row">[output columns].</param>
    public abstract double[] Invert(ReadOnlySpan<double> row);

    /// <summary>Transformed rows in the units before.</summary>
    /// <param name="x">[m × output columns].</param>
    public Matrix Invert(Matrix x)
    {
        Require.Finite(x);
        var values = new double[(long)x.Rows * Columns];
        for (var i = 0; i < x.Rows; i++) Invert(x.Row(i)).CopyTo(values, i * Columns);
        return new(values, x.Rows, Columns);
    }

    /// <summary>Writes the members of the <c>"state"</c> object.</summary>
    protected internal abstract void WriteState(Utf8JsonWriter json);

    private protected void Check(Matrix x)
    {
        Require.Finite(x);
        if (x.Columns != Columns) throw new ArgumentException($"{x.Columns} columns; fitted were {Columns}.", nameof(x));
    }

    private protected void Check(ReadOnlySpan<double> row)
    {
        if (row.Length != OutputColumns) throw new ArgumentException($"{row.Length} columns; fitted were {OutputColumns}.", nameof(row));
    }
}
