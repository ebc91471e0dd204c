namespace Clientele.Sales.Files;

/// <summary>Where something stands in a file.</summary>
/// <param name="Offset">Bytes before it.</param>
/// <param name="Line">From 1, as an editor counts.</param>
/// <param name="Column">Bytes from the beginning of the line, from 1.</param>
internal readonly record struct Place(long Offset, long Line, long Column);
