using Clientele.Segments;
using Clientele.Segments.Maps;

namespace Clientele.Tests.Segments.Maps;

public sealed class MapFileTests
{
    [Fact]
    public void A_sample_map_is_read_from_its_file()
    {
        var map = SegmentMaps.Find(Path.Combine(Shop.Root, "samples", "maps", "flower-shop.map"));
        Assert.Equal("Regulars", map[5, 5, 5].Name);
        Assert.Equal("Big occasions", map[3, 1, 5].Name);
        Assert.Equal(Groups.Lost, map[1, 1, 1].Group);
        Assert.DoesNotContain(MapLint.Check(map), f => f.Fault == MapFault.NeverReached);
    }

    [Fact]
    public void The_leaky_sample_has_one_fault_of_each_kind() =>
        Assert.Equal(
            [MapFault.Gap, MapFault.Overlap, MapFault.NeverReached],
            MapLint.Check(SegmentMaps.Find(Path.Combine(Shop.Root, "samples", "maps", "leaky.map"))).Select(f => f.Fault));

    [Fact]
    public void An_unknown_name_lists_the_maps()
    {
        var trouble = Assert.Throws<UserException>(() => SegmentMaps.Find("no-such-map"));
        Assert.Contains("codes, rfm, putler, klaviyo, two-digit", trouble.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_and_files_that_are_too_large_are_refused()
    {
        var folder = Directory.CreateTempSubdirectory("clientele-maps").FullName;
        try
        {
            var latin = Path.Combine(folder, "latin.map");
            File.WriteAllBytes(latin, [.. "Best: 555\nTr"u8, 0xE8, .. "s bon: 554\n"u8]);
            Assert.StartsWith($"{latin}:2:1: ", Assert.Throws<UserException>(() => SegmentMaps.Find(latin)).What, StringComparison.Ordinal);
            var large = Path.Combine(folder, "large.map");
            File.WriteAllBytes(large, new byte[(1 << 20) + 1]);
            Assert.Equal(ExitCode.Limit, Assert.Throws<UserException>(() => SegmentMaps.Find(large)).Exit);
            var marked = Path.Combine(folder, "marked.map");
            File.WriteAllBytes(marked, [0xEF, 0xBB, 0xBF, .. "Best: 555\r\nelse: Ruhige Käufer\r\n"u8]);
            Assert.Equal("Ruhige Käufer", SegmentMaps.Find(marked)[1, 1, 1].Name);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
