using Clientele.Reports.Writing;

namespace Clientele.Clusters.Files;

/// <summary>One row per method, or per number of clusters, with how well it fits. Empty cells: not defined, or not run.</summary>
internal static class ComparisonCsv
{
    public static void Write(Comparison comparison, Stream output)
    {
        var text = new Utf8Text();
        text.Bytes("method,k,silhouette,calinskiHarabasz,daviesBouldin,inertia,noise,sizes,recommended,leftOut\n"u8);
        foreach (var row in comparison.Rows)
        {
            text.Cell(row.Name);
            Scores(text, row.Model?.K, row.Scores);
            text.Bytes(row.Name == comparison.Recommended ? ",true,"u8 : ",false,"u8);
            text.Cell(row.LeftOut ?? "");
            text.Byte((byte)'\n');
        }

        text.FlushTo(output);
    }

    public static void Write(KSearch search, Stream output)
    {
        var text = new Utf8Text();
        text.Bytes("tried,k,silhouette,calinskiHarabasz,daviesBouldin,inertia,noise,sizes,chosen\n"u8);
        foreach (var tried in search.Tried)
        {
            text.Integer(tried.K);
            Scores(text, tried.Model.K, tried.Scores);
            text.Bytes(tried.K == search.K ? ",true\n"u8 : ",false\n"u8);
        }

        text.FlushTo(output);
    }

    private static void Scores(Utf8Text text, int? k, PartitionScores? scores)
    {
        text.Byte((byte)',');
        if (k is { } clusters) text.Integer(clusters);
        double[] values = scores is null ? [double.NaN, double.NaN, double.NaN, double.NaN] : [scores.Silhouette, scores.CalinskiHarabasz, scores.DaviesBouldin, scores.Inertia];
        foreach (var value in values)
        {
            text.Byte((byte)',');
            text.Exact(value);
        }

        text.Byte((byte)',');
        if (scores is not null) text.Integer(scores.Noise);
        text.Byte((byte)',');
        for (var i = 0; i < (scores?.Sizes.Count ?? 0); i++)
        {
            if (i > 0) text.Byte((byte)' ');
            text.Integer(scores!.Sizes[i]);
        }
    }
}
