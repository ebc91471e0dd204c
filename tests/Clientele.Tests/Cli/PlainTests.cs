using Clientele.Cli.Screen;

namespace Clientele.Tests.Cli;

/// <summary>No cell steers the terminal.</summary>
public sealed class PlainTests
{
    [Theory]
    [InlineData("So\u001buth \u001b[2J \u001b]0;title\u0007", "So?uth ?[2J ?]0;title?")]
    [InlineData("W\u202Eest\u200F, \u009Bx, over\rwritten, a\tb", "W?est?, ?x, over?written, a?b")]
    [InlineData("Köln − ▌ 東京\n", "Köln − ▌ 東京\n")]
    public void Steering_signs_become_question_marks(string text, string shown)
    {
        Assert.Equal(shown, Plain.Of(text, colour: false));
        Assert.Equal(shown, Plain.Of(text, colour: true));
    }

    [Fact]
    public void Our_own_colours_stay_where_colours_are_wanted()
    {
        var bold = new Ink(colour: true, unicode: true).Bold("Segments");
        Assert.Equal(bold, Plain.Of(bold, colour: true));
        Assert.Equal("?[1mSegments?[0m", Plain.Of(bold, colour: false));
        var page = new Ink(colour: true, unicode: true).OfGroup("lost", "Lost") + "\n";
        Assert.Same(page, Plain.Of(page, colour: true));
    }

    [Fact]
    public void Everything_printed_and_complained_goes_through_it()
    {
        var screens = new Screens();
        screens.Terminal.Print("a\u001bb");
        screens.Terminal.Complain("c\u202Ed");
        Assert.Equal(("a?b", "c?d"), (screens.Output, screens.Error));
    }
}
