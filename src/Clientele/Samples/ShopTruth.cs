using System.Globalization;
using System.Text;

namespace Clientele.Samples;

/// <summary>Writes who is what: the answer that segments of the sales file should come near to.</summary>
internal static class ShopTruth
{
    /// <summary>Somebody who came once, earlier than this share of the time, is lost by the end.</summary>
    private const double LongAgo = 0.5;

    public static void Write(ShopCustomer[] people, ShopCalendar calendar, int lastDay, bool testCustomer, Stream to)
    {
        using var writer = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true);
        writer.Write("customer,kind,group,first_visit,dropped_out,home_category,home_share,rhythm,discount_hunter,visits,visits_per_month,price_level,returns\n");
        for (var i = 0; i < people.Length; i++)
        {
            ref readonly var person = ref people[i];
            if (person.Visits == 0) continue;
            var kind = CustomerKind.All[person.Kind];
            var lost = kind.PerMonth == 0 && person.ArrivalDay < LongAgo * (lastDay + 1);
            var left = person.LeaveDay <= lastDay ? calendar.Date(person.LeaveDay).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";
            writer.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"{ShopTill.IdOf(i):D7},{kind.Name},{(lost ? "lost" : kind.Group)},{calendar.Date(person.ArrivalDay):yyyy-MM-dd},{left},"));
            writer.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"{ShopWords.Categories[person.Home]},{person.HomeShare / 256.0:F2},{RhythmName(kind.Rhythm)},{(kind.Rhythm == Rhythm.Promotions ? "yes" : "no")},"));
            writer.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"{person.Visits},{person.Rate * 30.4375:F3},{person.PriceLevel / 255.0:F2},{person.Returns:F3}\n"));
        }

        if (testCustomer) writer.Write($"{ShopStaff.TestCustomer},test,,,,,,,no,,,,\n");
    }

    private static string RhythmName(Rhythm rhythm) => rhythm switch
    {
        Rhythm.Christmas => "christmas",
        Rhythm.Summer => "summer",
        Rhythm.Promotions => "promotions",
        _ => "steady",
    };
}
