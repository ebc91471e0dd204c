namespace Clientele.Reports.Page.Parts;

/// <summary>Numbers as the page holds them: shorter than in the files, for drawing.</summary>
internal static class Round
{
    public static double Cents(double value) => Math.Abs(value) < 1e15 ? Math.Round(value, 2, MidpointRounding.AwayFromZero) : value;

    /// <summary>Seven significant digits.</summary>
    public static double Digits(double value)
    {
        if (value == 0 || !double.IsFinite(value)) return value;
        var places = 6 - (int)Math.Floor(Math.Log10(Math.Abs(value)));
        return places is < 0 or > 15 ? value : Math.Round(value, places, MidpointRounding.AwayFromZero);
    }
}
