using Clientele.Customers;
using Clientele.Segments.Scoring;

namespace Clientele.Segments.Clusters;

/// <summary>The chosen features, made fit for distances: numbers only, no gaps, no constants.</summary>
/// <param name="Names">Features that are left, in the order chosen.</param>
/// <param name="Values">Their values in their own units, one array per feature [customers].</param>
/// <remarks>A feature that is not defined for some customers (a gap needs two orders) takes its median over the others
/// for them; a feature that is constant or defined for nobody is dropped. Both are noted.</remarks>
internal sealed record FeatureSet(IReadOnlyList<string> Names, IReadOnlyList<double[]> Values)
{
    public static FeatureSet Of(CustomerTable customers, IReadOnlyList<string> chosen, string transform, List<string> notes)
    {
        if (chosen.Count == 0) throw Problems.NoFeatures();
        var names = new List<string>();
        var values = new List<double[]>();
        for (var c = 0; c < chosen.Count; c++)
        {
            for (var before = 0; before < c; before++)
            {
                if (chosen[before] == chosen[c]) throw Problems.FeatureTwice(chosen[c]);
            }

            if (chosen[c] == "monetary" && !customers.Has("monetary"))
            {
                notes.Add("The sales carry no money, so monetary takes no part in the clusters.");
                continue;
            }

            var column = customers[chosen[c]];
            if (column.Kind is not (ColumnKind.Number or ColumnKind.Money)) throw Problems.NotNumeric(column.Name);
            if (Usable(column, notes) is not { } usable) continue;
            NoteNegative(column, usable, transform, notes);
            names.Add(column.Name);
            values.Add(usable);
        }

        return new FeatureSet(names, values);
    }

    private static double[]? Usable(CustomerColumn column, List<string> notes)
    {
        var missing = 0;
        foreach (var value in column.Numbers)
        {
            if (double.IsInfinity(value)) throw Problems.NotFinite(column.Name);
            if (double.IsNaN(value)) missing++;
        }

        var values = column.Numbers;
        if (missing == values.Length)
        {
            notes.Add($"{column.Name} is defined for no customer and takes no part in the clusters.");
            return null;
        }

        if (missing > 0)
        {
            var middle = Middle.Of(RankOrder.Ascending(values));
            values = new double[column.Numbers.Length];
            for (var i = 0; i < values.Length; i++) values[i] = double.IsNaN(column.Numbers[i]) ? middle : column.Numbers[i];
            notes.Add($"{column.Name} is not defined for {Figures.Customers(missing)}; in the clusters they take its median over the others, {Figures.Measure(middle)}.");
        }

        foreach (var value in values)
        {
            if (value != values[0]) return values;
        }

        notes.Add($"{column.Name} is {Figures.Measure(values[0])} for every customer, tells nobody apart and takes no part in the clusters.");
        return null;
    }

    private static void NoteNegative(CustomerColumn column, double[] values, string transform, List<string> notes)
    {
        if (transform != "log1p") return;
        var negative = 0;
        foreach (var value in values)
        {
            if (value < 0) negative++;
        }

        if (negative > 0) notes.Add($"{column.Name} is below zero for {Figures.Customers(negative)}; log1p is mirrored there.");
    }
}
