namespace Clientele.Numerics.Clustering;

/// <summary>What every model file says before the state of its method.</summary>
internal sealed record ModelHead(string Method, int K, int Columns, bool Converged);
