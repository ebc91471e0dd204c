using System.Text.RegularExpressions;

namespace Clientele.Tests.House;

/// <summary>No file speaks of the machine it was written on, and none is left half done.</summary>
public sealed partial class WordsTests
{
    [Fact]
    public void No_machine_paths_or_package_hosts() => NoneIn(SourceTree.Texts, Machine());

    [Fact]
    public void No_unfinished_work() => NoneIn(SourceTree.HandWrittenCode, Unfinished());

    [Fact]
    public void No_type_is_named_after_nothing() => NoneIn(SourceTree.HandWrittenCode, Vague());

    [Fact]
    public void Links_between_documents_lead_somewhere()
    {
        var broken = new List<string>();
        foreach (var file in SourceTree.Texts.Where(f => f.EndsWith(".md", StringComparison.Ordinal)))
        {
            var folder = Path.GetDirectoryName(Path.Combine(SourceTree.Root, file))!;
            foreach (Match link in Link().Matches(SourceTree.Read(file)))
            {
                var target = Path.Combine(folder, link.Groups["target"].Value);
                if (!File.Exists(target) && !Directory.Exists(target)) broken.Add($"{file}: {link.Groups["target"].Value}");
            }
        }

        Assert.True(broken.Count == 0, string.Join('\n', broken));
    }

    private static void NoneIn(IEnumerable<string> files, Regex pattern)
    {
        var own = $"{nameof(WordsTests)}.cs";
        var found = from file in files
                    where !file.EndsWith(own, StringComparison.Ordinal)
                    from line in SourceTree.Read(file).Split('\n').Select((text, i) => (Text: text, Number: i + 1))
                    where pattern.IsMatch(line.Text)
                    select $"{file}:{line.Number}: {line.Text.Trim()}";
        var places = found.ToArray();
        Assert.True(places.Length == 0, string.Join('\n', places));
    }

    [GeneratedRegex(@"(^|[^.\w])/(work|farm|root|home/\w+|tmp/[a-z])[/""]|api\.nuget\.org|registry\.npmjs|deb\.debian\.org|[A-Z]:\\Users\\", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Machine();

    [GeneratedRegex(@"NotImplementedException|\b(TODO|FIXME|HACK|XXX)\b|\bfor now\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"\b(class|record|struct|interface) \w+(Manager|Helper|Helpers|Utils|Util|Service|Impl)\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Vague();

    [GeneratedRegex(@"\]\((?!https?:|#|mailto:)(?<target>[^)#\s]+)(#[^)]*)?\)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}
