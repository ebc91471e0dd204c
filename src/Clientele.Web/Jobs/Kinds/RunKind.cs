namespace Clientele.Web.Jobs.Kinds;

/// <summary>A kind of run that can be started.</summary>
/// <param name="Exports">It hands over to other programs when asked.</param>
/// <param name="Run">From the plans to the id of the finished run.</param>
internal sealed record RunKind(bool Exports, Func<RunWork, RunPlans, RunContext, string> Run);
