using System.Globalization;

namespace Clientele.Products.Tastes;

/// <summary>Two or three months of the year in a row, and the share of the shop's orders in each.</summary>
internal sealed class Seasons
{
    private const int Year = 12;
    private static readonly int[] s_lengths = [2, 3];
    private readonly double[] _usual = new double[Count];

    public Seasons(ReadOnlySpan<int> months)
    {
        foreach (var month in months)
        {
            for (var season = 0; season < Count; season++) _usual[season] += Holds(season, month) ? 1.0 / months.Length : 0;
        }
    }

    public static int Count => s_lengths.Length * Year;

    public double Usual(int season) => Math.Min(1, _usual[season]);

    public static bool Holds(int season, int month) => Past(season, month) < Length(season);

    /// <summary>The year in which the season of this month began.</summary>
    public static int YearOf(int season, int month) => (month - Past(season, month)) / Year;

    /// <summary><c>November to December</c>.</summary>
    public static string Name(int season)
    {
        var months = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames;
        return $"{months[season % Year]} to {months[(season + Length(season) - 1) % Year]}";
    }

    // Months since the season last began.
    private static int Past(int season, int month) => (((month - season) % Year) + Year) % Year;

    private static int Length(int season) => s_lengths[season / Year];
}
