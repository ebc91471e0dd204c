using FsCheck;
using Microsoft.FSharp.Core;

namespace Clientele.Tests;

/// <summary>
/// How the property tests draw their cases: the same ones in every run, so that a build that passed once passes again. With
/// CLIENTELE_EXPLORE=1 in the environment they are new ones each time; a failure prints what replays it, and its mend adds the case.
/// </summary>
internal static class Cases
{
    public static Config Of(int count)
    {
        var config = Config.QuickThrowOnFailure.WithMaxTest(count).WithQuietOnSuccess(true);
        return Environment.GetEnvironmentVariable("CLIENTELE_EXPLORE") == "1"
            ? config
            : config.WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(20261121, 9320311785705751593), FSharpOption<int>.None)));
    }
}
