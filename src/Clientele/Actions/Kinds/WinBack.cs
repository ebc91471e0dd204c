using Clientele.Segments;

namespace Clientele.Actions.Kinds;

/// <summary>Asks back those who bought well and have stopped.</summary>
internal sealed class WinBack(double response) : GroupPlay(Name, Groups.AtRisk, response)
{
    private const string Name = "win-back";
    private static readonly Knob s_response = Response(0.03);

    public static Choice<IPlay> Choice { get; } = new(Name, "Asks good customers back who have stopped buying.", [s_response], s => new WinBack(s[s_response]));

    protected override string Title(ShopView shop) => "Win back good customers who have stopped";

    protected override IEnumerable<string> More(ShopView shop, List<int> audience)
    {
        var days = audience.ConvertAll(shop.Recency);
        days.Sort();
        yield return $"Half of them have been silent for {Say.Days((long)days[days.Count / 2])} or more.";
    }
}
