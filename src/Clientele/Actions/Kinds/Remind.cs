using Clientele.Segments;

namespace Clientele.Actions.Kinds;

/// <summary>Reminds those who buy now and then.</summary>
internal sealed class Remind(double response) : GroupPlay(Name, Groups.Occasional, response)
{
    private const string Name = "remind";
    private static readonly Knob s_response = Response(0.02);

    public static Choice<IPlay> Choice { get; } = new(Name, "Reminds occasional customers before they drift away.", [s_response], s => new Remind(s[s_response]));

    protected override string Title(ShopView shop) => "Remind occasional customers before they drift away";
}
