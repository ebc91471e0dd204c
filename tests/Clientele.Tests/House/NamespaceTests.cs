using System.Text.RegularExpressions;

namespace Clientele.Tests.House;

/// <summary>A namespace says where its file lies.</summary>
public sealed partial class NamespaceTests
{
    [Fact]
    public void Namespaces_follow_folders()
    {
        var offenders = new List<string>();
        foreach (var file in SourceTree.HandWrittenCode)
        {
            var folder = string.Join('.', file.Split('/')[1..^1]);
            foreach (Match declared in Declaration().Matches(SourceTree.Read(file)))
            {
                if (!string.Equals(declared.Groups["name"].Value, folder, StringComparison.Ordinal)) offenders.Add($"{file}: namespace {declared.Groups["name"].Value}, expected {folder}");
                if (!string.Equals(declared.Groups["end"].Value, ";", StringComparison.Ordinal)) offenders.Add($"{file}: the namespace is not file-scoped");
            }
        }

        Assert.True(offenders.Count == 0, string.Join('\n', offenders));
    }

    [GeneratedRegex(@"^namespace (?<name>[\w.]+)(?<end>;?)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Declaration();
}
