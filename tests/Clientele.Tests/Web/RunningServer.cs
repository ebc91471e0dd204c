using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Clientele.Web;

namespace Clientele.Tests.Web;

/// <summary>The server on a free port, with a client that follows nothing by itself.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _served;

    private RunningServer(Task served, CancellationTokenSource stop, Uri address)
    {
        _served = served;
        _stop = stop;
        Address = address;
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { BaseAddress = new Uri(address, "/") };
    }

    /// <summary>As printed, with the token.</summary>
    public Uri Address { get; }

    public int Port => Address.Port;

    public HttpClient Client { get; }

    public string Cookie { get; private set; } = "";

    /// <summary>The key that changes need.</summary>
    public string Key { get; private set; } = "";

    public string Origin => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}");

    /// <summary>Starts it and waits for the address.</summary>
    /// <param name="target">What it is pointed at.</param>
    /// <param name="options">A store that does not exist, unless given.</param>
    public static async Task<RunningServer> Start(string? target, ServeOptions? options = null)
    {
        var stop = new CancellationTokenSource();
        var said = new Said();
        options ??= new ServeOptions { Runs = Path.Combine(Path.GetTempPath(), "clientele-no-such-store") };
        var served = RunServer.Serve(target, options with { Version = "0.1.0" }, said, stop.Token);
        var first = await Task.WhenAny(served, said.Ready);
        await first;
        var text = said.ToString();
        var address = new Uri(text[text.IndexOf("http://", StringComparison.Ordinal)..].Split('\n')[0]);
        return new RunningServer(served, stop, address);
    }

    /// <summary>Opens the printed address and keeps the cookie.</summary>
    public async Task<HttpResponseMessage> Enter()
    {
        var answer = await Client.GetAsync(Address);
        Cookie = answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        return answer;
    }

    public async Task<HttpResponseMessage> Get(string path, string? cookie = null, string? host = null, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        request.Headers.Add("Cookie", cookie ?? Cookie);
        if (host is not null) request.Headers.Host = host;
        return await Client.SendAsync(request);
    }

    /// <summary>Opens the printed address and asks for the key.</summary>
    public async Task<RunningServer> Open()
    {
        await Enter();
        using var session = JsonDocument.Parse(await (await Get("/api/session")).Content.ReadAsStringAsync());
        Key = session.RootElement.GetProperty("key").GetString()!;
        return this;
    }

    /// <summary>A change, as the page asks for it.</summary>
    public Task<HttpResponseMessage> Post(string path, string json) => Send(HttpMethod.Post, path, new StringContent(json, Encoding.UTF8, "application/json"));

    public Task<HttpResponseMessage> Delete(string path) => Send(HttpMethod.Delete, path, null);

    public async Task<HttpResponseMessage> Upload(byte[] bytes, string name = "shop.csv")
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new("application/octet-stream");
        content.Headers.Add("X-File-Name", Uri.EscapeDataString(name));
        return await Send(HttpMethod.Post, "/api/sources", content);
    }

    /// <summary>A change with any headers; null leaves one out.</summary>
    public async Task<HttpResponseMessage> Send(HttpMethod method, string path, HttpContent? content, string? key = "own", string? origin = "own", string? site = null, string? cookie = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Add("Cookie", cookie ?? Cookie);
        if (key is not null) request.Headers.Add("X-Clientele-Key", key == "own" ? Key : key);
        if (origin is not null) request.Headers.Add("Origin", origin == "own" ? Origin : origin);
        if (site is not null) request.Headers.Add("Sec-Fetch-Site", site);
        return await Client.SendAsync(request);
    }

    /// <summary>The JSON of an answer, whose status must be that of success.</summary>
    public static async Task<JsonElement> Json(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode}: {text}");
        using var json = JsonDocument.Parse(text);
        return json.RootElement.Clone();
    }

    public async Task<JsonElement> Json(string path) => await Json(await Get(path));

    /// <summary>The code of a problem+json answer of that status.</summary>
    public static async Task<string> Problem(HttpResponseMessage answer, int status)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode == status, $"{(int)answer.StatusCode}: {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        using var json = JsonDocument.Parse(text);
        Assert.Equal(status, json.RootElement.GetProperty("status").GetInt32());
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        return json.RootElement.GetProperty("code").GetString()!;
    }

    /// <summary>Waits until a job has ended.</summary>
    public async Task<JsonElement> Wait(JsonElement job)
    {
        var id = job.GetProperty("id").GetString();
        for (var i = 0; i < 1200; i++)
        {
            var now = await Json($"/api/jobs/{id}");
            if (now.GetProperty("state").GetString() is "done" or "failed" or "cancelled") return now;
            await Task.Delay(50);
        }

        throw new TimeoutException("The job does not end.");
    }

    /// <summary>Sends bytes as they are and returns all that comes back.</summary>
    public async Task<string> Raw(string request)
    {
        using var client = new TcpClient("127.0.0.1", Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return await reader.ReadToEndAsync();
    }

    /// <summary>A raw GET with the cookie and the right host; the target is sent untouched.</summary>
    public Task<string> RawGet(string target) =>
        Raw(string.Create(CultureInfo.InvariantCulture, $"GET {target} HTTP/1.1\r\nHost: 127.0.0.1:{Port}\r\nCookie: {Cookie}\r\nConnection: close\r\n\r\n"));

    public async Task Stop()
    {
        await _stop.CancelAsync();
        await _served.WaitAsync(TimeSpan.FromSeconds(20));
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        Client.Dispose();
        _stop.Dispose();
    }

    private sealed class Said : StringWriter
    {
        private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Said()
            : base(CultureInfo.InvariantCulture) => NewLine = "\n";

        public Task Ready => _ready.Task;

        public override Task FlushAsync(CancellationToken cancellationToken)
        {
            _ready.TrySetResult();
            return Task.CompletedTask;
        }
    }
}
