using System.Text.Json;

namespace Clientele.Numerics.Clustering;

/// <summary>
/// What a fit found; immutable. Clusters are numbered 0 … K − 1 in canonical order: the largest total weight first; of equals the one
/// whose centre, or where a method has none whose least row, comes first column by column.
/// </summary>
public abstract class ClusterModel
{
    /// <summary>The label of a row that belongs to no cluster; only density methods give it.</summary>
    public const int Noise = -1;

    /// <summary>The name of the method, as in <see cref="IClusterer.Method"/>.</summary>
    public abstract string Method { get; }

    /// <summary>Clusters found; fewer than asked for when there are fewer distinct rows.</summary>
    public required int K { get; init; }

    /// <summary>Columns that rows must have, d.</summary>
    public required int Columns { get; init; }

    /// <summary>Cluster of each row that was fitted [n]; empty for a model that was read from a file.</summary>
    public required int[] Labels { get; init; }

    /// <summary>Nothing wanted to move any more. False: cut off by a limit of the options. Methods that do not iterate: true.</summary>
    public bool Converged { get; init; } = true;

    /// <summary>Cluster of each of the rows [m]. The fitted rows get their <see cref="Labels"/> back; each row's answer depends on that row alone.</summary>
    /// <param name="rows">Finite values [m × d]; m may be 0.</param>
    /// <param name="context">Threads, progress, cancellation; null: the defaults.</param>
    public abstract int[] Assign(Matrix rows, FitContext? context = null);

    /// <summary>Writes the members of the model's <c>"state"</c> object: all that <see cref="Assign"/> needs, and what a reader wants to know.</summary>
    protected internal abstract void WriteState(Utf8JsonWriter json);

    /// <summary>Refuses rows of another shape or with values that are not finite.</summary>
    private protected void Check(Matrix rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Columns != Columns) throw new ArgumentException($"{rows.Columns} columns; fitted were {Columns}.", nameof(rows));
        if (rows.Rows > 0) Require.Finite(rows);
    }
}
