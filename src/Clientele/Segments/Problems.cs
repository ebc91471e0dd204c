using System.Globalization;

namespace Clientele.Segments;

/// <summary>What can be wrong with a wish for segments, and what to type instead.</summary>
internal static class Problems
{
    public static UserException NotFinite(string feature) => new(
        "features.not-finite", $"The feature '{feature}' is not a number for some customers.",
        "Leave it out of --features, or check the sales it is made from.", ExitCode.BadData);

    public static UserException TooLarge(string feature) => new(
        "features.too-large", $"The values of '{feature}' are too large to measure distances between customers.",
        "Look for a damaged value in the sales, or leave the feature out of --features.", ExitCode.BadData);

    public static UserException NotNumeric(string feature) => new(
        "features.not-numeric", $"The feature '{feature}' is not a number.", "Choose features that are counts, measures or money.");

    public static UserException NoFeatures() => new(
        "features.none", "No features were chosen for the clusters.", "Type --features recency,frequency,monetary.");

    public static UserException FeatureTwice(string feature) => new(
        "features.twice", $"The feature '{feature}' was chosen twice.", "Name each feature once in --features.");

    public static UserException UnknownMethod(string method) => new(
        "method.unknown", $"There is no method '{Cut(method)}'.", $"Choose one of: both, rfm, kmeans, {string.Join(", ", Clusters.SalesMethods.Others())}.");

    public static UserException ClusterRange(int least, int most) => new(
        "kmeans.k", $"{Number(least)}..{Number(most)} is no range of cluster counts.", "Type -k 5 or -k 2..10; at least 1, at most 1000.");

    public static UserException Starts(int starts) => new(
        "kmeans.starts", $"{Number(starts)} starts were asked for.", "Type --starts 10; at least 1, at most 10000.");

    public static UserException NoThresholds(int parts) => new(
        "scoring.no-thresholds", "Fixed scoring needs bounds and got none.",
        $"Type for instance --thresholds {Example("recency", parts)}.");

    public static UserException ThresholdsUnused(string scoring) => new(
        "scoring.thresholds-unused", $"Bounds were given, but {scoring} scoring does not use them.", "Add --scoring fixed, or leave out --thresholds.");

    public static UserException UnknownMeasure(string measure) => new(
        "scoring.measure", $"'{Cut(measure)}' is not a measure that is scored.", "Bounds are for recency, frequency or monetary.");

    public static UserException ThresholdCount(string measure, int count, int parts) => new(
        "scoring.threshold-count", $"{measure} has {Number(count)} bounds; scores 1 to {Number(parts)} need {Number(parts - 1)}.",
        $"Type for instance --thresholds {Example(measure, parts)}.");

    public static UserException ThresholdOrder(string measure, double first, double second) => new(
        "scoring.threshold-order", $"The bounds of {measure} do not ascend: {Number(first)} stands before {Number(second)}.",
        "Write them from small to large; each is the largest value of its part.");

    public static UserException ThresholdRange(string measure, double bound) => new(
        "scoring.threshold-range", $"The bound {Number(bound)} of {measure} is out of range.", "Bounds lie between -1e20 and 1e20.");

    public static UserException OwnScoring(string map, string scoring) => new(
        "map.own-scoring", $"The map '{Cut(map)}' brings its own scores; {scoring} scoring cannot be used with it.",
        "Leave out --scoring and --thresholds, or choose another map.");

    public static UserException UnknownMap(string map, string names) => new(
        "map.unknown", $"There is no map '{Cut(map)}' and no file of that name.", $"Choose one of: {names}; or give the path of a map file.");

    public static UserException MapUnreadable(string path, string why) => new(
        "map.unreadable", $"{path}: the map cannot be read: {why}", "Check the path and the permissions.", ExitCode.Disk);

    public static UserException MapTooLarge(string path, long most) => new(
        "map.too-large", $"{path}: a map file has at most {Number(most)} bytes.", "Is this really a segment map?", ExitCode.Limit);

    public static UserException Map(string path, int line, int column, string what, string fix) => new(
        "map.syntax", $"{path}:{Number(line)}:{Number(column)}: {what}", fix, ExitCode.BadData);

    /// <summary>At most 80 characters, control characters shown as blanks.</summary>
    public static string Cut(string text)
    {
        var shown = text.Length <= 80 ? text : string.Concat(text.AsSpan(0, 79), "…");
        return string.Create(shown.Length, shown, static (span, from) =>
        {
            for (var i = 0; i < span.Length; i++) span[i] = char.IsControl(from[i]) ? ' ' : from[i];
        });
    }

    private static string Example(string measure, int parts)
    {
        string[] bounds = measure switch
        {
            "frequency" => ["1", "2", "4", "8", "12", "20", "40", "80"],
            "monetary" => ["100", "300", "1000", "3000", "5000", "10000", "20000", "50000"],
            _ => ["30", "90", "180", "365", "540", "730", "1095", "1460"],
        };
        return $"{measure}={string.Join(',', bounds.Take(parts - 1))}";
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
}
