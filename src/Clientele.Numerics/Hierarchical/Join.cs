namespace Clientele.Numerics.Hierarchical;

/// <summary>Two clusters become one. A cluster is called by its least row; the joined one keeps the name of the first.</summary>
/// <param name="First">Name of the cluster that starts earlier.</param>
/// <param name="Second">Name of the other, above First.</param>
/// <param name="Height">Their distance, in the scaled space.</param>
internal readonly record struct Join(int First, int Second, double Height);
