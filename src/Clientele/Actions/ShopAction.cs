namespace Clientele.Actions;

/// <summary>One thing to do, with who, why, how much and how sure.</summary>
public sealed record ShopAction
{
    /// <summary>The play it comes from.</summary>
    public required string Play { get; init; }

    /// <summary>What to do, in one line.</summary>
    public required string Title { get; init; }

    /// <summary>Whom or what it is about, in one sentence.</summary>
    public required string Who { get; init; }

    /// <summary>What was seen in the sales, sentence by sentence.</summary>
    public required IReadOnlyList<string> Why { get; init; }

    /// <summary>What is assumed and was not seen, sentence by sentence.</summary>
    public required IReadOnlyList<string> Assumptions { get; init; }

    /// <summary>Customers to reach, as rows of the customer table, ascending. Empty when it is about products.</summary>
    public IReadOnlyList<int> Audience { get; init; } = [];

    /// <summary>A product to offer or look after per entry, as indexes of the product list, most important first.</summary>
    public IReadOnlyList<int> Products { get; init; } = [];

    /// <summary>Share of the audience that is assumed to act because of it; NaN where nobody is reached.</summary>
    public double Response { get; init; } = double.NaN;

    /// <summary>Share of the audience that must act to pay for it; NaN where nobody is reached or it costs nothing.</summary>
    public double BreakEven { get; init; } = double.NaN;

    /// <summary>What it costs.</summary>
    public double Cost { get; init; }

    /// <summary>Extra sales within the horizon, or money saved.</summary>
    public required MoneyRange Revenue { get; init; }

    /// <summary>What stays: extra sales times the margin, less the cost.</summary>
    public required MoneyRange Gain { get; init; }

    public required Sureness Sureness { get; init; }

    /// <summary>Why so sure, in words.</summary>
    public required string SureBecause { get; init; }

    /// <summary>Customers of the audience to leave alone at random so that the effect shows (80 % power at 5 %); 0 when the audience is too small or nobody is reached.</summary>
    public int ControlGroup { get; init; }

    /// <summary>Share of the audience that also stands in an action above this one; set by the list.</summary>
    public double Overlap { get; init; }
}
