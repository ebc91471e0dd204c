using Clientele.Segments;

namespace Clientele.Actions.Kinds;

/// <summary>A loyalty programme for those who already come often and spend much.</summary>
internal sealed class Loyalty(double response) : GroupPlay(Name, Groups.HighValue, response)
{
    private const string Name = "loyalty";
    private static readonly Knob s_response = Response(0.03);

    public static Choice<IPlay> Choice { get; } = new(Name, "Thanks the best customers with a loyalty programme.", [s_response], s => new Loyalty(s[s_response]));

    protected override string Title(ShopView shop) => "Start a loyalty programme for the best customers";

    protected override IEnumerable<string> More(ShopView shop, List<int> audience)
    {
        var often = 0;
        foreach (var customer in audience) often += shop.Book.Count(customer) >= 4 ? 1 : 0;
        yield return $"{Say.Percent((double)often / audience.Count)} of them have four orders or more.";
    }
}
