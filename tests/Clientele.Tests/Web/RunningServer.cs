using System.Globalization;
using System.Net.Sockets;
using System.Text;
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

    public static async Task<RunningServer> Start(string folder)
    {
        var stop = new CancellationTokenSource();
        var said = new Said();
        var served = RunServer.Serve(folder, new ServeOptions(), said, stop.Token);
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
