using System.Text.Json;
using Clientele.Segments;
using Clientele.Segments.Maps;

namespace Clientele.Tests.Segments.Maps;

/// <summary>Every built-in map against reference/maps.json, code by code.</summary>
public sealed class BuiltInMapTests
{
    public static TheoryData<string> Names => [.. SegmentMaps.Catalog.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_code_has_the_published_name(string name)
    {
        var map = SegmentMaps.Find(name);
        var expected = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var segment in Reference(name).GetProperty("codes").EnumerateObject())
        {
            foreach (var code in segment.Value.GetString()!.Split(' ')) expected.Add(code, segment.Name);
        }

        foreach (var code in Gaps(name)) expected.Add(code, "Others");
        Assert.Equal(map.Parts * map.Parts * map.Parts, expected.Count);
        Assert.Equal(expected.Select(e => $"{e.Key} {e.Value}"), map.Codes.Select(c => $"{c.Code} {c.Segment.Name}"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_linter_finds_exactly_the_known_faults(string name)
    {
        var findings = MapLint.Check(SegmentMaps.Find(name));
        Assert.Equal(Gaps(name), findings.Where(f => f.Fault == MapFault.Gap).SelectMany(f => f.Codes));
        Assert.Equal(Reference(name).GetProperty("overlapping").GetInt32(), findings.Where(f => f.Fault == MapFault.Overlap).Sum(f => f.Codes.Count));
        Assert.Equal(
            Reference(name).GetProperty("neverReached").EnumerateArray().Select(e => e.GetString()),
            findings.Where(f => f.Fault == MapFault.NeverReached).Select(f => f.Segment));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Groups_are_known_and_the_three_that_matter_are_there(string name)
    {
        var groups = SegmentMaps.Find(name).Segments.Select(s => s.Group).ToHashSet();
        Assert.Empty(groups.Except(Groups.All));
        Assert.Empty(new[] { Groups.HighValue, Groups.Occasional, Groups.AtRisk }.Except(groups));
    }

    [Fact]
    public void The_rule_for_groups_agrees_with_the_names_of_the_default_map()
    {
        var unstated = string.Join('\n', CodesMap.Text.Split('\n').Select(l => l[..(l.IndexOf('(') - 1)] + l[(l.IndexOf(')') + 1)..]));
        Assert.Equal(
            SegmentMaps.Find("codes").Segments.SkipLast(1).Select(s => (s.Name, s.Group)),
            MapText.Parse("codes", unstated).Segments.SkipLast(1).Select(s => (s.Name, s.Group)));
    }

    [Fact]
    public void The_linter_speaks_in_sentences()
    {
        var putler = MapLint.Check(SegmentMaps.Find("putler")).Select(f => f.Text).ToArray();
        Assert.StartsWith("76 of 125 codes match rows of two names or more; the first row wins: ", putler[0], StringComparison.Ordinal);
        Assert.Equal("New is never reached: Potential stands above it and takes all of its 2 codes.", putler[1]);
        Assert.Contains("10 of 125 codes are caught by no row and fall to Others: 215 241 251 252 341 351 441 451 541 551.", MapLint.Check(SegmentMaps.Find("rfm")).Select(f => f.Text));
    }

    private static JsonElement Reference(string name) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Shop.Root, "reference", "maps.json"))).RootElement.GetProperty(name);

    private static string[] Gaps(string name) =>
        Reference(name).GetProperty("gaps").GetString()!.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
