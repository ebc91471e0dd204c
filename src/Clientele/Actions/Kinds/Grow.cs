using Clientele.Segments;

namespace Clientele.Actions.Kinds;

/// <summary>Gives customers who began well a reason for the next order. Those with a single order belong to another play.</summary>
internal sealed class Grow(double response) : GroupPlay(Name, Groups.Promising, response)
{
    private const string Name = "grow";
    private static readonly Knob s_response = Response(0.03);

    public static Choice<IPlay> Choice { get; } = new(Name, "Gives promising customers a reason for the next order.", [s_response], s => new Grow(s[s_response]));

    protected override string Title(ShopView shop) => "Give promising customers a reason for the next order";

    protected override bool Fits(ShopView shop, int customer) => shop.Book.Count(customer) >= 2;
}
