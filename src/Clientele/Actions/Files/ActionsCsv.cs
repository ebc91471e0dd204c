using System.Globalization;
using Clientele.Reports.Writing;

namespace Clientele.Actions.Files;

/// <summary>One row per action, in order of money. Money is rounded to two decimals: these are estimates.</summary>
internal static class ActionsCsv
{
    public static void Write(ActionList list, Stream output)
    {
        var text = new Utf8Text();
        text.Bytes("rank,play,title,who,customers,products,expected_gain,gain_low,gain_high,expected_sales,cost,response,break_even_response,sureness,sure_because,overlap,control_group,why,assumptions\n"u8);
        for (var i = 0; i < list.Actions.Count; i++)
        {
            var a = list.Actions[i];
            string[] cells =
            [
                Whole(i + 1), a.Play, a.Title, a.Who, Whole(a.Audience.Count), Whole(a.Products.Count), Cents(a.Gain.Expected), Cents(a.Gain.Low), Cents(a.Gain.High),
                Cents(a.Revenue.Expected), Cents(a.Cost), Share(a.Response), Share(a.BreakEven), a.Sureness.ToString().ToLowerInvariant(), a.SureBecause, Share(a.Overlap),
                Whole(a.ControlGroup), string.Join(' ', a.Why), string.Join(' ', a.Assumptions),
            ];
            for (var c = 0; c < cells.Length; c++)
            {
                if (c > 0) text.Byte((byte)',');
                text.Cell(cells[c]);
            }

            text.Byte((byte)'\n');
        }

        text.FlushTo(output);
    }

    public static string Cents(double value) => Math.Round(value, 2, MidpointRounding.AwayFromZero) is var rounded && rounded == 0
        ? "0.00"
        : rounded.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>Six decimals at most; empty where there is none.</summary>
    public static string Share(double value) => double.IsNaN(value) ? "" : value.ToString("0.######", CultureInfo.InvariantCulture);

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);
}
