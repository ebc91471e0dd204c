using System.Text;
using System.Text.Json;
using Clientele.Web.Sources;

namespace Clientele.Tests.Web;

public sealed class SourceAnswersTests
{
    [Theory]
    [InlineData("shop.csv", "shop.csv")]
    [InlineData("../../x", "x")]
    [InlineData("..\\..\\x.csv", "x.csv")]
    [InlineData("/etc/passwd", "passwd")]
    [InlineData("CON", "CON")]
    [InlineData("a\0b\nc\u202Ed", "abcd")]
    [InlineData("", "a file")]
    [InlineData("..", "..")]
    public async Task An_upload_lies_under_a_name_of_our_own(string name, string shown)
    {
        using var shop = new MadeUpShop();
        await using var server = await (await RunningServer.Start(null, shop.Options)).Open();
        var bytes = MadeUpShop.Sales(lines: 50);
        var source = await RunningServer.Json(await server.Upload(bytes, name));
        var id = source.GetProperty("id").GetString()!;
        Assert.Matches("^u[0-9a-f]{16}$", id);
        Assert.Equal(shown, source.GetProperty("name").GetString());
        Assert.Equal([$"{id}.data", $"{id}.json"], Directory.EnumerateFiles(shop.Store, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Path.Combine(shop.Store, "uploads"), f)).Order());
        Assert.Equal(bytes, File.ReadAllBytes(Path.Combine(shop.Store, "uploads", id + ".data")));
        Assert.Equal(["store"], Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(shop.Store)!).Select(Path.GetFileName));
    }

    [Fact]
    public void Names_are_short_and_visible()
    {
        Assert.Equal(120, SourceStore.Shown(new string('x', 5000)).Length);
        Assert.Equal("a file", SourceStore.Shown("\u202E\uD800"));
    }

    [Fact]
    public async Task Too_much_and_nothing_are_refused_without_a_trace()
    {
        using var shop = new MadeUpShop();
        await using var server = await (await RunningServer.Start(null, shop.Options with { MostUpload = 1000 })).Open();
        Assert.Equal("web.too-large", await RunningServer.Problem(await server.Upload(new byte[1001]), 413));
        Assert.Equal("upload.empty", await RunningServer.Problem(await server.Upload([]), 400));
        var head = $"POST /api/sources HTTP/1.1\r\nHost: 127.0.0.1:{server.Port}\r\nCookie: {server.Cookie}\r\nOrigin: {server.Origin}\r\nX-Clientele-Key: {server.Key}\r\nContent-Type: application/octet-stream\r\nConnection: close\r\n";
        var chunk = "190\r\n" + new string('x', 400) + "\r\n";
        Assert.StartsWith("HTTP/1.1 413", await server.Raw(head + "Transfer-Encoding: chunked\r\n\r\n" + chunk + chunk + chunk + "0\r\n\r\n"), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(shop.Store, "*", SearchOption.AllDirectories));
        await RunningServer.Json(await server.Upload(new byte[1000]));
    }

    [Fact]
    public async Task An_upload_can_be_removed_and_the_given_file_cannot()
    {
        using var shop = new MadeUpShop();
        var given = shop["given.csv"];
        await File.WriteAllBytesAsync(given, MadeUpShop.Sales(lines: 50), TestContext.Current.CancellationToken);
        await using var server = await (await RunningServer.Start(given, shop.Options)).Open();
        var source = await RunningServer.Json(await server.Upload(MadeUpShop.Sales(lines: 50)));
        var all = await server.Json("/api/sources");
        Assert.Equal(["given.csv", "shop.csv"], all.EnumerateArray().Select(s => s.GetProperty("name").GetString()));
        Assert.True((await server.Delete($"/api/sources/{source.GetProperty("id").GetString()}")).IsSuccessStatusCode);
        Assert.Equal("upload.not-ours", await RunningServer.Problem(await server.Delete($"/api/sources/{all[0].GetProperty("id").GetString()}"), 400));
        Assert.True(File.Exists(given));
        Assert.Equal("web.not-found", await RunningServer.Problem(await server.Delete("/api/sources/..%2f..%2fgiven.csv"), 404));
        Assert.Empty(Directory.EnumerateFiles(shop.Store, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task It_is_told_what_is_understood_and_a_person_corrects_it()
    {
        using var shop = new MadeUpShop();
        await using var server = await (await RunningServer.Start(null, shop.Options)).Open();
        var source = await RunningServer.Json(await server.Upload(MadeUpShop.Sales(customer: "Zzyzx")));
        var path = $"/api/sources/{source.GetProperty("id").GetString()}/inspect";
        static string? Role(JsonElement seen, string column) => seen.GetProperty("columns").EnumerateArray().Single(c => c.GetProperty("name").GetString() == column).GetProperty("role").GetString();
        var corrected = await RunningServer.Json(await server.Post(path, """{"reading":{"columns":{"customer":"Zzyzx"}}}"""));
        Assert.Equal("sales", corrected.GetProperty("kind").GetString());
        Assert.Equal("customer", Role(corrected, "Zzyzx"));
        Assert.Equal("price", Role(corrected, "UnitPrice"));
        Assert.Equal(5, corrected.GetProperty("preview").GetArrayLength());
        Assert.Equal("12000", corrected.GetProperty("lines")[0].GetProperty("customer").GetString());
        var wrong = await RunningServer.Json(await server.Post(path, """{"reading":{"columns":{"customer":"Nothing"}}}"""));
        Assert.Contains("column", wrong.GetProperty("trouble").GetProperty("code").GetString(), StringComparison.Ordinal);
        Assert.Equal(8, wrong.GetProperty("columns").GetArrayLength());

        var table = await RunningServer.Json(await server.Upload(MadeUpShop.Table(), "people.csv"));
        var seen = await RunningServer.Json(await server.Post($"/api/sources/{table.GetProperty("id").GetString()}/inspect", "{}"));
        Assert.Equal("table", seen.GetProperty("kind").GetString());
        Assert.Equal("customer", Role(seen, "CustomerID"));

        var noise = await RunningServer.Json(await server.Upload(Encoding.UTF8.GetBytes("%PDF-1.7\n1 0 obj\n"), "x.pdf"));
        Assert.NotEqual("bug", await RunningServer.Problem(await server.Post($"/api/sources/{noise.GetProperty("id").GetString()}/inspect", "{}"), 422));
    }
}
