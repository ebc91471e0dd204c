using System.Buffers.Binary;
using Clientele.Numerics.Decomposition;
using Clientele.Reports.Writing;

namespace Clientele.Reports.Page.Found;

/// <summary>Rows on the first two principal components of the scaled columns, under <c>components</c>: shares, loadings, places.</summary>
/// <remarks>Of every n-th row where the page has no row for each; then with their groups and values, which are not elsewhere on the page.</remarks>
internal static class ComponentsJson
{
    private const int Components = 2;
    private const int MostPoints = 3000;

    public static void Write(JsonText json, FoundSpace space)
    {
        if (space.Points.Columns < 2) return;
        var pca = Pca.Fit(space.Points, new PcaOptions { Components = Components });
        if (pca.Count < Components || pca.TotalVariance <= 0) return;
        var shown = space.Step == 1 ? space : space.AtMost(MostPoints);
        var places = pca.Apply(shown.Points);
        json.Object("components").Integer("rows", space.Points.Rows).Integer("step", shown.Step).Texts("features", space.Coordinates).List("shares");
        foreach (var share in pca.ExplainedShares()) json.Number(null, Math.Round(share, 4));
        json.EndList().List("loadings");
        for (var c = 0; c < Components; c++)
        {
            json.List();
            for (var q = 0; q < pca.Columns; q++) json.Number(null, Math.Round(pca.Components[(c * pca.Columns) + q], 3) + 0.0);
            json.EndList();
        }

        json.EndList().List("places");
        for (var c = 0; c < Components; c++)
        {
            var own = new double[places.Rows];
            for (var i = 0; i < own.Length; i++) own[i] = places.Row(i)[c];
            json.Base64(null, Singles(own));
        }

        json.EndList();
        if (shown.Step > 1) Sampled(json, shown);
        json.EndObject();
    }

    private static void Sampled(JsonText json, FoundSpace shown)
    {
        json.Base64("groups", Array.ConvertAll(shown.Labels, static l => l is < 0 or > Bins.Undefined ? Bins.Undefined : (byte)l)).List("values");
        foreach (var (name, unit, values) in shown.Raw) json.Object().Text("key", name).Text("unit", unit).Base64("values", Singles(values)).EndObject();
        json.EndList();
    }

    private static byte[] Singles(double[] values)
    {
        var bytes = new byte[values.Length * 4];
        for (var i = 0; i < values.Length; i++) BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * 4), (float)values[i]);
        return bytes;
    }
}
