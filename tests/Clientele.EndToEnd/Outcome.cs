namespace Clientele.EndToEnd;

/// <summary>What a finished command left behind.</summary>
/// <param name="Code">Exit code.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Errors">Standard error.</param>
internal sealed record Outcome(int Code, string Output, string Errors)
{
    /// <summary>Exit code 0, or the test fails with everything that was said.</summary>
    public Outcome Done()
    {
        Assert.True(Code == 0, $"exit code {Code}\n{Output}\n{Errors}");
        return this;
    }

    /// <summary>That exit code and a message of what to do, without a stack trace.</summary>
    public Outcome Refused(int code)
    {
        Assert.True(Code == code, $"expected exit code {code}, got {Code}\n{Output}\n{Errors}");
        Assert.NotEmpty(Errors);
        Assert.DoesNotContain("   at ", Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled", Errors, StringComparison.Ordinal);
        return this;
    }
}
