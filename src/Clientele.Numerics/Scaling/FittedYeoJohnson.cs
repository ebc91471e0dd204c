using System.Text.Json;
using Clientele.Numerics.Clustering;

namespace Clientele.Numerics.Scaling;

/// <summary>Yeo-Johnson powers of the columns, found.</summary>
public sealed class FittedYeoJohnson : FittedTransform
{
    private readonly double[] _lambdas;
    private readonly double[] _centres;
    private readonly double[] _spreads;

    internal FittedYeoJohnson(double[] lambdas, double[] centres, double[] spreads) => (_lambdas, _centres, _spreads) = (lambdas, centres, spreads);

    public override string Name => "yeojohnson";

    public override int Columns => _lambdas.Length;

    /// <summary>λ of each column [d]; 1 for a constant one.</summary>
    public ReadOnlySpan<double> Lambdas => _lambdas;

    /// <summary>Subtracted from each transformed column [d]; 0 without standardising.</summary>
    public ReadOnlySpan<double> Centres => _centres;

    /// <summary>Divides each [d]; never 0.</summary>
    public ReadOnlySpan<double> Spreads => _spreads;

    public override Matrix Apply(Matrix x)
    {
        Check(x);
        var values = (double[])x.Values.Clone();
        for (var i = 0; i < values.Length;)
        {
            for (var q = 0; q < _lambdas.Length; q++, i++)
            {
                values[i] = (YeoJohnson.Apply(values[i], _lambdas[q]) - _centres[q]) / _spreads[q];
                if (!double.IsFinite(values[i]))
                    throw new ArgumentException($"Row {i / x.Columns}, column {q} (counted from 0) is {x.Values[i]}: too large for the power {_lambdas[q]}.", nameof(x));
            }
        }

        return new(values, x.Rows, x.Columns);
    }

    public override double[] Invert(ReadOnlySpan<double> row)
    {
        Check(row);
        var original = new double[row.Length];
        for (var q = 0; q < original.Length; q++) original[q] = YeoJohnson.Invert((row[q] * _spreads[q]) + _centres[q], _lambdas[q]);
        return original;
    }

    internal static FittedYeoJohnson ReadState(JsonElement state)
    {
        var lambdas = state.Doubles("lambdas", -1);
        return new(lambdas, state.Doubles("centres", lambdas.Length), state.Doubles("spreads", lambdas.Length));
    }

    protected internal override void WriteState(Utf8JsonWriter json)
    {
        json.WriteNumbers("lambdas", _lambdas);
        json.WriteNumbers("centres", _centres);
        json.WriteNumbers("spreads", _spreads);
    }
}
