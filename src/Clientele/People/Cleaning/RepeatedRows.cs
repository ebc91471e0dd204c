using Clientele.People.Reading;

namespace Clientele.People.Cleaning;

/// <summary>Rows that repeat another word for word, id included. The work is done while the rows are put in order.</summary>
internal sealed class RepeatedRows : TableRule
{
    private static readonly Knob s_action = Knob.OfWords("action", "What happens to a repeated row", "drop", "refuse");

    public static Choice<TableRule> Choice { get; } = new("duplicates", "Rows that repeat another one word for word: left out, or an error.", [s_action], _ => new RepeatedRows());

    /// <summary>The plan says that they are an error.</summary>
    public static bool Refuses(PeoplePlan plan) => plan.Cleaning.TryGetValue("duplicates", out var settings) && new Settings(settings).Word(s_action) == "refuse";

    internal override void Apply(Roster roster, DateTime? asOf, RunContext context)
    {
    }
}
