using Clientele.Cli.Arguments;

namespace Clientele.Cli.Commands;

/// <summary>The commands, in menu order.</summary>
internal static class AllCommands
{
    public static Catalog<Form> Catalog { get; } = new(
        "command",
        DemoCommand.Choice,
        ReportCommand.Choice,
        SegmentCommand.Choice,
        ActionsCommand.Choice,
        ExploreCommand.Choice,
        DescribeCommand.Choice,
        ProductsCommand.Choice,
        BasketsCommand.Choice,
        InspectCommand.Choice,
        ClusterCommand.Choice,
        ExplainCommand.Choice,
        ServeCommand.Choice,
        RunCommand.Choice,
        MapsCommand.Choice,
        FeaturesCommand.Choice,
        SampleCommand.Choice);

    /// <summary>The form of a command, or an error with the nearest name.</summary>
    public static Form Find(string word)
    {
        for (var i = 0; i < Catalog.Count; i++)
        {
            if (Catalog[i].Name == word) return Catalog[i].Create(Settings.Defaults);
        }

        if (word.Length > 1 && word[0] != '-' && File.Exists(word)) throw Problems.LooksLikeFile(word);
        throw Problems.UnknownCommand(word, Catalog.Select(c => c.Name));
    }
}
