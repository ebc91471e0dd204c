using System.Diagnostics;

namespace Clientele.EndToEnd;

/// <summary>The real command, started as a user starts it: through the script at the root.</summary>
internal sealed class Command : IDisposable
{
    /// <summary>A first run compiles the whole program, on machines that do other work at the same time.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(20);
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    private Command(ProcessStartInfo start)
    {
        _process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
        _output = _process.StandardOutput.ReadToEndAsync();
        _errors = _process.StandardError.ReadToEndAsync();
    }

    public int Id => _process.Id;

    public StreamWriter Input => _process.StandardInput;

    public static Task<Outcome> Run(params string[] arguments) => Run(Repository.Root, [], arguments);

    /// <summary>Runs to the end, with nothing on standard input.</summary>
    public static async Task<Outcome> Run(string folder, Dictionary<string, string?> environment, params string[] arguments)
    {
        using var command = Start(Repository.Script, folder, environment, arguments);
        command.Input.Close();
        return await command.End();
    }

    public static Command Start(string program, string folder, Dictionary<string, string?> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return new Command(start);
    }

    public async Task<Outcome> End()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(s_patience);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
            throw;
        }

        return new Outcome(_process.ExitCode, await _output, await _errors);
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
