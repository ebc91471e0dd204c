using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Hierarchical;

/// <summary>Which of the fitted distinct rows is nearest to another row; of equally near ones the first in canonical order.</summary>
/// <remarks>A kd-tree; a row that was fitted finds itself by its values, however near others are.</remarks>
internal sealed class NearestRow
{
    // Squares below this have lost digits or all.
    private const double Tiny = 1e-280;

    private readonly Matrix _rows;
    private readonly ScaledRows _scaled;
    private readonly CentreTree _tree;

    /// <summary>Builds the tree.</summary>
    /// <param name="rows">Distinct, in canonical order.</param>
    public NearestRow(Matrix rows)
    {
        (_rows, _scaled) = (rows, new(rows));
        var (order, weights) = (new int[rows.Rows], new double[rows.Rows]);
        for (var i = 0; i < order.Length; i++) (order[i], weights[i]) = (i, 1);
        using var crew = new Crew(1);
        _tree = new(new(_scaled.Values, rows.Columns, weights), order, order.Length, crew, default);
    }

    public ScaledRows Scaled => _scaled;

    /// <summary>Its index among the distinct rows.</summary>
    /// <param name="row">Finite values [d]. Safe from several threads at once.</param>
    public int Of(ReadOnlySpan<double> row)
    {
        var same = Same(row);
        if (same >= 0) return same;
        var at = new double[row.Length];
        if (!_scaled.Scale(row, at)) return Plain(row);
        var search = new WardSearch(-1, 1);
        _tree.Walk(at, ref search);
        return search.Value >= Tiny ? search.Best : Plain(row);
    }

    private int Same(ReadOnlySpan<double> row)
    {
        var (low, high) = (0, _rows.Rows - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = 0;
            var other = _rows.Row(middle);
            for (var q = 0; q < row.Length && order == 0; q++) order = row[q] < other[q] ? -1 : row[q] > other[q] ? 1 : 0;
            if (order == 0) return middle;
            if (order < 0) high = middle - 1;
            else low = middle + 1;
        }

        return -1;
    }

    // Distances as a fraction of the largest step of each pair: for rows so far off or so near that squares fail.
    private int Plain(ReadOnlySpan<double> row)
    {
        var (best, least) = (0, double.PositiveInfinity);
        for (var i = 0; i < _rows.Rows; i++)
        {
            var other = _rows.Row(i);
            var (step, sum) = (0.0, 0.0);
            for (var q = 0; q < row.Length; q++) step = Math.Max(step, Math.Abs((row[q] / 2) - (other[q] / 2)));
            for (var q = 0; q < row.Length && step > 0; q++) sum += Math.Pow(((row[q] / 2) - (other[q] / 2)) / step, 2);
            var distance = step * Math.Sqrt(sum);
            if (distance < least) (best, least) = (i, distance);
        }

        return best;
    }
}
