using System.Globalization;

namespace Clientele.Web.Runs;

/// <summary>The middle customer of each segment, from profiles.csv where it belongs to the same run.</summary>
internal sealed class Medians
{
    private readonly Profiles? _profiles;

    private Medians(Profiles? profiles) => _profiles = profiles;

    public static Medians Read(RunFolderFiles folder)
    {
        try
        {
            return new Medians(folder.Has(RunFolderFiles.Profiles) ? Profiles.Read(folder) : null);
        }
        catch (UserException)
        {
            return new Medians(null);
        }
    }

    /// <summary>Null unless profiles.csv has this segment with the very same number of customers: a folder that is being replaced shows no mixture.</summary>
    public (double Recency, double Orders, double Spent)? Of(SegmentView segment)
    {
        for (var row = 0; row < (_profiles?.Count ?? 0); row++)
        {
            if (_profiles![row, "method"] != segment.Method || Plain(_profiles[row, "segment"]) != Plain(segment.Name)) continue;
            if (_profiles[row, "customers"] != segment.Customers.ToString(CultureInfo.InvariantCulture)) return null;
            return Number(row, "recency_median") is { } recency && Number(row, "frequency_median") is { } orders && Number(row, "monetary_median") is { } spent
                ? (recency, orders, spent)
                : null;
        }

        return null;
    }

    private double? Number(int row, string column) =>
        double.TryParse(_profiles![row, column], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;

    /// <summary>Without the apostrophe that keeps a spreadsheet from running a text as a formula.</summary>
    private static string Plain(string name) => name.StartsWith('\'') ? name[1..] : name;
}
