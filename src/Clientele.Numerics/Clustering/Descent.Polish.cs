using System.Numerics;
using System.Runtime.Intrinsics;
using Clientele.Numerics.Threading;

namespace Clientele.Numerics.Clustering;

internal sealed unsafe partial class Descent
{
    private readonly byte[] _marks;
    private readonly Work _mark;

    /// <summary>
    /// Moves single points whose change of cluster lowers the inertia although their own centre is the nearest: leaving a moves its
    /// centre away, joining b draws that one near. Then takes the means anew. False when no point gains.
    /// </summary>
    /// <remarks>[HW79]: gain when d_b² · W_b / (W_b + w) &lt; d_a² · W_a / (W_a − w).</remarks>
    private bool Polish()
    {
        if (_k == 1) return false;
        Each(_mark);
        var moves = new SingleMoves(_points, _labels, _centres, _sums, _k);
        var moved = false;
        for (var group = 0; group < _marks.Length; group++)
        {
            for (var bits = (uint)_marks[group]; bits != 0; bits &= bits - 1)
                moved |= moves.Try((group * 4) + BitOperations.TrailingZeroCount(bits));
        }

        if (!moved) return false;
        Each(_sum);
        Join();
        MoveCentres();
        return true;
    }

    // Marks the points that would gain with the centres as they are, four to a byte.
    private void MarkChunk(int chunk, int worker)
    {
        var points = _points;
        var (first, end) = points.Chunk(chunk);
        var (d, stride, k) = (points.Dimensions, points.Stride, _k);
        fixed (double* columns = points.Columns, weights = points.Weights, centres = _centres, sums = _sums, squares = _scratch[worker])
        fixed (int* labels = _labels)
        {
            for (var j = first; j < end; j += 4)
            {
                var own = Vector256<double>.Zero;
                var number = Vector256<double>.Zero;
                var label = Vector256.Create((double)labels[j], labels[j + 1], labels[j + 2], labels[j + 3]);
                for (var c = 0; c < k; c++)
                {
                    var square = Vector256<double>.Zero;
                    for (var q = 0; q < d; q++)
                    {
                        var step = Vector256.Create(centres[(c * d) + q]) - Lanes.Load(columns + ((nint)q * points.Padded) + j);
                        square += step * step;
                    }

                    Lanes.Store(square, squares + (c * 4));
                    own = Vector256.ConditionalSelect(Vector256.Equals(label, number), square, own);
                    number += Vector256<double>.One;
                }

                var weight = Lanes.Load(weights + j);
                var home = Vector256.Create(
                    sums[(labels[j] * stride) + d], sums[(labels[j + 1] * stride) + d], sums[(labels[j + 2] * stride) + d], sums[(labels[j + 3] * stride) + d]);
                var others = home - weight;
                var stay = own * home * Vector256.Create(SingleMoves.Margin);
                var gains = Vector256<double>.Zero;
                number = Vector256<double>.Zero;
                for (var c = 0; c < k; c++)
                {
                    var there = Vector256.Create(sums[(c * stride) + d]);
                    var go = Lanes.Load(squares + (c * 4)) * there * others;
                    var gain = Vector256.LessThan(go, stay * (there + weight));
                    gains |= Vector256.AndNot(gain, Vector256.Equals(label, number));
                    number += Vector256<double>.One;
                }

                _marks[j / 4] = (byte)Vector256.ExtractMostSignificantBits(gains);
            }
        }
    }
}
