using System.Text;

namespace Clientele.Handover.Star.Project;

/// <summary>The files of the semantic model that speak of all tables: database, model, relationships, and the one parameter.</summary>
internal static class ModelTmdl
{
    /// <summary>The folder that the project expects until it is told another one.</summary>
    public const string UsualFolder = @"C:\clientele\star";

    public const string Database = "database\n\tcompatibilityLevel: 1600\n";

    public const string Expressions = $"""
        /// The folder that holds the CSV files, without a \ at the end.
        expression Folder = "{UsualFolder}" meta [IsParameterQuery=true, Type="Text", IsParameterQueryRequired=true]

        	annotation PBI_ResultType = Text

        """;

    public static string Model(StarModel model)
    {
        var text = new StringBuilder(1024);
        text.Append("model Model\n\tculture: en-US\n\tdefaultPowerBIDataSourceVersion: powerBI_V3\n\tsourceQueryCulture: en-US\n\tdataAccessOptions\n\t\tlegacyRedirects\n\t\treturnErrorValuesAsNull\n\n");
        text.Append("annotation __PBI_TimeIntelligenceEnabled = 0\n\nannotation PBI_QueryOrder = [\"Folder\"");
        foreach (var table in model.Tables) text.Append(",\"").Append(table.Name).Append('"');
        text.Append("]\n\n");
        foreach (var table in model.Tables) text.Append("ref table ").Append(Tmdl.Name(table.Name)).Append('\n');
        return text.ToString();
    }

    /// <summary>Many to one and filtering in one direction, which is what TMDL takes when nothing is said.</summary>
    public static string Relationships(StarModel model)
    {
        var text = new StringBuilder(1024);
        foreach (var relation in model.Relations)
        {
            if (text.Length > 0) text.Append('\n');
            text.Append("relationship ").Append(relation.From).Append('_').Append(relation.To).Append('\n');
            text.Append("\tfromColumn: ").Append(Tmdl.Name(relation.From)).Append('.').Append(Tmdl.Name(relation.Column)).Append('\n');
            text.Append("\ttoColumn: ").Append(Tmdl.Name(relation.To)).Append('.').Append(Tmdl.Name(relation.Column)).Append('\n');
        }

        return text.ToString();
    }
}
